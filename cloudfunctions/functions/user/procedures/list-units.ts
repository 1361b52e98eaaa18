import { isInForce } from '@domain/identity/seat';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import { countDoors } from '@domain/census/coverage';
import type { GivenUnit, userContract } from '@domain/contract/user';
import { maskName } from '@domain/register/masking';
import type { ReadContext } from '../../../kernel/context';
import { buildingPlateOf, placeOfWall } from '../../../records/door-place';
import { openSeatName } from '../../../records/seat-name';
import { seatsOfUsers, volunteersOf } from '../../../repositories/assignments';
import type { AssignmentDocument, WallDocument } from '../../../repositories/documents';
import { wallsOfBuilding } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof userContract)['listUnits']>;
type Output = ProcedureOutput<(typeof userContract)['listUnits']>;

type Named = Pick<GivenUnit, 'seatId' | 'name'>;

interface Names {
  readonly holders: ReadonlyMap<string, Named>;
  /** By user, of those who had a unit before. */
  readonly formers: ReadonlyMap<string, string>;
}

function formersOf(
  { formers = [] }: WallDocument,
  names: Names['formers'],
): NonNullable<GivenUnit['formers']> {
  return formers.map(({ userId, ...days }) => ({ name: names.get(userId) ?? '', ...days }));
}

function viewUnit(wall: WallDocument, names: Names): GivenUnit {
  const { due, left } = countDoors(Object.values(wall.slots));
  const formers = formersOf(wall, names.formers);
  return {
    ...{ id: wall._id, label: wall.label, doors: due, left },
    ...names.holders.get(wall.assigneeId ?? ''),
    ...(formers.length === 0 ? {} : { formers }),
  };
}

/** A former hand's seat may be over: where one is asked about, their seats are read. */
async function formerSeats(
  { store }: ReadContext,
  walls: readonly WallDocument[],
  known: readonly AssignmentDocument[],
): Promise<AssignmentDocument[]> {
  const asked = new Set(walls.flatMap(({ formers = [] }) => formers.map(({ userId }) => userId)));
  const here = known.filter(({ userId }) => asked.has(userId));
  const missing = [...asked].filter((id) => here.every(({ userId }) => userId !== id));
  const others = missing.length === 0 ? [] : await seatsOfUsers(store, missing);
  return [...others.filter(({ role }) => role === 'GV'), ...here];
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
  const former = await formerSeats(context, seen, seats);
  const names: Names = {
    holders: new Map(seats.map((seat) => [seat.userId, { seatId: seat._id, name: nameOf(seat) }])),
    formers: new Map(former.map((seat) => [seat.userId, nameOf(seat)])),
  };
  return {
    plate: buildingPlateOf(first.address),
    units: seen.map((wall) => viewUnit(wall, names)),
    volunteers: able.map((seat) => ({ seatId: seat._id, name: nameOf(seat), label: seat.label })),
  };
}
