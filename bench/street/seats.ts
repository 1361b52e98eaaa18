/** People who work at the bench: as many workers as untouched doors need, and residents of the first homes. */
import { addDays } from '@domain/kernel/calendar';
import type { HouseholdForm } from '@domain/census/household-form';
import type { AssignmentDocument } from '../../cloudfunctions/repositories/documents';
import { residentSeatId } from '../../cloudfunctions/repositories/assignments';
import type { Keyring } from '../../cloudfunctions/vault/keys';
import { householdIdOf } from '../../local/seed/stored-people';
import { drawForm } from '../../local/seed/people';
import type { Identity } from '../../local/seed/personas';
import { chanceOf } from '../../local/seed/random';
import type { SettledDoor, SettledUnit } from '../../local/seed/settlement';
import { placeId } from '../../local/seed/street-plan';
import { BENCH_DAY, BENCH_SEED } from './cut';

export interface Seated {
  readonly openid: string;
  readonly seatId: string;
}

/** An untouched door with the worker who goes there and the form that is brought home. */
export interface FreshDoor {
  readonly doorId: string;
  readonly unitId: string;
  readonly slot: number;
  readonly compoundId: string;
  readonly worker: Seated;
  readonly form: HouseholdForm;
}

export interface Resident extends Seated {
  readonly householdId: string;
  readonly size: number;
}

/**
 * Doors a worker saves at: each warm function reserves ten calls of the sixty an hour, so that with eight functions a
 * seventh save may already be one too many.
 */
const DOORS_A_WORKER = 6;
const RESIDENTS = 500;
const SINCE_DAYS = 30;
const SEAT_DAYS = 365;
/** 1 to 4 a household, 2.6 in the mean. */
const SIZES = [1, 1, 2, 2, 2, 3, 3, 4, 4, 4];

export interface Cast {
  readonly shifts: readonly (readonly FreshDoor[])[];
  readonly residents: readonly Resident[];
  readonly seats: readonly AssignmentDocument[];
  readonly identities: readonly Identity[];
}

/** Six neighbouring doors of a grid are a shift; shifts come in an order in which neighbours are far apart. */
export function castOf(units: readonly SettledUnit[], keyring: Keyring): Cast {
  const shifts = scattered(
    [...byGrid(units)].flatMap(([gridId, doors]) =>
      chunks(doors, DOORS_A_WORKER).map((chunk, index) => ({
        gridId,
        doors: chunk,
        worker: seated(`${gridId}-${index}`),
      })),
    ),
  );
  const homes = units.flatMap(({ doors }) => doors.filter(({ fate }) => fate.kind === 'home'));
  const residents = homes.slice(0, RESIDENTS).map((home) => residentOf(home, keyring));
  return {
    shifts: shifts.map(({ doors, worker }) => doors.map((door) => freshDoor(door, worker))),
    residents,
    seats: [
      ...shifts.map(({ gridId, worker }) =>
        seatOf(keyring, worker, { role: 'GW', scope: { gridIds: [gridId] } }),
      ),
      ...homes
        .slice(0, RESIDENTS)
        .map((home) =>
          seatOf(keyring, residentOf(home, keyring), { role: 'RE', scope: householdScope(home) }),
        ),
    ],
    identities: [...shifts.map(({ worker }) => worker), ...residents].map(identityOf),
  };
}

function byGrid(units: readonly SettledUnit[]): Map<string, SettledDoor[]> {
  const grids = new Map<string, SettledDoor[]>();
  for (const { unit, doors } of units) {
    const free = doors.filter(({ fate }) => fate.kind === 'nobodyAsked');
    grids.set(unit.wall.gridId, [...(grids.get(unit.wall.gridId) ?? []), ...free]);
  }
  return grids;
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

/** Each element once, in strides: the same order on every run. */
export function scattered<T>(list: readonly T[]): T[] {
  const stride = 37;
  return Array.from({ length: stride }, (_, start) =>
    list.filter((_element, index) => index % stride === start),
  ).flat();
}

function seated(key: string): Seated {
  return { openid: `bench-${key}`, seatId: placeId(BENCH_SEED, 'bench seat', key) };
}

function freshDoor({ door }: SettledDoor, worker: Seated): FreshDoor {
  const { _id, unitId, slot, compoundId } = door.document;
  const chance = chanceOf(BENCH_SEED, 'bench form', door.name);
  return { doorId: _id, unitId, slot, compoundId, worker, form: drawForm(chance, chance.pick(SIZES)) };
}

function residentOf({ door, fate }: SettledDoor, keyring: Keyring): Resident {
  const householdId = householdIdOf(door);
  const openid = `bench-home-${householdId}`;
  const seatId = residentSeatId(keyring.actorOf(openid), householdId);
  return { openid, seatId, householdId, size: fate.kind === 'home' ? fate.size : 0 };
}

function householdScope({ door }: SettledDoor): AssignmentDocument['scope'] {
  const { compoundId, buildingId, gridId, communityId, streetId } = door.document;
  return {
    householdId: householdIdOf(door),
    buildingId,
    compoundIds: [compoundId],
    gridIds: [gridId],
    communityIds: [communityId],
    streetId,
  };
}

function seatOf(
  keyring: Keyring,
  { openid, seatId }: Seated,
  { role, scope }: Pick<AssignmentDocument, 'role' | 'scope'>,
): AssignmentDocument {
  return {
    _id: seatId,
    version: 1,
    userId: keyring.actorOf(openid),
    role,
    label: '压力试验',
    state: 'active',
    startsOn: addDays(BENCH_DAY, -SINCE_DAYS),
    endsOn: addDays(BENCH_DAY, SEAT_DAYS),
    scope,
    pledgeSigned: true,
    deviceBound: true,
  };
}

function identityOf({ openid }: Seated): Identity {
  return { openid, unionid: `union-${openid}`, name: openid, personas: [] };
}
