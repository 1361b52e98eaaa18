/** The truth of a street, added up from what was settled and never from what was stored. */
import { addCounts, countDoors, isDue, NO_DOORS } from '@domain/census/coverage';
import type { DoorCounts } from '@domain/census/door';
import { livingIn, registeredIn } from '@domain/census/residence';
import type { WallSlot } from '../../cloudfunctions/repositories/documents';
import { answerOf } from './answers';
import type { SettledDoor, SettledUnit } from './settlement';
import type { StreetPlan } from './street-plan';

/** Exact numbers of one area. */
export interface Tally {
  readonly compounds: number;
  readonly buildings: number;
  /** Units, each with a wall of its own. */
  readonly walls: number;
  readonly doors: number;
  readonly counts: DoorCounts;
  readonly households: number;
  readonly vacant: number;
  readonly waitingForms: number;
  /** Members of accepted households. */
  readonly people: number;
  /** Of those, who live where they are listed, and whose household registration is there. */
  readonly residents: number;
  readonly registered: number;
}

export interface Truth {
  readonly street: Tally;
  /** By the area's id. */
  readonly workGroups: ReadonlyMap<string, Tally>;
  readonly communities: ReadonlyMap<string, Tally>;
  readonly grids: ReadonlyMap<string, Tally>;
  readonly compounds: ReadonlyMap<string, Tally>;
  readonly buildings: ReadonlyMap<string, Tally>;
}

const NOTHING: Tally = {
  compounds: 0,
  buildings: 0,
  walls: 0,
  doors: 0,
  counts: NO_DOORS,
  households: 0,
  vacant: 0,
  waitingForms: 0,
  people: 0,
  residents: 0,
  registered: 0,
};

/** The slot of a settled door in its unit's wall. */
export function slotOf(seed: string, settled: SettledDoor): WallSlot {
  const { door, fate } = settled;
  const { slot } = door;
  switch (fate.kind) {
    case 'nobodyAsked':
      return slot;
    case 'known':
      return { ...slot, state: fate.state };
    case 'vacant':
      return { ...slot, state: 'vacant', lastSeq: 1 };
    case 'waiting':
      return { ...slot, state: 'pending', waiting: 1, flagged: fate.isFlagged, former: 'missing' };
    case 'home': {
      const members = answerOf(seed, settled)?.members ?? [];
      const home: WallSlot = {
        ...slot,
        state: 'filled',
        households: 1,
        lastSeq: 1,
        people: fate.size,
        residents: livingIn(members),
        registered: registeredIn(members),
      };
      return fate.isCompared ? { ...home, waiting: 1, flagged: true, former: 'filled' } : home;
    }
  }
}

export function truthOf(
  seed: string,
  { workGroups, communities, compounds }: StreetPlan,
  units: readonly SettledUnit[],
): Truth {
  const byBuilding = tallyBy(seed, units, ({ unit }) => unit.wall.buildingId);
  const byCompound = new Map(
    compounds.map(({ id, buildings }) => [
      id,
      { ...sum(buildings.map((building) => byBuilding.get(building.id) ?? NOTHING)), compounds: 1 },
    ]),
  );
  const within = (communityIds: readonly string[]): Tally =>
    sum(
      compounds
        .filter(({ communityId }) => communityIds.includes(communityId))
        .map(({ id }) => byCompound.get(id) ?? NOTHING),
    );
  return {
    street: sum([...byCompound.values()]),
    workGroups: new Map(
      workGroups.map(({ id }) => [
        id,
        within(communities.filter(({ workGroupId }) => workGroupId === id).map((community) => community.id)),
      ]),
    ),
    communities: new Map(communities.map(({ id }) => [id, within([id])])),
    grids: tallyBy(seed, units, ({ unit }) => unit.wall.gridId),
    compounds: byCompound,
    buildings: byBuilding,
  };
}

function tallyBy(
  seed: string,
  units: readonly SettledUnit[],
  keyOf: (unit: SettledUnit) => string,
): Map<string, Tally> {
  const groups = new Map<string, SettledUnit[]>();
  for (const unit of units) {
    const group = groups.get(keyOf(unit));
    if (group === undefined) groups.set(keyOf(unit), [unit]);
    else group.push(unit);
  }
  return new Map([...groups].map(([key, group]) => [key, tallyOf(seed, group)]));
}

function tallyOf(seed: string, units: readonly SettledUnit[]): Tally {
  const doors = units.flatMap((unit) => unit.doors);
  const slots = doors.map((door) => slotOf(seed, door));
  return {
    ...NOTHING,
    buildings: new Set(units.map(({ unit }) => unit.wall.buildingId)).size,
    walls: units.length,
    doors: doors.length,
    counts: countDoors(slots),
    households: slots.reduce((total, slot) => total + slot.households, 0),
    vacant: slots.filter((slot) => slot.state === 'vacant' && isDue(slot)).length,
    waitingForms: slots.reduce((total, slot) => total + slot.waiting, 0),
    people: doors.reduce((total, { fate }) => total + (fate.kind === 'home' ? fate.size : 0), 0),
    residents: slots.reduce((total, slot) => total + slot.residents, 0),
    registered: slots.reduce((total, slot) => total + slot.registered, 0),
  };
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, tally) => ({
      compounds: total.compounds + tally.compounds,
      buildings: total.buildings + tally.buildings,
      walls: total.walls + tally.walls,
      doors: total.doors + tally.doors,
      counts: addCounts([total.counts, tally.counts]),
      households: total.households + tally.households,
      vacant: total.vacant + tally.vacant,
      waitingForms: total.waitingForms + tally.waitingForms,
      people: total.people + tally.people,
      residents: total.residents + tally.residents,
      registered: total.registered + tally.registered,
    }),
    NOTHING,
  );
}
