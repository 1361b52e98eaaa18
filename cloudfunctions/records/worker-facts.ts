/** What workers write of a household and its home: kept beside the household's own answers, shown to those who work there. */
import { isMinor } from '@domain/census/age-band';
import { workerSight, type HomeFacts, type WorkerFacts } from '@domain/census/worker-fields';
import type { Role } from '@domain/identity/role';
import { maskMonth } from '@domain/register/masking';
import type { HouseholdDocument, StoredMember, WallSlot } from '../repositories/documents';
import type { Keyring } from '../vault/keys';

const COLLECTION = 'households';

const birthField = (key: string): string => `members.${key}.birthMonth`;

export function sealBirthMonth(
  keyring: Keyring,
  householdId: string,
  { key, ageBand, month }: Pick<StoredMember, 'key' | 'ageBand'> & { readonly month: string },
): string {
  const place = { collection: COLLECTION, id: householdId, field: birthField(key) };
  return keyring.seal(isMinor(ageBand) ? 'sensitive' : 'person', place, month);
}

export function openBirthMonth(
  keyring: Keyring,
  householdId: string,
  { key, sealedBirthMonth }: StoredMember,
): string | undefined {
  const place = { collection: COLLECTION, id: householdId, field: birthField(key) };
  return sealedBirthMonth && keyring.open(place, sealedBirthMonth);
}

export function sealNote(keyring: Keyring, householdId: string, note: string): string {
  return keyring.seal('content', { collection: COLLECTION, id: householdId, field: 'note' }, note);
}

export function openNote(
  keyring: Keyring,
  { _id, sealedNote }: Pick<HouseholdDocument, '_id' | 'sealedNote'>,
): string | undefined {
  return sealedNote && keyring.open({ collection: COLLECTION, id: _id, field: 'note' }, sealedNote);
}

interface Viewer {
  readonly role: Role;
  readonly keyring: Keyring;
}

/** The note, and the years of adults' months of birth: a month is opened for nobody, and a child's year is not shown either. */
export function viewFacts(
  household: HouseholdDocument,
  { role, keyring }: Viewer,
): { readonly facts?: WorkerFacts } {
  if (workerSight('note', role) === undefined) return {};
  const note = openNote(keyring, household);
  const births = household.members
    .filter(({ ageBand }) => !isMinor(ageBand))
    .flatMap((member) => {
      const month = openBirthMonth(keyring, household._id, member);
      return month === undefined ? [] : [{ key: member.key, month: maskMonth(month) }];
    });
  if (note === undefined && births.length === 0) return {};
  return { facts: { births, ...(note === undefined ? {} : { note }) } };
}

/** Whose the home is by law and how large, as far as anybody wrote it. */
export function homeOf({ propertyKind, areaDm2 }: WallSlot): HomeFacts {
  return {
    ...(propertyKind === undefined ? {} : { propertyKind }),
    ...(areaDm2 === undefined ? {} : { areaDm2 }),
  };
}

export function viewHome(slot: WallSlot, role: Role): { readonly home?: HomeFacts } {
  const home = homeOf(slot);
  const isSeen = workerSight('propertyKind', role) !== undefined && Object.keys(home).length > 0;
  return isSeen ? { home } : {};
}
