/** Knocks at a door: each is kept, moves the door's slot in the same transaction, and opens or ends the work that follows from it. */
import { addDays, daysBetween } from '@domain/kernel/calendar';
import { dayOf } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import type { KnockAnswer, KnockRecord } from '@domain/contract/offline-record';
import {
  isUndecided,
  knockAt,
  NEXT_DAYS_MAX,
  nextVisitState,
  showsWhetherLivedIn,
  type KnockedDoor,
  type KnockOutcome,
  type NextVisit,
} from '@domain/work/visit';
import type { ChangeContext } from '../kernel/context';
import type { SlotVisit, TaskDocument, VisitDocument, WallSlot } from '../repositories/documents';
import { visitId } from '../repositories/visits';
import { pathOf, type DoorAtWall } from './door-place';
import { settleDoubt } from './doubts';
import { closeTask, endTask, openRevisit, openTask, taskId } from './tasks';
import { wallChange } from './wall-changes';

/** The community has this many days for a door that it is to decide about. */
const DECISION_DAYS = 7;

/** When a knock was, as far as the server can tell. */
export interface KnockTime {
  readonly at: number;
  readonly isSkewed: boolean;
}

/** The door as a knock finds it. */
export function knockedDoor({ state, lastSeq, waiting, attempts = 0, visit }: WallSlot): KnockedDoor {
  return { state, lastSeq, waiting, attempts, signs: visit?.signs ?? [] };
}

/** Throws VALIDATION for a day that is over or too far away. */
export function checkNext(next: NextVisit | undefined, day: string): void {
  if (next === undefined) return;
  const days = daysBetween(day, next.on);
  if (!(days >= 0 && days <= NEXT_DAYS_MAX)) throw new Problem('VALIDATION', { field: 'next.on' });
}

interface Kept {
  readonly door: DoorAtWall;
  readonly record: KnockRecord;
  readonly time: KnockTime;
}

function slotVisit(before: SlotVisit | undefined, record: KnockRecord, outcome: KnockOutcome): SlotVisit {
  const { visit: state, next, signs } = outcome;
  return {
    state,
    count: (before?.count ?? 0) + 1,
    result: record.result,
    ...(next === undefined ? {} : { next }),
    ...(signs.length === 0 ? {} : { signs }),
  };
}

/** 无人 and 需电话 are attempts; a refusal is counted apart. */
function slotAfter({ door, record, time }: Kept, outcome: KnockOutcome): WallSlot {
  const { stored: slot } = door;
  const day = dayOf(time.at);
  const { result } = record;
  const isRefusal = result === 'refused' && outcome.visit !== 'superseded';
  return {
    ...slot,
    state: outcome.door,
    ...(outcome.attempts === 0 ? {} : { attempts: outcome.attempts }),
    ...(outcome.attempts === (slot.attempts ?? 0) ? {} : { triedOn: day }),
    ...(isRefusal ? { refusals: (slot.refusals ?? 0) + 1 } : {}),
    visit: slotVisit(slot.visit, record, outcome),
  };
}

/** Who was seen, or what of the home, ends a doubt whether it is lived in. */
async function slotSettled(context: ChangeContext, kept: Kept, outcome: KnockOutcome): Promise<WallSlot> {
  const after = slotAfter(kept, outcome);
  if (!showsWhetherLivedIn(kept.record.result, outcome)) return after;
  return settleDoubt(context, kept.door, { after, state: 'done' });
}

function visitDocument(
  context: ChangeContext,
  { door, record, time }: Kept,
  visit: SlotVisit,
): VisitDocument {
  const { result, slipLeft = false, signs = [], paradata } = record;
  return {
    _id: visitId(door.doorId, visit.count),
    version: 1,
    ...pathOf({ ...door.wall, unitId: door.wall._id }),
    doorId: door.doorId,
    number: visit.count,
    state: visit.state,
    result,
    signs,
    slipLeft,
    ...(visit.next === undefined ? {} : { next: visit.next }),
    at: time.at,
    isSkewed: time.isSkewed,
    ...(paradata === undefined ? {} : { paradata }),
    by: context.caller.userId,
  };
}

/** Nobody is expected at the door any more. */
export function withoutNext(visit: SlotVisit): SlotVisit {
  const { next, ...rest } = visit;
  return next === undefined ? visit : rest;
}

/** Ends the call-back of a door where one is open. */
export async function endCallBack(
  context: ChangeContext,
  { doorId, stored }: DoorAtWall,
  state: 'done' | 'void',
): Promise<void> {
  if (stored.visit?.next === undefined) return;
  const task = await context.store.find<TaskDocument>('tasks', taskId('revisit', doorId));
  if (task?.state === 'open') closeTask(context, task, state);
}

/** Ends what the community was asked about a door, where there is something of the kind. */
export async function endDecision(
  context: ChangeContext,
  { doorId, stored: { attempts = 0, visit } }: DoorAtWall,
  state: 'done' | 'void',
): Promise<void> {
  if (!isUndecided({ attempts, result: visit?.result })) return;
  await endTask(context, taskId('decideDoor', doorId), state);
}

async function moveWork(
  context: ChangeContext,
  { door, record: { result } }: Kept,
  outcome: KnockOutcome,
): Promise<void> {
  const { next, toCommunity, visit, attempts } = outcome;
  if (next !== undefined) openRevisit(context, door, { ...next, isCall: result === 'callNeeded' });
  else await endCallBack(context, door, visit === 'superseded' ? 'void' : 'done');
  if (toCommunity) {
    const dueOn = addDays(context.today, DECISION_DAYS);
    openTask(context, { kind: 'decideDoor', door, dueOn, assigneeId: '' });
  } else if (!isUndecided({ attempts, result })) {
    await endDecision(context, door, 'void');
  }
}

/** The place of a door for an event. */
export function areaOfDoor({ wall }: DoorAtWall): {
  buildingId: string;
  gridId: string;
  compoundId: string;
  communityId: string;
} {
  const { buildingId, gridId, compoundId, communityId } = wall;
  return { buildingId, gridId, compoundId, communityId };
}

/** Keeps one knock. Throws VALIDATION, or WRONG_STATE where the door cannot follow it; then nothing is kept. */
export async function keepKnock(context: ChangeContext, kept: Kept): Promise<KnockAnswer> {
  const { door, record, time } = kept;
  const { result, next, signs = [] } = record;
  const day = dayOf(time.at);
  checkNext(next, day);
  if (result === 'vacant' && signs.length === 0) throw new Problem('VALIDATION', { field: 'signs' });
  const outcome = knockAt(knockedDoor(door.stored), { result, signs, day, next });
  if (outcome === undefined) {
    throw new Problem('WRONG_STATE', { state: door.stored.state, attempts: door.stored.attempts ?? 0 });
  }

  const after = await slotSettled(context, kept, outcome);
  const { visit } = after;
  if (visit !== undefined) context.write.insert('visits', visitDocument(context, kept, visit));
  context.write.patch('walls', door.wall._id, wallChange([{ slot: door.slot, after }]));
  await moveWork(context, kept, outcome);
  context.record({
    objects: [visitId(door.doorId, visit?.count ?? 0), door.doorId],
    subjects: [],
    fields: [result],
    place: areaOfDoor(door),
    countsMoved: after.state !== door.stored.state,
  });
  return {
    visit: outcome.visit,
    state: outcome.door,
    attempts: outcome.attempts,
    ...(outcome.next === undefined ? {} : { next: outcome.next }),
    toCommunity: outcome.toCommunity,
  };
}

/**
 * The slot once somebody behind the door has answered: what was found or agreed on there before is kept, the call-back ends. A
 * household's own word supersedes it; a worker's form is what the visit came to. A doubt whether the door is lived in stays: a form
 * that waits may be a stranger's, and whoever decides about it sees the doubt.
 */
export async function withAnswer(
  context: ChangeContext,
  door: DoorAtWall,
  after: WallSlot,
): Promise<WallSlot> {
  const { visit } = door.stored;
  const isOwnWord = context.caller.role === 'VI' || context.caller.role === 'RE';
  const end = isOwnWord ? 'void' : 'done';
  if (visit === undefined || visit.state === 'superseded') return after;
  const state = nextVisitState(visit.state, isOwnWord ? 'answered' : 'outcome') ?? visit.state;
  await endCallBack(context, door, end);
  await endDecision(context, door, 'void');
  context.write.patch('visits', visitId(door.doorId, visit.count), { state, version: 2 });
  return { ...after, visit: withoutNext({ ...visit, state }) };
}
