import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { allowed, Problem } from '@domain/kernel/problem';
import type { duplicateContract } from '@domain/contract/duplicate';
import { nextDuplicateState } from '@domain/register/same-person';
import type { ChangeContext } from '../../../kernel/context';
import type { Change } from '../../../kernel/store';
import { pathOf } from '../../../records/door-place';
import type { DuplicateDocument, HouseholdDocument } from '../../../repositories/documents';
import { findDuplicate } from '../../../repositories/duplicates';
import { findHousehold } from '../../../repositories/households';
import { holdAgain, release } from '../holds';
import { merge, undoMerge } from '../merge';
import type { Pair } from '../pair';

type Input = ProcedureParsed<(typeof duplicateContract)['decide']>;
type Output = ProcedureOutput<(typeof duplicateContract)['decide']>;

async function householdOf(context: ChangeContext, id: string): Promise<HouseholdDocument> {
  const household = await findHousehold(context.store, id);
  if (household === undefined) throw new Problem('NOT_FOUND');
  return household;
}

/** One of the two must be within reach; nobody decides about the own household. Throws NOT_FOUND or FORBIDDEN. */
async function findPair(context: ChangeContext, duplicate: DuplicateDocument): Promise<Pair> {
  const [left, right] = duplicate.sides;
  const households = [
    await householdOf(context, left.householdId),
    await householdOf(context, right.householdId),
  ] as const;
  const reached = households.find((household) => context.reaches(pathOf(household)));
  context.permit(pathOf(reached ?? households[0]));
  if (households.some(({ accounts }) => accounts.includes(context.caller.userId))) {
    throw new Problem('FORBIDDEN');
  }
  return { duplicate, households };
}

async function carryOut(context: ChangeContext, pair: Pair, input: Input): Promise<Change> {
  const { duplicate } = pair;
  if (input.verdict === 'different') {
    await release(context, pair);
    return {};
  }
  if (input.verdict === 'merge') {
    if (input.keep === undefined) throw new Problem('VALIDATION', { field: 'keep' });
    return merge(context, pair, input.keep === 'left' ? 0 : 1);
  }
  if (duplicate.state === 'merged') return undoMerge(context, pair);
  await holdAgain(context, pair);
  return {};
}

export async function decide(context: ChangeContext, input: Input): Promise<Output> {
  const duplicate = await findDuplicate(context.store, input.duplicateId);
  if (duplicate === undefined) throw new Problem('NOT_FOUND');
  const pair = await findPair(context, duplicate);
  const state = allowed(nextDuplicateState(duplicate.state, input.verdict), duplicate.state);
  if (duplicate.version !== input.version) throw new Problem('STALE_VERSION', { version: duplicate.version });

  const change = await carryOut(context, pair, input);
  context.write.patch('duplicates', duplicate._id, {
    version: duplicate.version + 1,
    state,
    decidedBy: context.caller.userId,
    decidedOn: context.today,
    ...change,
  });
  const { buildingId, gridId, compoundId, communityId } = pair.households[1];
  context.record({
    objects: [duplicate._id, ...duplicate.householdIds],
    subjects: duplicate.householdIds,
    fields: [input.verdict],
    place: { buildingId, gridId, compoundId, communityId },
    countsMoved: true,
  });
  return { state };
}
