/**
 * The reference street as the bench uses it: a given number of households is registered, exactly, and whatever else stands is
 * untouched, so that there are doors to save at. A smaller street is the first compounds of the large one, with fewer of
 * everything.
 */
import { addDays, startOfDay } from '@domain/kernel/calendar';
import type { HouseholdForm } from '@domain/census/household-form';
import type {
  ConsentDocument,
  DoorDocument,
  HouseholdDocument,
  LinkDocument,
  WallDocument,
} from '../../cloudfunctions/repositories/documents';
import type { Keyring } from '../../cloudfunctions/vault/keys';
import { boardDocuments } from '../../local/seed/boards';
import { placesOf } from '../../local/seed/frame-documents';
import { linkDocument } from '../../local/seed/links';
import type { SettledDoor, SettledUnit } from '../../local/seed/settlement';
import { consentDocument, householdDocument, type Arrival } from '../../local/seed/stored-people';
import { answerOf } from '../../local/seed/answers';
import { generateStreet, type SeedVault, type Street } from '../../local/seed/street';
import type { StreetPlan } from '../../local/seed/street-plan';
import { slotOf, truthOf } from '../../local/seed/tally';

export const BENCH_SEED = 'wanjia bench';
export const BENCH_DAY = '2026-03-10';
export const ALL_HOUSEHOLDS = 76_688;

export interface CutStreet {
  readonly plan: StreetPlan;
  readonly units: readonly SettledUnit[];
  readonly whole: Street;
}

interface Wish {
  readonly households: number;
  /** At least so many doors stand untouched, where the street has them. */
  readonly untouched: number;
}

/** Settled doors up to the wished number of households; every other door, a vacant one too, is nobody's yet. */
export function cutUnits(units: readonly SettledUnit[], { households, untouched }: Wish): SettledUnit[] {
  const kept: SettledUnit[] = [];
  let homes = 0;
  let free = 0;
  let compoundId = '';
  for (const { unit, doors } of units) {
    if (unit.wall.compoundId !== compoundId && homes >= households && free >= untouched) break;
    compoundId = unit.wall.compoundId;
    const settled = doors.map(({ door, fate }): SettledDoor => {
      const isHome = fate.kind === 'home' && homes < households;
      homes += isHome ? 1 : 0;
      free += isHome ? 0 : 1;
      return { door, fate: isHome ? fate : { kind: 'nobodyAsked' } };
    });
    kept.push({ unit, doors: settled });
  }
  return kept;
}

export function cutStreet(wish: Wish): CutStreet {
  const whole = generateStreet({ kind: 'full', seed: BENCH_SEED, people: true, today: BENCH_DAY });
  const units = cutUnits(whole.units, wish);
  const compoundIds = new Set(units.map(({ unit }) => unit.wall.compoundId));
  const compounds = whole.plan.compounds.filter(({ id }) => compoundIds.has(id));
  const communityIds = new Set(compounds.map(({ communityId }) => communityId));
  const communities = whole.plan.communities.filter(({ id }) => communityIds.has(id));
  return { whole, units, plan: { ...whole.plan, compounds, communities } };
}

/** Documents of the cut street; the keys, the campaign, the areas and the seats are the whole one's. */
export function* cutCollections(
  { whole, units, plan }: CutStreet,
  vault: SeedVault,
): Generator<readonly [string, Iterable<{ readonly _id: string }>]> {
  const places = placesOf(plan, BENCH_DAY);
  for (const [name, documents] of whole.collections(vault)) {
    if (name === 'keys' || name === 'config' || name === 'assignments') yield [name, documents];
  }
  yield ['areas', places.areas];
  yield ['compounds', places.compounds];
  yield ['buildings', places.buildings];
  yield ['doors', doorsOf(units)];
  yield ['walls', wallsOf(units)];
  yield ['links', linksOf(units, vault.keyring)];
  yield ['boards', boardDocuments(plan, truthOf(BENCH_SEED, plan, units), startOfDay(BENCH_DAY))];
  yield ['households', householdsOf(units, vault.keyring)];
  yield ['consents', consentsOf(units, vault.keyring)];
}

function* doorsOf(units: readonly SettledUnit[]): Generator<DoorDocument> {
  for (const { unit } of units) for (const { document } of unit.doors) yield document;
}

function* wallsOf(units: readonly SettledUnit[]): Generator<WallDocument> {
  for (const { unit, doors } of units) {
    const slots = Object.fromEntries(
      doors.map((one) => [String(one.door.document.slot), slotOf(BENCH_SEED, one)]),
    );
    yield { ...unit.wall, slots };
  }
}

function* linksOf(units: readonly SettledUnit[], keyring: Keyring): Generator<LinkDocument> {
  const issuedBy = keyring.actorOf('bench');
  const issue = { seed: BENCH_SEED, keyring, issuedBy, at: startOfDay(BENCH_DAY) };
  for (const { document } of units.flatMap(({ unit }) => unit.doors)) {
    yield linkDocument(issue, { kind: 'H', id: document._id });
  }
}

function arrivalOf(keyring: Keyring): Arrival {
  return {
    seed: BENCH_SEED,
    keyring,
    channel: 'doorCode',
    day: addDays(BENCH_DAY, -2),
    confirmedBy: keyring.actorOf('bench'),
  };
}

/** The answer behind a home of the bench; undefined elsewhere. */
export function homeForm(settled: SettledDoor): HouseholdForm | undefined {
  return settled.fate.kind === 'home' ? answerOf(BENCH_SEED, settled) : undefined;
}

function* householdsOf(units: readonly SettledUnit[], keyring: Keyring): Generator<HouseholdDocument> {
  const arrival = arrivalOf(keyring);
  for (const settled of units.flatMap(({ doors }) => doors)) {
    const form = homeForm(settled);
    if (form !== undefined) yield householdDocument(settled.door, form, arrival);
  }
}

function* consentsOf(units: readonly SettledUnit[], keyring: Keyring): Generator<ConsentDocument> {
  const arrival = arrivalOf(keyring);
  for (const { door, fate } of units.flatMap(({ doors }) => doors)) {
    if (fate.kind === 'home') yield consentDocument(door, false, arrival);
  }
}
