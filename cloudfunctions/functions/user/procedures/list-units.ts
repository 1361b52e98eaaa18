import { isInForce } from '@domain/identity/seat';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import { countDoors } from '@domain/census/coverage';
import type { GivenUnit, userContract } from '@domain/contract/user';
import { maskName } from '@domain/register/masking';
import type { ReadContext } from '../../../kernel/context';
import { buildingPlateOf, placeOfWall } from '../../../records/door-place';
import { openSeatName } from '../../../records/seat-name';
import { volunteersOf } from '../../../repositories/assignments';
import type { AssignmentDocument, WallDocument } from '../../../repositories/documents';
import { wallsOfBuilding } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof userContract)['listUnits']>;
type Output = ProcedureOutput<(typeof userContract)['listUnits']>;

type Named = Pick<GivenUnit, 'seatId' | 'name'>;

function viewUnit(wall: WallDocument, holder: Named | undefined): GivenUnit {
  const { due, left } = countDoors(Object.values(wall.slots));
  return { id: wall._id, label: wall.label, doors: due, left, ...holder };
}

export async function listUnits(context: ReadContext, { buildingId }: Input): Promise<Output> {
  const walls = await wallsOfBuilding(context.store, buildingId);
  const seen = walls.filter((wall) => context.reaches(placeOfWall(wall)));
  const [first] = seen;
  if (first === undefined) throw new Problem('NOT_FOUND');
  const seats = await volunteersOf(context.store, first.communityId, context.today);
  const nameOf = (seat: AssignmentDocument): string =>
    maskName(openSeatName(context.keyring, 'assignments', seat));
  const able = seats.filter((seat) => isInForce(seat, context.today) && seat.duty !== 'collect');
  const holders = new Map(seats.map((seat) => [seat.userId, { seatId: seat._id, name: nameOf(seat) }]));
  return {
    plate: buildingPlateOf(first.address),
    units: seen.map((wall) => viewUnit(wall, holders.get(wall.assigneeId ?? ''))),
    volunteers: able.map((seat) => ({ seatId: seat._id, name: nameOf(seat), label: seat.label })),
  };
}
