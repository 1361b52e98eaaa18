/** A household corrected without network, filed beside what others said of it meanwhile. */
import { partsOf, partsOfChanges, withParts } from '@domain/census/answer-parts';
import type { HouseholdForm } from '@domain/census/household-form';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../kernel/context';
import { changeSaid } from '../../records/change-said';
import { keepConflict } from '../../records/claim-conflicts';
import { mergeCorrection, type Arriving, type Merged } from '../../records/correction';
import type { DoorAtWall } from '../../records/door-place';
import { checkConsent, rulesOf } from '../../records/form-checks';
import { correctedHousehold } from '../../records/household-draft';
import { checkCorrector, writeCorrected } from '../../records/save-household';
import { openAnswers } from '../../records/sealed-answers';
import { stampOfCaller, stampsAfter } from '../../records/stamps';
import { askAboutConflicts } from '../../records/tasks';
import { withOmittedNumbers } from '../../records/unseen-answers';
import { areaOfDoor } from '../../records/visits';
import type { HouseholdDocument } from '../../repositories/documents';
import { findHousehold } from '../../repositories/households';
import type { Correction, SavedHousehold } from './offline-form';
import { changesAsKept } from './seen-changes';

/** Throws NOT_FOUND: a household moves by another act, so it must live behind this door. */
export async function findAtDoor(
  { store }: ChangeContext,
  { doorId, householdId }: Pick<Correction, 'doorId' | 'householdId'>,
): Promise<HouseholdDocument> {
  const household = await findHousehold(store, householdId);
  if (household?.doorId !== doorId) throw new Problem('NOT_FOUND');
  return household;
}

/** The whole form that a correction of somebody who lost the door comes to: it waits, and the new owner compares. */
export function formOfCorrection(
  { keyring, caller }: ChangeContext,
  household: HouseholdDocument,
  { changes }: Correction,
): HouseholdForm {
  const stored = openAnswers(keyring, household);
  const kept = changesAsKept(changes, stored, caller.role);
  return { ...withParts(stored, partsOfChanges(kept)), reasons: { ...stored.reasons, ...changes.reasons } };
}

interface Case {
  readonly door: DoorAtWall;
  readonly household: HouseholdDocument;
  readonly correction: Correction;
  readonly merged: Merged;
  readonly arriving: Arriving;
}

async function writeAnswers(context: ChangeContext, at: Case): Promise<number> {
  const { door, household, correction, merged, arriving } = at;
  const { formVersion } = await context.campaign();
  const origin = {
    channel: 'visit' as const,
    formVersion,
    noticeVersion: correction.consent.noticeVersion,
    filledBy: context.caller.userId,
    filledOn: context.today,
    confirmedBy: context.caller.userId,
    verifyWay: correction.verifyWay,
    accounts: [],
    formIds: [],
  };
  const form = withOmittedNumbers(context, merged.form, household);
  const stamps = stampsAfter(household, merged.parts, arriving.stamp);
  const corrected: HouseholdDocument = {
    ...correctedHousehold(context, household, { form, origin }),
    stamps,
  };
  await writeCorrected(context, { door, before: household, after: corrected, parts: merged.parts });
  return corrected.version;
}

function recordCorrection(
  context: ChangeContext,
  { door, household, correction, merged, arriving }: Case,
): void {
  const before = partsOf(arriving.stored);
  context.record({
    objects: [household._id, door.doorId],
    subjects: [household._id],
    fields: [...new Set([...merged.parts, ...merged.others.map(({ part }) => part)])].sort(),
    place: areaOfDoor(door),
    diff: Object.fromEntries(merged.parts.map((part) => [part, before[part] ?? null])),
    change: changeSaid(context, correction.change),
    countsMoved: merged.parts.length > 0,
  });
}

/** Throws FORBIDDEN for the own household, WRONG_STATE after a withdrawal, VALIDATION where the correction itself is wrong. */
export async function keepCorrection(
  context: ChangeContext,
  { door, household, correction }: Pick<Case, 'door' | 'household' | 'correction'>,
): Promise<SavedHousehold> {
  checkCorrector(context, household);
  if (correction.baseVersion > household.version) throw new Problem('VALIDATION', { field: 'baseVersion' });
  const campaign = await context.campaign();
  checkConsent(campaign, correction.consent);
  const stored = openAnswers(context.keyring, household);
  const arriving: Arriving = {
    household,
    stored,
    changes: changesAsKept(correction.changes, stored, context.caller.role),
    baseVersion: correction.baseVersion,
    after: correction.after,
    stamp: stampOfCaller(context, household, 'visit'),
  };
  const merged = mergeCorrection(context, arriving, rulesOf(campaign, context.today));
  const at: Case = { door, household, correction, merged, arriving };
  const { parts, others } = merged;
  const saved = { id: household._id, conflicts: others.length };
  if (parts.length + others.length === 0) return { ...saved, version: household.version };

  const version = parts.length === 0 ? household.version : await writeAnswers(context, at);
  for (const claim of others) keepConflict(context, household, claim);
  if (others.length > 0) askAboutConflicts(context, door, household._id);
  recordCorrection(context, at);
  return { ...saved, version };
}
