/** An answer that stands beside a household's own until a person chooses, or for the record alone; its value sealed to its place. */
import type { ChangeContext } from '../kernel/context';
import type { ConflictDocument, HouseholdDocument } from '../repositories/documents';
import type { Keyring } from '../vault/keys';
import { pathOf } from './door-place';

const COLLECTION = 'conflicts';

type Said = Pick<
  ConflictDocument,
  '_id' | 'field' | 'keptBy' | 'otherBy' | 'state' | 'at' | 'otherAt' | 'otherSource'
>;

function placeOf(id: string): { collection: string; id: string; field: string } {
  return { collection: COLLECTION, id, field: 'other' };
}

/** `value` null: an answer was taken back, or a person left. */
export function fileConflict(
  context: Pick<ChangeContext, 'keyring' | 'write'>,
  household: HouseholdDocument,
  { value, ...said }: Said & { readonly value: unknown },
): void {
  const document: ConflictDocument = {
    ...said,
    ...pathOf(household),
    householdId: household._id,
    sealedOther: context.keyring.seal('sensitive', placeOf(said._id), JSON.stringify(value)),
  };
  context.write.insert(COLLECTION, document);
}

/** The value beside the shown one; null where an answer was taken back or a person left. */
export function openConflict(
  keyring: Keyring,
  { _id, sealedOther }: Pick<ConflictDocument, '_id' | 'sealedOther'>,
): unknown {
  return JSON.parse(keyring.open(placeOf(_id), sealedOther)) as unknown;
}
