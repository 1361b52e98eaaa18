import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { visitContract } from '@domain/contract/visit';
import type { ReadContext } from '../../../kernel/context';
import { addressOf, plateOf } from '../../../records/door-place';
import type { VisitDocument } from '../../../repositories/documents';
import { visitsOfDoor } from '../../../repositories/visits';
import { seatNames } from '../conflict-authors';
import { doorWithinReach } from '../door-of';

type Input = ProcedureParsed<(typeof visitContract)['listVisits']>;
type Output = ProcedureOutput<(typeof visitContract)['listVisits']>;

function viewVisit(visit: VisitDocument, name = ''): Output['visits'][number] {
  const { _id, state, result, at, signs, slipLeft, next, isSkewed } = visit;
  return {
    id: _id,
    state,
    ...(result === undefined ? {} : { result }),
    at,
    signs: [...signs],
    slipLeft,
    ...(next === undefined ? {} : { next }),
    ...(name === '' ? {} : { name }),
    isSkewed,
  };
}

export async function listVisits(context: ReadContext, { doorId }: Input): Promise<Output> {
  const door = await doorWithinReach(context, doorId);
  const visits = door.stored.visit === undefined ? [] : await visitsOfDoor(context.store, doorId);
  const names = await seatNames(context, [...new Set(visits.map(({ by }) => by))]);
  return {
    plate: plateOf(addressOf(door)),
    state: door.stored.state,
    attempts: door.stored.attempts ?? 0,
    visits: visits.map((visit) => viewVisit(visit, names.get(visit.by))),
  };
}
