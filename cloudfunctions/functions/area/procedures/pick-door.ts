import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { areaContract } from '@domain/contract/area';
import type { ReadContext } from '../../../kernel/context';
import { addressOf, doorAt, plateOf, splitDoorId } from '../../../records/door-place';
import { findWall } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof areaContract)['pickDoor']>;
type Output = ProcedureOutput<(typeof areaContract)['pickDoor']>;

const TICKET_MS = 60 * 60_000;

/** A ticket is signed, not stored: picking a door leaves no trace at the door. */
export async function pickDoor(context: ReadContext, { doorId }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const unit = splitDoorId(doorId);
  const door = doorAt(unit && (await findWall(context.store, unit.unitId)), doorId);
  return {
    ticket: context.keyring.signTicket(doorId, context.now + TICKET_MS),
    plate: plateOf(addressOf(door)),
  };
}
