/**
 * What this phone has noted at doors: how it becomes an entry of the outbox, and how a door looks with it although the cloud has
 * not said so yet. A knock stands still for ten seconds, in which it can be changed or taken back.
 */
import type { KnockRecord, OfflineRecord } from '@domain/contract/offline-record';
import type { PackDoor } from '@domain/contract/visit';
import { VISIT_RESULTS, type DoorState, type VisitResult } from '@domain/census/codes';
import { visitResultTable } from '@domain/codes/tables';
import { dayOf } from '@domain/kernel/day';
import { isAnswered, knockAt, type KnockedDoor, type NextVisit } from '@domain/work/visit';
import { NOTE_WORDS } from '../../../messages/visit';
import { now, trueMoment } from '../../../services/clock';
import { newOpId } from '../../../services/new-op-id';
import { changeInOutbox, flushOutbox, keepEntry, type NewEntry } from '../../../services/outbox';
import { isUnsent, type OutboxEntry } from '../../../services/outbox-entry';
import { isRecord } from '../../../services/storage';

type CorrectionRecord = Extract<OfflineRecord, { kind: 'correction' }>['record'];

export const HOLD_MS = 10_000;

export interface DoorPlace {
  doorId: string;
  /** The door as it is written for people. */
  label: string;
  /** Ticket of the route pack; without one the knock goes alone and needs a network. */
  pack: string | undefined;
}

/** A door with everything that this phone knows of it. */
export interface DoorFacts extends KnockedDoor {
  answered: boolean;
  next: NextVisit | undefined;
  /** What the last knock came to. */
  result?: VisitResult | undefined;
}

export const groupOfDoor = (doorId: string): string => `door:${doorId}`;

export async function noteKnock(place: DoorPlace, knock: KnockRecord): Promise<OutboxEntry> {
  const entry = await keepEntry({
    opId: await newOpId(),
    group: groupOfDoor(place.doorId),
    label: place.label,
    notBefore: now() + HOLD_MS,
    ...contentOf(place, knock),
  });
  void flushOutbox();
  return entry;
}

/** False where the knock has left already. */
export async function changeKnock(opId: string, place: DoorPlace, knock: KnockRecord): Promise<boolean> {
  const { input, what } = contentOf(place, knock);
  return changeInOutbox(opId, { input, what, origin: undefined, notBefore: now() + HOLD_MS });
}

/** A practical note for whoever comes next; it may be written in a basement. */
export async function writeNote(
  place: Omit<DoorPlace, 'doorId'> & { unitId: string },
  note: string,
): Promise<OutboxEntry> {
  const record = { unitId: place.unitId, wholeBuilding: true, text: note };
  const entry = await keepEntry({
    opId: await newOpId(),
    name: 'visit',
    ...(place.pack === undefined
      ? { procedure: 'writeNote', isBatched: false, input: record }
      : { procedure: 'syncBatch', isBatched: true, input: { kind: 'note', pack: place.pack, record } }),
    group: `unit:${place.unitId}`,
    label: place.label,
    what: NOTE_WORDS.what,
    origin: undefined,
  });
  void flushOutbox('now');
  return entry;
}

/** The words of a note that still lies on this phone. */
export function noteIn({ input, procedure }: OutboxEntry): string | undefined {
  if (!isRecord(input)) return undefined;
  const record = procedure === 'writeNote' ? input : input['kind'] === 'note' ? input['record'] : undefined;
  return isRecord(record) && typeof record['text'] === 'string' ? record['text'] : undefined;
}

function contentOf(
  { pack }: DoorPlace,
  knock: KnockRecord,
): Pick<NewEntry, 'name' | 'procedure' | 'isBatched' | 'input' | 'what' | 'origin'> {
  const common = { name: 'visit', what: visitResultTable.labelOf(knock.result), origin: undefined };
  return pack === undefined
    ? { ...common, procedure: 'recordVisit', isBatched: false, input: knock }
    : { ...common, procedure: 'syncBatch', isBatched: true, input: { kind: 'visit', pack, record: knock } };
}

/** The knock of an entry, as long as the phone holds it. */
export function knockOf({ input, procedure }: OutboxEntry): KnockRecord | undefined {
  if (procedure === 'recordVisit') return input as KnockRecord;
  return isRecord(input) && input['kind'] === 'visit' ? (input['record'] as KnockRecord) : undefined;
}

function isCollection({ input, procedure }: OutboxEntry): boolean {
  if (procedure === 'submitForm') return true;
  return isRecord(input) && (input['kind'] === 'filing' || input['kind'] === 'correction');
}

/** A correction that says who lives there now. */
function listsSomebody({ input }: OutboxEntry): boolean {
  if (!isRecord(input) || input['kind'] !== 'correction') return false;
  const { changes } = input['record'] as CorrectionRecord;
  return changes.members.length > 0;
}

export function factsOf(door: PackDoor): DoorFacts {
  const { state, waiting, attempts, signs, answered, next, result } = door;
  return { state, lastSeq: door.households.length, waiting, attempts, signs, answered, next, result };
}

/** The door after everything that this phone noted since `asOf`; entries in the order in which they were made. */
export function withRecords(facts: DoorFacts, entries: readonly OutboxEntry[], asOf: number): DoorFacts {
  return notedSince(entries, asOf).reduce(withRecord, facts);
}

/** What the cloud has taken before the door was read stands in the door already. */
export function notedSince(entries: readonly OutboxEntry[], asOf: number): OutboxEntry[] {
  return entries.filter((entry) => isUnsent(entry) || trueMoment(entry.madeAt) >= asOf);
}

function withRecord(facts: DoorFacts, entry: OutboxEntry): DoorFacts {
  const told = toldOf(entry.answer);
  if (told !== undefined) return { ...facts, ...told, ...resultOf(entry) };
  if (entry.state === 'parked' || entry.state === 'broken') return facts;
  if (isCollection(entry)) return withAnswers(facts, entry);
  const knock = knockOf(entry);
  if (knock === undefined) return facts;
  const day = dayOf(trueMoment(entry.madeAt));
  const outcome = knockAt(facts, { ...knock, signs: knock.signs ?? [], day });
  if (outcome === undefined) return facts;
  const { door: state, attempts, signs, next } = outcome;
  return { ...facts, state, attempts, signs, next, result: knock.result };
}

/** A door that has answered stays what it is, but for an empty home in which somebody lives now. */
function withAnswers(facts: DoorFacts, entry: OutboxEntry): DoorFacts {
  const isLivedIn = facts.state === 'vacant' && listsSomebody(entry);
  const stays = (facts.answered || isAnswered(facts)) && !isLivedIn;
  return { ...facts, state: stays ? facts.state : 'filled', answered: true, next: undefined };
}

/** What was noted, which an entry still says when the knock itself is wiped. */
function resultOf({ what }: OutboxEntry): Pick<DoorFacts, 'result'> {
  const result = VISIT_RESULTS.find((one) => visitResultTable.labelOf(one) === what);
  return result === undefined ? {} : { result };
}

/** What the cloud answered to a knock: the door as it is since then. */
function toldOf(answer: unknown): Pick<DoorFacts, 'state' | 'attempts' | 'next' | 'answered'> | undefined {
  const knock = isRecord(answer) ? (answer['knock'] ?? answer) : undefined;
  if (!isRecord(knock) || typeof knock['state'] !== 'string') return undefined;
  if (typeof knock['attempts'] !== 'number') return undefined;
  const state = knock['state'] as DoorState;
  return {
    state,
    attempts: knock['attempts'],
    next: knock['next'] as NextVisit | undefined,
    answered: isAnswered({ state, lastSeq: 0, waiting: 0 }),
  };
}

/** Doors of which this phone still holds something, by their id. */
export function doorsWaiting(entries: readonly OutboxEntry[]): Set<string> {
  const prefix = groupOfDoor('');
  const waiting = entries.filter((entry) => isUnsent(entry) && entry.group.startsWith(prefix));
  return new Set(waiting.map(({ group }) => group.slice(prefix.length)));
}
