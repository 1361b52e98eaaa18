/**
 * One synthetic street with known truth. The same seed, kind and day give the same street; only sealed values differ between
 * two runs, because each seal has its own random nonce.
 */
import { isUnder14 } from '@domain/census/age-band';
import { type HouseholdForm } from '@domain/census/household-form';
import { CHANNELS } from '@domain/census/codes';
import { addDays, startOfDay } from '@domain/kernel/calendar';
import type { Day } from '@domain/kernel/day';
import type {
  ConsentDocument,
  HouseholdDocument,
  KeyDocument,
  WallDocument,
} from '../../cloudfunctions/repositories/documents';
import type { Keyring } from '../../cloudfunctions/vault/keys';
import { boardDocuments } from './boards';
import { placesOf, planUnits, type Places, type PlannedDoor, type PlannedUnit } from './frame-documents';
import { planReferenceStreet } from './reference-street';
import { linkDocument, type Issue } from './links';
import { answerOf, waitingAnswerOf } from './answers';
import { assigneeOf, assignmentDocuments, identitiesOf, openidOf, type Identity } from './personas';
import { chanceOf } from './random';
import { courseDocuments, directoryDocuments, guideDocuments } from './services';
import { campaignDocument } from './settings';
import { settleNobody, settleReference, settleSmallStreet, type Fate, type SettledUnit } from './settlement';
import { planSmallStreet } from './small-street';
import { consentDocument, householdDocument, submissionDocument, type Arrival } from './stored-people';
import type { StreetPlan } from './street-plan';
import { slotOf, truthOf, type Truth } from './tally';
import { volunteerDocuments } from './volunteers';

export interface StreetInput {
  /** small: the test street of the journeys · full: the reference street of 123 compounds. */
  readonly kind: 'small' | 'full';
  readonly seed: string;
  /** Registers every household of the full street. The small street always has a few. */
  readonly people?: boolean;
  /** The day on which the street opens, as the people in it see it. */
  readonly today: Day;
}

/** A street's documents in memory and as streams, and what is true of them. */
export interface Street {
  readonly plan: StreetPlan;
  readonly truth: Truth;
  readonly identities: readonly Identity[];
  readonly units: readonly SettledUnit[];
  /** Every collection that has documents, each made while it is read. `keys` are those the keyring was opened with. */
  collections(
    vault: SeedVault,
  ): Iterable<readonly [name: string, documents: Iterable<{ readonly _id: string }>]>;
}

export interface SeedVault {
  readonly keyring: Keyring;
  readonly keys: readonly KeyDocument[];
}

const EARLIER_DAYS = 9;
const SEED_ACTOR = 'ADM';
/** Share of accepted answers that a worker brought home. */
const VISIT_SHARE = 0.3;

export function generateStreet(input: StreetInput): Street {
  const { seed, kind } = input;
  const plan = kind === 'small' ? planSmallStreet(seed) : planReferenceStreet(seed);
  const places = placesOf(plan, addDays(input.today, -EARLIER_DAYS));
  const units = settle(input, planUnits(places));
  const truth = truthOf(seed, plan, units);
  return {
    plan,
    truth,
    units,
    identities: identitiesOf(plan),
    collections: (vault) => streams({ input, plan, places, truth, units, vault }),
  };
}

function settle({ kind, seed, people }: StreetInput, units: PlannedUnit[]): SettledUnit[] {
  if (kind === 'small') return settleSmallStreet(seed, units);
  return people === true ? settleReference(seed, units) : settleNobody(units);
}

interface Sources {
  readonly input: StreetInput;
  readonly plan: StreetPlan;
  readonly places: Places;
  readonly truth: Truth;
  readonly units: readonly SettledUnit[];
  readonly vault: SeedVault;
}

function* streams(sources: Sources): Generator<readonly [string, Iterable<{ readonly _id: string }>]> {
  const { plan, places, input, truth, units, vault } = sources;
  yield ['keys', vault.keys];
  yield ['config', [campaignDocument(plan, input.today)]];
  yield ['areas', places.areas];
  yield ['compounds', places.compounds];
  yield ['buildings', places.buildings];
  yield ['doors', doors(units)];
  yield ['walls', walls(sources, assigneeOf(plan, vault.keyring))];
  yield ['links', links(sources)];
  yield ['assignments', assignmentDocuments(plan, vault.keyring, input.today)];
  yield ['volunteers', volunteerDocuments(plan, vault.keyring, input.today)];
  yield ['guides', guideDocuments(plan)];
  yield ['courses', courseDocuments(plan)];
  yield ['directory', directoryDocuments(plan)];
  yield ['boards', boardDocuments(plan, truth, startOfDay(input.today))];
  yield ['households', households(sources)];
  yield ['consents', consents(sources)];
  yield ['submissions', submissions(sources)];
}

function* doors(units: readonly SettledUnit[]): Generator<{ readonly _id: string }> {
  for (const { unit } of units) for (const { document } of unit.doors) yield document;
}

function* walls(
  { input, units }: Sources,
  assignee: (wall: WallDocument) => string | undefined,
): Generator<WallDocument> {
  for (const { unit, doors: settled } of units) {
    const slots = Object.fromEntries(
      settled.map((one) => [String(one.door.document.slot), slotOf(input.seed, one)]),
    );
    const assigneeId = assignee(unit.wall);
    yield { ...unit.wall, slots, ...(assigneeId === undefined ? {} : { assigneeId }) };
  }
}

function* links({ input, plan, units, vault }: Sources): Generator<{ readonly _id: string }> {
  const { keyring } = vault;
  const issue: Issue = {
    seed: input.seed,
    keyring,
    issuedBy: keyring.actorOf(openidOf(SEED_ACTOR)),
    at: startOfDay(addDays(input.today, -EARLIER_DAYS)),
  };
  for (const compound of plan.compounds) {
    yield linkDocument(issue, { kind: 'C', id: compound.id });
    for (const { id } of compound.buildings) yield linkDocument(issue, { kind: 'B', id });
  }
  for (const { unit } of units) {
    for (const { document } of unit.doors) yield linkDocument(issue, { kind: 'H', id: document._id });
  }
}

function arrivalAt({ input, vault }: Sources, door: PlannedDoor): Arrival {
  const chance = chanceOf(input.seed, 'arrival', door.name);
  const { keyring } = vault;
  return {
    seed: input.seed,
    keyring,
    channel: chance.happens(VISIT_SHARE) ? 'visit' : chance.pick(CHANNELS.slice(0, 5)),
    day: addDays(input.today, -1 - chance.below(EARLIER_DAYS)),
    confirmedBy: keyring.actorOf(openidOf('W1')),
  };
}

interface Answer {
  readonly door: PlannedDoor;
  readonly form: HouseholdForm;
  readonly arrival: Arrival;
}

function* answers(sources: Sources): Generator<Answer> {
  for (const { doors: settled } of sources.units) {
    for (const one of settled) {
      const form = answerOf(sources.input.seed, one);
      if (form !== undefined) yield { door: one.door, form, arrival: arrivalAt(sources, one.door) };
    }
  }
}

function* households(sources: Sources): Generator<HouseholdDocument> {
  for (const { door, form, arrival } of answers(sources)) yield householdDocument(door, form, arrival);
}

function* consents(sources: Sources): Generator<ConsentDocument> {
  for (const { door, form, arrival } of answers(sources)) {
    const guardian = form.members.some(({ ageBand }) => isUnder14(ageBand));
    yield consentDocument(door, guardian, arrival);
  }
}

function* submissions(sources: Sources): Generator<{ readonly _id: string }> {
  for (const unit of sources.units) {
    for (const settled of unit.doors) {
      const form = waitingAnswerOf(sources.input.seed, settled);
      if (form === undefined) continue;
      const arrival = { ...arrivalAt(sources, settled.door), channel: 'doorCode' as const };
      yield submissionDocument(settled.door, { form, ...marksOf(settled.fate) }, arrival);
    }
  }
}

function marksOf(fate: Fate): { isFlagged: boolean; isBeside: boolean } {
  const isBeside = fate.kind === 'home';
  return { isFlagged: isBeside || (fate.kind === 'waiting' && fate.isFlagged), isBeside };
}
