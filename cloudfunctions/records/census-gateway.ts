/**
 * The one gate between the census and the life of the street. Volunteers, wishes, issues, activities, courses and notices learn
 * nothing of what was said to the census but what stands here: where somebody lives, which accounts belong to a home, and the own
 * registration for a use that is shown and can be refused. Whoever asks about another person than the caller names that
 * person's household among the subjects of its event or look, so that the household sees it.
 */
import { isMinor } from '@domain/census/age-band';
import type { DoorState } from '@domain/census/codes';
import { HEAD } from '@domain/census/relation';
import type { PlateLines } from '@domain/area/plate';
import { Problem } from '@domain/kernel/problem';
import { dayOf } from '@domain/kernel/day';
import { nextOf } from '@domain/kernel/page';
import type { ChangeContext } from '../kernel/context';
import type { Reader } from '../kernel/store';
import type { HouseholdDocument, Path } from '../repositories/documents';
import {
  findHousehold,
  householdsOfDoor,
  openHouseholdsPage,
  standingOf,
  type HouseholdStanding,
} from '../repositories/households';
import { newestVisit } from '../repositories/visits';
import { findWall, wallsOfBuilding } from '../repositories/walls';
import { addressOf, doorAt, doorIdOf, pathOf, placeOfWall, plateOf, splitDoorId } from './door-place';
import { openAnswers } from './sealed-answers';

type Asking = Pick<ChangeContext, 'caller' | 'store'>;

/** A home as the life of the street knows it: where it is, and nothing of who lives there. */
export interface Home extends Path {
  readonly householdId: string;
  readonly doorId: string;
  readonly plate: PlateLines;
  /** Bound to it. */
  readonly accounts: readonly string[];
}

function homeOf(household: HouseholdDocument): Home {
  return {
    ...pathOf(household),
    householdId: household._id,
    doorId: household.doorId,
    plate: plateOf(household.address),
    accounts: household.accounts,
  };
}

function isOver({ state }: Pick<HouseholdDocument, 'state'>): boolean {
  return state === 'closed';
}

/** The household of the caller's seat. Throws NOT_FOUND where the seat is no resident's or the household has ended. */
async function ownHousehold({ caller, store }: Asking): Promise<HouseholdDocument> {
  const id = caller.seat?.scope.householdId;
  const household = id === undefined ? undefined : await findHousehold(store, id);
  if (household === undefined || isOver(household) || !household.accounts.includes(caller.userId)) {
    throw new Problem('NOT_FOUND');
  }
  return household;
}

/** Where the caller lives, by the resident's seat that acts. Throws NOT_FOUND. */
export async function ownHome(asking: Asking): Promise<Home> {
  return homeOf(await ownHousehold(asking));
}

/** Somebody of the own household, as it wrote itself down. */
export interface OwnPerson {
  readonly key: string;
  readonly name: string;
  readonly isAdult: boolean;
  readonly isHead: boolean;
}

export interface OwnProfile {
  readonly home: Home;
  /** Members with a name; who is under 14 has none. */
  readonly people: readonly OwnPerson[];
  /** Empty where the household has taken its number back. */
  readonly phone: string;
}

/**
 * The caller's own registration, to be filled in for them where they see it and can refuse it. A household that withdrew its
 * consent is not read.
 */
export async function ownProfile({
  keyring,
  ...asking
}: Asking & Pick<ChangeContext, 'keyring'>): Promise<OwnProfile> {
  const household = await ownHousehold(asking);
  const home = homeOf(household);
  if (household.withdrawn) return { home, people: [], phone: '' };
  const { members, phone } = openAnswers(keyring, household);
  const people = members.flatMap(({ key, name = '', ageBand, relation }): OwnPerson[] =>
    name === '' ? [] : [{ key, name, isAdult: !isMinor(ageBand), isHead: relation === HEAD }],
  );
  return { home, people, phone: phone.number };
}

/** Accounts bound to a household; none where it has ended. */
export async function accountsOf(store: Reader, householdId: string): Promise<readonly string[]> {
  const household = await findHousehold(store, householdId);
  return household === undefined || isOver(household) ? [] : household.accounts;
}

/** How a home came to an end here: its people moved away, or took their consent back on a day. */
export interface LostHome {
  readonly how: 'closed' | 'withdrawn';
  /** Of the consent; '' where the home is closed. */
  readonly on: string;
}

const ASKED_AT_ONCE = 100;

function lossOf({ state, withdrawn, consent }: HouseholdStanding): LostHome | undefined {
  if (state === 'closed') return { how: 'closed', on: '' };
  return withdrawn ? { how: 'withdrawn', on: consent.withdrawnOn ?? '' } : undefined;
}

/** Those of some homes that have come to an end, a hundred a read. */
export async function lostHomes(
  store: Reader,
  householdIds: readonly string[],
): Promise<ReadonlyMap<string, LostHome>> {
  const lost = new Map<string, LostHome>();
  for (let from = 0; from < householdIds.length; from += ASKED_AT_ONCE) {
    for (const household of await standingOf(store, householdIds.slice(from, from + ASKED_AT_ONCE))) {
      const loss = lossOf(household);
      if (loss !== undefined) lost.set(household._id, loss);
    }
  }
  return lost;
}

/** Homes behind a door, in the order in which they came. */
export async function homesBehind(store: Reader, doorId: string): Promise<readonly Home[]> {
  const households = await householdsOfDoor(store, doorId);
  return households.filter((household) => !isOver(household)).map(homeOf);
}

/** Where a door stands, with its plate and the volunteer who has its unit; nothing of what was said behind it. Throws NOT_FOUND. */
export async function placeOfDoor(
  store: Reader,
  doorId: string,
): Promise<{ readonly place: Path & { readonly assignedTo?: string }; readonly plate: PlateLines }> {
  const door = doorAt(await findWall(store, splitDoorId(doorId)?.unitId ?? ''), doorId);
  return { place: placeOfWall(door.wall), plate: plateOf(addressOf(door)) };
}

/**
 * The number of the knock that a visit of the caller is today: the newest one where it is theirs, else the one that will be kept
 * next. The knock's own id follows from door and number, before it is kept and after.
 */
export async function ownKnock(
  { caller, store, today }: Asking & Pick<ChangeContext, 'today'>,
  doorId: string,
): Promise<number> {
  const newest = await newestVisit(store, doorId);
  if (newest === undefined) return 1;
  const isThisVisit = newest.by === caller.userId && dayOf(newest.at) === today;
  return isThisVisit ? newest.number : newest.number + 1;
}

const NOBODY_THERE: ReadonlySet<DoorState> = new Set<DoorState>(['vacant', 'notExist', 'business']);

/** Doors of a building behind which somebody may live, in their order, with their plates; nothing of who does. */
export async function homesOfBuilding(
  store: Reader,
  buildingId: string,
): Promise<readonly { readonly doorId: string; readonly plate: PlateLines }[]> {
  const walls = await wallsOfBuilding(store, buildingId);
  return walls.flatMap((wall) =>
    Object.entries(wall.slots)
      .filter(([, { state }]) => !NOBODY_THERE.has(state))
      .sort(([, left], [, right]) => (left.routeKey < right.routeKey ? -1 : 1))
      .map(([slot]) => {
        const door = doorAt(wall, doorIdOf(wall._id, slot));
        return { doorId: door.doorId, plate: plateOf(addressOf(door)) };
      }),
  );
}

export interface Ground {
  readonly field: 'buildingId' | 'compoundId' | 'gridId' | 'communityId';
  readonly id: string;
}

export interface AccountsPage {
  /** Each account with the building of its home, for figures of reach. */
  readonly accounts: readonly {
    readonly userId: string;
    readonly householdId: string;
    readonly doorId: string;
    readonly buildingId: string;
  }[];
  readonly next?: string;
}

/** Accounts bound in an area, twenty households a page: for timers that tell many. */
export async function accountsIn(
  store: Reader,
  ground: Ground,
  cursor: string | undefined,
): Promise<AccountsPage> {
  const { rows, next } = await openHouseholdsPage(store, ground, cursor);
  const accounts = rows.flatMap(({ _id, doorId, buildingId, accounts: userIds }) =>
    userIds.map((userId) => ({ userId, householdId: _id, doorId, buildingId })),
  );
  return { accounts, ...nextOf({ next }) };
}
