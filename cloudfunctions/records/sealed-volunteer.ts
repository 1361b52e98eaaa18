/** What a volunteer is called and reached by: sealed to its place, a minor's in the highest class. */
import { maskPhone } from '@domain/register/masking';
import type { VolunteerDocument } from '../repositories/documents';
import type { Keyring } from '../vault/keys';

const placeOf = (id: string, field: 'name' | 'phone' | 'guardian' | 'reason') => ({
  collection: 'volunteers',
  id,
  field,
});

export interface VolunteerPerson {
  readonly name: string;
  readonly phone: string;
  readonly isAdult: boolean;
}

export function sealVolunteer(
  keyring: Keyring,
  id: string,
  { name, phone, isAdult }: VolunteerPerson,
): Pick<VolunteerDocument, 'sealedName' | 'sealedPhone'> {
  const family = isAdult ? 'person' : 'sensitive';
  return {
    sealedName: keyring.seal(family, placeOf(id, 'name'), name),
    sealedPhone: keyring.seal(family, placeOf(id, 'phone'), phone),
  };
}

export function openVolunteerName(keyring: Keyring, { _id, sealedName }: VolunteerDocument): string {
  return keyring.open(placeOf(_id, 'name'), sealedName);
}

/** Empty where it is gone. */
export function openVolunteerPhone(keyring: Keyring, { _id, sealedPhone }: VolunteerDocument): string {
  return keyring.open(placeOf(_id, 'phone'), sealedPhone);
}

/** Who has left is rung no more; the name stays for what was done. */
export function withoutPhone(
  keyring: Keyring,
  volunteer: VolunteerDocument,
): Pick<VolunteerDocument, 'sealedName' | 'sealedPhone'> {
  const { _id, isAdult } = volunteer;
  return sealVolunteer(keyring, _id, { name: openVolunteerName(keyring, volunteer), phone: '', isAdult });
}

/** As it is shown; empty where it is gone. */
export function maskedVolunteerPhone(keyring: Keyring, volunteer: VolunteerDocument): string {
  const phone = openVolunteerPhone(keyring, volunteer);
  return phone === '' ? '' : maskPhone(phone, 'tail');
}

export function sealGuardian(keyring: Keyring, id: string, name: string): string {
  return keyring.seal('person', placeOf(id, 'guardian'), name);
}

export function sealReason(keyring: Keyring, id: string, reason: string): string {
  return keyring.seal('content', placeOf(id, 'reason'), reason);
}

/** True for who was paused by the community, which gave a reason; only the community ends that. */
export function isHeld(volunteer: Pick<VolunteerDocument, 'state' | 'sealedReason'> | undefined): boolean {
  return volunteer?.state === 'paused' && volunteer.sealedReason !== undefined;
}

/** Why an application was returned; empty where it was not. */
export function openReason(keyring: Keyring, { _id, sealedReason }: VolunteerDocument): string {
  return sealedReason === undefined ? '' : keyring.open(placeOf(_id, 'reason'), sealedReason);
}
