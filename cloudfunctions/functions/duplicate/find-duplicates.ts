/**
 * Every minute: holds the people of households that were written since against everybody with the same phone or number. Two
 * records that count one person twice become a doubt with a task, and hold their households; a person who lives there and is
 * registered here is one person with two links and is marked as counted. Each household is one transaction and may be repeated.
 */
import { linksTogether } from '@domain/register/same-person';
import { addDays } from '@domain/kernel/calendar';
import type { SystemContext } from '../../kernel/context';
import { TransactionConflict, type Reader, type Transaction } from '../../kernel/store';
import { doorAt } from '../../records/door-place';
import { newTask, taskId } from '../../records/tasks';
import type { DuplicateDocument, HouseholdDocument, TaskDocument } from '../../repositories/documents';
import { findDuplicate, openDuplicatesOf } from '../../repositories/duplicates';
import { findHousehold, householdsToMatch } from '../../repositories/households';
import { findWall } from '../../repositories/walls';
import { TASK_DAYS, heldWith, heldWithout } from './holds';
import { candidatesOf, pairsBetween, type FoundPair } from './pairs';

const RUN_MS = 40_000;

interface Work {
  readonly context: SystemContext;
  readonly transaction: Transaction;
  readonly reader: Reader;
}

/** Households as they are changed in this transaction: several doubts may hold the same one. */
class Held {
  private readonly holds = new Map<string, HouseholdDocument>();

  constructor(private readonly work: Work) {}

  async of(id: string): Promise<HouseholdDocument | undefined> {
    return this.holds.get(id) ?? (await findHousehold(this.work.reader, id));
  }

  async change(id: string, change: (household: HouseholdDocument) => string[] | undefined): Promise<void> {
    const household = await this.of(id);
    if (household === undefined) return;
    const duplicates = change(household);
    await this.work.transaction.patch('households', id, { duplicates });
    const { duplicates: former, ...rest } = household;
    const plain = former === undefined ? household : rest;
    this.holds.set(id, duplicates === undefined ? plain : { ...plain, duplicates });
  }
}

async function openDoubt({ context, transaction, reader }: Work, pair: FoundPair, held: Held): Promise<void> {
  const known = await findDuplicate(reader, pair.id);
  // What people have decided stands; a doubt that had vanished with a correction may come back with the next one.
  if (known !== undefined && known.state !== 'void') return;
  const document: DuplicateDocument = {
    _id: pair.id,
    version: (known?.version ?? 0) + 1,
    state: 'open',
    sides: pair.sides,
    householdIds: pair.sides.map((side) => side.householdId),
    gridIds: [...new Set(pair.sides.map((side) => side.gridId))],
    communityIds: [...new Set(pair.sides.map((side) => side.communityId))],
    streetId: pair.streetId,
    at: context.now,
  };
  await transaction.replace('duplicates', document);
  const [, later] = pair.sides;
  const unitId = later.doorId.slice(0, later.doorId.lastIndexOf('-'));
  const door = doorAt(await findWall(reader, unitId), later.doorId);
  const dueOn = addDays(context.today, TASK_DAYS);
  const wish = { kind: 'duplicate', door, subjectId: pair.id, dueOn } as const;
  await transaction.replace('tasks', newTask(wish, { at: context.now, madeBy: '' }));
  for (const { householdId } of pair.sides) {
    await held.change(householdId, (household) => heldWith(household, pair.id));
  }
}

/** A correction has made the two unlike: the doubt is void, and so is its task. */
async function endDoubt(
  { context, transaction, reader }: Work,
  doubt: DuplicateDocument,
  held: Held,
): Promise<void> {
  await transaction.patch('duplicates', doubt._id, { state: 'void', version: doubt.version + 1 });
  for (const { householdId, doorId } of doubt.sides) {
    await held.change(householdId, (household) => heldWithout(household, doubt._id));
    const task = await reader.find<TaskDocument>('tasks', taskId('duplicate', doorId, doubt._id));
    if (task?.state !== 'open') continue;
    const change = { state: 'void', closedAt: context.now, version: task.version + 1 };
    await transaction.patch('tasks', task._id, change);
  }
}

/** Keys of members of each household who are registered there and counted where they live. */
function countedElsewhere(household: HouseholdDocument, pairs: readonly FoundPair[]): string[] {
  return pairs
    .flatMap(({ sides }) => sides)
    .filter(({ householdId }) => householdId === household._id)
    .map(({ memberKey }) => memberKey)
    .filter((key) => household.members.some((member) => member.key === key && !member.livesHere));
}

async function markCounted(
  work: Work,
  household: HouseholdDocument,
  pairs: readonly FoundPair[],
): Promise<void> {
  const keys = countedElsewhere(household, pairs);
  const before = household.countedElsewhere ?? [];
  if (keys.length === before.length && keys.every((key) => before.includes(key))) return;
  await work.transaction.patch('households', household._id, {
    countedElsewhere: keys.length === 0 ? undefined : keys,
  });
}

function isPresent({ state, withdrawn }: HouseholdDocument): boolean {
  return state !== 'closed' && !withdrawn;
}

async function matchOne(context: SystemContext, transaction: Transaction, id: string): Promise<void> {
  const reader: Reader = { find: transaction.find, search: context.store.search };
  const work: Work = { context, transaction, reader };
  const household = await findHousehold(reader, id);
  if (household?.matchState !== 'due') return;
  const others = isPresent(household) ? await candidatesOf(reader, household) : [];
  const found = others.flatMap((other) => pairsBetween(context.keyring, other, household));
  const twice = found.filter(({ left, right }) => linksTogether(left, right) === 'duplicate');
  const linked = found.filter((pair) => !twice.includes(pair));

  const held = new Held(work);
  for (const doubt of await openDuplicatesOf(reader, id)) {
    if (!twice.some((pair) => pair.id === doubt._id)) await endDoubt(work, doubt, held);
  }
  for (const pair of twice) await openDoubt(work, pair, held);
  await markEach(work, [household, ...others], linked);
  await transaction.patch('households', id, { matchState: undefined });
}

/** The first household is the one that was written: it is marked anew even where nobody is linked to it any more. */
async function markEach(
  work: Work,
  [household, ...others]: readonly [HouseholdDocument, ...HouseholdDocument[]],
  linked: readonly FoundPair[],
): Promise<void> {
  for (const one of [household, ...others]) {
    const concerned = linked.filter(({ sides }) => sides.some(({ householdId }) => householdId === one._id));
    if (one === household || concerned.length > 0) await markCounted(work, one, concerned);
  }
}

export async function findDuplicates(context: SystemContext): Promise<void> {
  for (const { _id } of await householdsToMatch(context.store)) {
    if (context.elapsed() > RUN_MS) return;
    try {
      await context.store.transact((transaction) => matchOne(context, transaction, _id));
    } catch (error) {
      // Somebody is writing it just now: it is still due, and the next minute comes.
      if (!(error instanceof TransactionConflict)) throw error;
    }
  }
}
