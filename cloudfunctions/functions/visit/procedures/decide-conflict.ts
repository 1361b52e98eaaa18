import { differingParts, partsOf, withParts } from '@domain/census/answer-parts';
import { needsGuardian } from '@domain/census/form-rules';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { visitContract } from '@domain/contract/visit';
import type { ChangeContext } from '../../../kernel/context';
import { changedToday } from '../../../records/change-said';
import { openConflict } from '../../../records/conflict-document';
import { doorAt, pathOf, type DoorAtWall } from '../../../records/door-place';
import { checkAnswers, rulesOf, withOwnReasons } from '../../../records/form-checks';
import { correctedHousehold } from '../../../records/household-draft';
import { checkCorrector, writeCorrected } from '../../../records/save-household';
import { openAnswers } from '../../../records/sealed-answers';
import { stampsAfter } from '../../../records/stamps';
import { closeTask, taskId } from '../../../records/tasks';
import { withStoredNumbers } from '../../../records/unseen-answers';
import { areaOfDoor } from '../../../records/visits';
import type { ConflictDocument, HouseholdDocument, TaskDocument } from '../../../repositories/documents';
import { conflictsOf, findConflict, findHousehold } from '../../../repositories/households';
import { findWall } from '../../../repositories/walls';
import { partsOfValue } from '../conflict-views';

type Input = ProcedureParsed<(typeof visitContract)['decideConflict']>;
type Output = ProcedureOutput<(typeof visitContract)['decideConflict']>;

interface Case {
  readonly conflict: ConflictDocument;
  readonly household: HouseholdDocument;
  readonly door: DoorAtWall;
}

interface Taken {
  readonly version: number;
  readonly parts: readonly string[];
  readonly former: Readonly<Record<string, unknown>>;
}

async function findCase(context: ChangeContext, conflictId: string): Promise<Case> {
  const conflict = await findConflict(context.store, conflictId);
  if (conflict === undefined) throw new Problem('NOT_FOUND');
  context.permit(pathOf(conflict));
  const household = await findHousehold(context.store, conflict.householdId);
  if (household === undefined) throw new Problem('NOT_FOUND');
  if (conflict.state !== 'open') throw new Problem('WRONG_STATE', { state: conflict.state });
  checkCorrector(context, household);
  return {
    conflict,
    household,
    door: doorAt(await findWall(context.store, household.unitId), household.doorId),
  };
}

/** The other value comes to stand, and whoever said it goes on standing behind it. Throws VALIDATION where the whole no longer fits. */
async function take(context: ChangeContext, { conflict, household, door }: Case): Promise<Taken> {
  const { keyring, today, now, opId } = context;
  const rules = rulesOf(await context.campaign(), today);
  const before = openAnswers(keyring, household);
  const said = withParts(before, partsOfValue(conflict, openConflict(keyring, conflict), before));
  const form = withOwnReasons({ ...said, guardianConsent: needsGuardian(said) }, rules);
  checkAnswers(withStoredNumbers(keyring, form, household), rules);
  const parts = differingParts(partsOf(before), partsOf(said));
  const stamp = {
    version: household.version + 1,
    at: now,
    by: conflict.otherBy,
    source: conflict.otherSource ?? ('resident' as const),
    opId,
  };
  const { channel, formVersion, filledBy, filledOn, accounts, formIds } = household;
  const { noticeVersion } = household.consent;
  const confirmedBy = context.caller.userId;
  const origin = { channel, formVersion, noticeVersion, filledBy, filledOn, confirmedBy, accounts, formIds };
  const corrected: HouseholdDocument = {
    ...correctedHousehold(context, household, { form, origin }),
    consent: household.consent,
    stamps: stampsAfter(household, parts, stamp),
  };
  await writeCorrected(context, { door, before: household, after: corrected, parts });
  const kept = partsOf(before);
  const former = Object.fromEntries(parts.map((part) => [part, kept[part] ?? null]));
  return { version: corrected.version, parts, former };
}

/** How many are left; with the last one the work is done. */
async function endWork(context: ChangeContext, { conflict, household, door }: Case): Promise<number> {
  const conflicts = await conflictsOf(context.store, household._id);
  const left = conflicts.filter(({ _id, state }) => state === 'open' && _id !== conflict._id).length;
  const id = taskId('conflict', door.doorId, household._id);
  const task = left === 0 ? await context.store.find<TaskDocument>('tasks', id) : undefined;
  if (task?.state === 'open') closeTask(context, task, 'done');
  return left;
}

export async function decideConflict(
  context: ChangeContext,
  { conflictId, take: side }: Input,
): Promise<Output> {
  const at = await findCase(context, conflictId);
  const { conflict, household, door } = at;
  const isOther = side === 'other';
  const taken = isOther ? await take(context, at) : undefined;

  const left = await endWork(context, at);
  context.write.patch('conflicts', conflict._id, { state: 'settled', settledBy: context.caller.userId });
  context.record({
    objects: [conflict._id, household._id],
    subjects: [household._id],
    fields: taken?.parts ?? [conflict.field],
    place: areaOfDoor(door),
    ...(taken === undefined ? {} : { diff: taken.former, change: changedToday(context, 'corrected') }),
    countsMoved: isOther,
  });
  return { version: taken?.version ?? household.version, left };
}
