/**
 * What this phone has noted of the households behind a door: whoever corrected one sees the new answers at once, long before the
 * cloud says them, and what comes next starts from there.
 */
import { partsOfChanges, withParts } from '@domain/census/answer-parts';
import type { HouseholdChanges } from '@domain/census/household-changes';
import type { FormView, HouseholdView } from '@domain/contract/census';
import { maskPhone } from '@domain/register/masking';
import { isOffline } from '../../../services/network';
import type { OutboxEntry } from '../../../services/outbox-entry';
import { isRecord } from '../../../services/storage';
import { notedSince } from './door-records';
import { bringPack, packedDoor, unitOfDoor, type Packed } from './route-pack';

/** Waiting corrections that a form names as those it was filled in over: as many as the contract takes, the newest. */
const AFTER_MAX = 20;

interface Correction {
  readonly opId: string;
  readonly householdId: string;
  readonly changes: HouseholdChanges;
}

/** The record of an entry, as long as the phone holds it; one that was refused for good is not as it will be. */
function recordOf({ input, state }: OutboxEntry, kind: string): unknown {
  if (state === 'parked' || state === 'broken' || !isRecord(input)) return undefined;
  return input['kind'] === kind ? input['record'] : undefined;
}

function correctionsOf(entries: readonly OutboxEntry[]): Correction[] {
  return entries.flatMap((entry) => {
    const record = recordOf(entry, 'correction');
    return record === undefined ? [] : [{ ...(record as Correction), opId: entry.opId }];
  });
}

/** The cloud has made a household's answers of this entry: whoever asks it, reads them. */
export function isToldOf({ answer }: Pick<OutboxEntry, 'answer'>): boolean {
  return isRecord(answer) && answer['household'] !== undefined;
}

/** The door as the route pack has it, fetched again where it is older than answers that were handed in from here. */
export async function newestDoor(
  doorId: string,
  entries: readonly OutboxEntry[],
): Promise<Packed | undefined> {
  const packed = await packedDoor(doorId);
  const isOld = packed === undefined || notedSince(entries, packed.pack.packedAt).some(isToldOf);
  if (!isOld || (await isOffline())) return packed;
  const end = await bringPack(unitOfDoor(doorId));
  return end.ok ? packedDoor(doorId) : packed;
}

/** The first answer that was taken down here and has not come back from the cloud yet. */
export function notedFiling(entries: readonly OutboxEntry[]): FormView | undefined {
  const filings = entries.flatMap((entry) => {
    const record = recordOf(entry, 'filing') as { form: Omit<FormView, 'findings'> } | undefined;
    return record === undefined ? [] : [record.form];
  });
  const form = filings[filings.length - 1];
  return form === undefined ? undefined : masked({ ...form, findings: [] });
}

/** A household as it will be; the same one where nothing was noted of it. */
export function withCorrections(household: HouseholdView, entries: readonly OutboxEntry[]): HouseholdView {
  const mine = correctionsOf(entries).filter(({ householdId }) => householdId === household.id);
  if (mine.length === 0) return household;
  return {
    ...household,
    form: masked(mine.reduce((form, { changes }) => withChanges(form, changes), household.form)),
  };
}

/** The corrections of a household that stand in it as withCorrections shows it. */
export function correctionsIn(householdId: string, entries: readonly OutboxEntry[]): string[] {
  const mine = correctionsOf(entries).filter((one) => one.householdId === householdId);
  return mine.map(({ opId }) => opId).slice(-AFTER_MAX);
}

/**
 * As the cloud will put them together where nobody else says anything meanwhile. What was odd about the former answers is not said of
 * these: whoever filled them in was asked about what is.
 */
function withChanges(form: FormView, changes: HouseholdChanges): FormView {
  const reasons = { ...form.reasons, ...changes.reasons };
  return { ...withParts(form, partsOfChanges(changes)), reasons, findings: [] };
}

/** A number that was just typed is shown as the cloud will show it. */
function masked(form: FormView): FormView {
  const { number } = form.phone;
  const isShown = number === '' || number.includes('*');
  return isShown ? form : { ...form, phone: { ...form.phone, number: maskPhone(number, 'tail') } };
}
