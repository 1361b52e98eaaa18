import type { SignupDocument } from '../../repositories/documents';
import type { Keyring } from '../../vault/keys';

export interface SignupPerson {
  readonly name: string;
  readonly phone: string;
  readonly guardian?: string;
}

const placeOf = (id: string) => ({ collection: 'signups', id, field: 'person' });

/** A child's in the highest class. */
export function sealSignupPerson(
  keyring: Keyring,
  { id, isAdult }: { readonly id: string; readonly isAdult: boolean },
  person: SignupPerson,
): string {
  return keyring.seal(isAdult ? 'person' : 'sensitive', placeOf(id), JSON.stringify(person));
}

/** Undefined for a volunteer, and after its time. */
export function openSignupPerson(
  keyring: Keyring,
  { _id, sealedPerson }: Pick<SignupDocument, '_id' | 'sealedPerson'>,
): SignupPerson | undefined {
  return sealedPerson === undefined
    ? undefined
    : (JSON.parse(keyring.open(placeOf(_id), sealedPerson)) as SignupPerson);
}
