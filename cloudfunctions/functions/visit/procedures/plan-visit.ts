import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { visitContract } from '@domain/contract/visit';
import { ATTEMPTS_MAX, isAnswered, nextVisitState, type NextVisit } from '@domain/work/visit';
import type { ChangeContext } from '../../../kernel/context';
import { pathOf, type DoorAtWall } from '../../../records/door-place';
import { openRevisit } from '../../../records/tasks';
import { areaOfDoor, checkNext, endCallBack, withoutNext } from '../../../records/visits';
import { wallChange } from '../../../records/wall-changes';
import type { SlotVisit, VisitDocument } from '../../../repositories/documents';
import { visitId } from '../../../repositories/visits';
import { checkOpen, doorWithinReach } from '../door-of';

type Input = ProcedureParsed<(typeof visitContract)['planVisit']>;
type Output = ProcedureOutput<(typeof visitContract)['planVisit']>;

const NO_KNOCKS: SlotVisit = { state: 'done', count: 0 };

/** Throws WRONG_STATE where somebody has answered, or after three knocks in vain, which the community decides about. */
function plannedVisit({ stored }: DoorAtWall, next: NextVisit | undefined): SlotVisit {
  const { visit = NO_KNOCKS, attempts = 0, state } = stored;
  const isOver = next !== undefined && (isAnswered(stored) || attempts >= ATTEMPTS_MAX);
  const after = nextVisitState(visit.state, next === undefined ? 'planWithdrawn' : 'nextSet');
  if (isOver || after === undefined) throw new Problem('WRONG_STATE', { state, attempts });
  const count = Math.max(1, visit.count);
  return next === undefined
    ? withoutNext({ ...visit, state: after })
    : { ...visit, count, state: after, next };
}

/** A day that was agreed on before anybody knocked is a visit of its own. */
function firstVisit(context: ChangeContext, { doorId, wall }: DoorAtWall, visit: SlotVisit): VisitDocument {
  return {
    _id: visitId(doorId, 1),
    version: 1,
    ...pathOf({ ...wall, unitId: wall._id }),
    doorId,
    number: 1,
    state: visit.state,
    signs: [],
    slipLeft: false,
    ...(visit.next === undefined ? {} : { next: visit.next }),
    at: context.now,
    isSkewed: false,
    by: context.caller.userId,
  };
}

export async function planVisit(context: ChangeContext, { doorId, next }: Input): Promise<Output> {
  const door = await doorWithinReach(context, doorId);
  await checkOpen(context);
  checkNext(next, context.today);
  const visit = plannedVisit(door, next);

  if (door.stored.visit === undefined) context.write.insert('visits', firstVisit(context, door, visit));
  else context.write.patch('visits', visitId(doorId, visit.count), { state: visit.state, next });
  if (next === undefined) await endCallBack(context, door, 'void');
  else openRevisit(context, door, { ...next, isCall: visit.result === 'callNeeded' });
  const after = { ...door.stored, visit };
  context.write.patch('walls', door.wall._id, wallChange([{ slot: door.slot, after }]));
  context.record({
    objects: [visitId(doorId, visit.count), doorId],
    subjects: [],
    fields: [next === undefined ? 'planWithdrawn' : 'next'],
    place: areaOfDoor(door),
  });
  return { visit: visit.state, ...(next === undefined ? {} : { next }) };
}
