import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { visitContract } from '@domain/contract/visit';
import { decideDoor as verdictOn, isAnswered, usualNext, type DoorVerdict } from '@domain/work/visit';
import type { DoorState } from '@domain/census/codes';
import type { ChangeContext } from '../../../kernel/context';
import { openRevisit } from '../../../records/tasks';
import { areaOfDoor, endDecision } from '../../../records/visits';
import { wallChange } from '../../../records/wall-changes';
import type { DoorAtWall } from '../../../records/door-place';
import type { WallSlot } from '../../../repositories/documents';
import { visitId } from '../../../repositories/visits';
import { checkOpen, doorWithinReach } from '../door-of';

type Input = ProcedureParsed<(typeof visitContract)['decideDoor']>;
type Output = ProcedureOutput<(typeof visitContract)['decideDoor']>;

/** Throws WRONG_STATE where somebody has answered, or nothing was left for the community to decide. */
function stateAfter({ stored }: DoorAtWall, verdict: DoorVerdict): DoorState {
  const { state, attempts = 0, visit } = stored;
  const decided = isAnswered(stored)
    ? undefined
    : verdictOn({ state, attempts, result: visit?.result }, verdict);
  if (decided === undefined) throw new Problem('WRONG_STATE', { state, attempts });
  return decided;
}

/** To try again is three knocks more. */
function tried(context: ChangeContext, door: DoorAtWall, slot: WallSlot): WallSlot {
  const { visit } = slot;
  const next = usualNext('nobody', context.today);
  if (visit === undefined || next === undefined) return slot;
  openRevisit(context, door, next);
  context.write.patch('visits', visitId(door.doorId, visit.count), { state: 'planned', next });
  return { ...slot, attempts: 0, visit: { ...visit, state: 'planned', next } };
}

export async function decideDoor(context: ChangeContext, { doorId, verdict }: Input): Promise<Output> {
  const door = await doorWithinReach(context, doorId);
  await checkOpen(context);
  const state = stateAfter(door, verdict);

  const decided = { ...door.stored, state };
  const after = verdict === 'tryAgain' ? tried(context, door, decided) : decided;
  await endDecision(context, door, 'done');
  context.write.patch('walls', door.wall._id, wallChange([{ slot: door.slot, after }]));
  context.record({
    objects: [doorId],
    subjects: [],
    fields: [verdict],
    place: areaOfDoor(door),
    countsMoved: state !== door.stored.state,
  });
  return { state };
}
