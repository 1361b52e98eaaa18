/** What is known of each door when the street opens: the truth that every count is measured against. */
import type { DoorState } from '@domain/census/codes';
import type { PlannedDoor, PlannedUnit } from './frame-documents';
import type { HouseholdShape } from './people';
import { chanceOf } from './random';

export type Fate =
  | { readonly kind: 'nobodyAsked' }
  /** A household whose answer was accepted; `isCompared`: a second form waits beside it. */
  | {
      readonly kind: 'home';
      readonly size: number;
      readonly shape: HouseholdShape;
      readonly isCompared: boolean;
    }
  /** The owner has said that nobody lives there. */
  | { readonly kind: 'vacant' }
  /** A form that waits for a worker; `isFlagged`: it raises a finding. */
  | { readonly kind: 'waiting'; readonly size: number; readonly isFlagged: boolean }
  | {
      readonly kind: 'known';
      readonly state: Extract<DoorState, 'vacantGuess' | 'refused' | 'inaccessible' | 'business'>;
    };

export interface SettledDoor {
  readonly door: PlannedDoor;
  readonly fate: Fate;
}

export interface SettledUnit {
  readonly unit: PlannedUnit;
  readonly doors: readonly SettledDoor[];
}

const NOBODY_ASKED: Fate = { kind: 'nobodyAsked' };

/** Per mille of a compound's doors that are registered and that have a form waiting. */
interface Progress {
  registered: number;
  waiting: number;
}

const PROGRESS: Readonly<Record<string, Progress>> = {
  苹果花园: { registered: 400, waiting: 80 },
  金河湾: { registered: 300, waiting: 80 },
  和家园: { registered: 150, waiting: 40 },
  龙泉苑: { registered: 600, waiting: 50 },
  樱花苑: { registered: 250, waiting: 60 },
  通盛1号院: { registered: 350, waiting: 30 },
  纺织厂宿舍: { registered: 300, waiting: 40 },
  平安里: { registered: 500, waiting: 60 },
  清河新城: { registered: 120, waiting: 40 },
};

/** Doors that the people of the journeys are about to register themselves. */
const FREE_DOORS = ['金河湾 1-1-101', '樱花苑 2-1-302', '龙泉苑 1-1-101'];
/** The building of the journeys: nothing waits in it, its second unit is untouched. */
const JOURNEY_BUILDING = '苹果花园 3-';
const JOURNEY_HOMES = [
  ...['3-1-101', '3-1-102', '3-1-201', '3-1-202', '3-1-301', '3-1-402', '3-1-501', '3-1-602'],
  ...['3-3-101', '3-3-202', '3-3-302'],
].map((key) => `苹果花园 ${key}`);
const JOURNEY_VACANT = '苹果花园 3-3-401';
/** One registered door at which a second answer waits, and one waiting form with a finding. */
const COMPARED_DOOR = '苹果花园 2-1-301';
const FLAGGED_DOOR = '金河湾 2-1-201';

const DWELLING = 1;
const BUNGALOW = 7;

/** The beginning that the test street shows: boards and queues with something in them, the journeys' doors free. */
export function settleSmallStreet(seed: string, units: readonly PlannedUnit[]): SettledUnit[] {
  return units.map((unit) => ({
    unit,
    doors: unit.doors.map((door) => ({ door, fate: smallFate(seed, door) })),
  }));
}

function smallFate(seed: string, door: PlannedDoor): Fate {
  const { roomKind } = door.document;
  if (roomKind !== DWELLING && roomKind !== BUNGALOW) return NOBODY_ASKED;
  return namedFate(door) ?? drawnFate(seed, door);
}

function namedFate({ name }: PlannedDoor): Fate | undefined {
  if (FREE_DOORS.includes(name)) return NOBODY_ASKED;
  if (name === COMPARED_DOOR) return { kind: 'home', size: 3, shape: 'family', isCompared: true };
  if (name === FLAGGED_DOOR) return { kind: 'waiting', size: 2, isFlagged: true };
  if (!name.startsWith(JOURNEY_BUILDING)) return undefined;
  if (name === JOURNEY_VACANT) return { kind: 'vacant' };
  const place = JOURNEY_HOMES.indexOf(name);
  return place < 0
    ? NOBODY_ASKED
    : { kind: 'home', size: 1 + (place % 4), shape: 'family', isCompared: false };
}

function drawnFate(seed: string, { name, address }: PlannedDoor): Fate {
  const { compound } = address;
  const chance = chanceOf(seed, 'fate', name);
  const { registered, waiting } = PROGRESS[compound] ?? { registered: 0, waiting: 0 };
  const drawn = chance.below(1000);
  const shape = compound === '纺织厂宿舍' ? 'collective' : 'family';
  if (drawn < registered) return { kind: 'home', size: 1 + chance.below(4), shape, isCompared: false };
  if (drawn < registered + waiting) return { kind: 'waiting', size: 1 + chance.below(4), isFlagged: false };
  if (drawn < registered + waiting + 60) return { kind: 'vacant' };
  if (drawn > 980) return { kind: 'known', state: chance.pick(['vacantGuess', 'refused', 'inaccessible']) };
  return NOBODY_ASKED;
}

/** Numbers of the reference street (mission.md §2). */
export const REFERENCE = { compounds: 123, buildings: 1_700, households: 76_688, people: 199_773 };
/** Eight in a hundred doors are vacant. */
export const REFERENCE_DOORS = Math.round(REFERENCE.households / 0.92);

const SIZE_MAX = 6;
/** Households of 1, 2, 3, … people among a hundred. */
const SIZES_OF_HUNDRED = [21, 32, 25, 13, 6, 3];

/** The reference street without people: every door stands, nobody has been asked. */
export function settleNobody(units: readonly PlannedUnit[]): SettledUnit[] {
  return units.map((unit) => ({ unit, doors: unit.doors.map((door) => ({ door, fate: NOBODY_ASKED })) }));
}

/** The reference street fully counted: exactly its households and people, every other door vacant. */
export function settleReference(seed: string, units: readonly PlannedUnit[]): SettledUnit[] {
  const doors = units.reduce((total, unit) => total + unit.doors.length, 0);
  const sizes = drawSizes(seed, doors);
  let next = 0;
  return units.map((unit) => ({
    unit,
    doors: unit.doors.map((door) => {
      const size = sizes[next] ?? 0;
      next += 1;
      const home: Fate = { kind: 'home', size, shape: 'family', isCompared: false };
      return { door, fate: size === 0 ? { kind: 'vacant' } : home };
    }),
  }));
}

/** People behind each door, 0 where it is vacant; exactly REFERENCE.households homes with REFERENCE.people. */
function drawSizes(seed: string, doors: number): Uint8Array {
  const chance = chanceOf(seed, 'sizes');
  const sizes = new Uint8Array(doors);
  let homesLeft = REFERENCE.households;
  for (let door = 0; door < doors; door += 1) {
    // Each choice of that many homes among the doors is equally likely.
    if (!chance.happens(homesLeft / (doors - door))) continue;
    homesLeft -= 1;
    sizes[door] = drawSize(chance.below(100));
  }
  settleDifference(sizes, REFERENCE.people);
  return sizes;
}

function drawSize(percent: number): number {
  let rest = percent;
  const size = SIZES_OF_HUNDRED.findIndex((share) => {
    rest -= share;
    return rest < 0;
  });
  return size + 1;
}

/** Adds or takes one person here and there, evenly, until the sum is right. */
function settleDifference(sizes: Uint8Array, people: number): void {
  let missing = people - sizes.reduce((sum, size) => sum + size, 0);
  const step = missing > 0 ? 1 : -1;
  // A stride without a common factor with the length visits every door before it comes back.
  const stride = 7_919;
  for (let at = 0; missing !== 0; at = (at + stride) % sizes.length) {
    const size = sizes[at] ?? 0;
    const changed = size + step;
    if (size === 0 || changed < 1 || changed > SIZE_MAX) continue;
    sizes[at] = changed;
    missing -= step;
  }
}
