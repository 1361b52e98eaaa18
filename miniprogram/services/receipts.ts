/**
 * Reads back what was sent. It leaves the phone only when a second call has found it with the street: until then it stays
 * here, sealed; afterwards only the receipt does. A form is looked up by its receipt; a worker's record is sent once more under
 * its own id, and the cloud says that it knows it.
 */
import { census } from './census';
import { NOBODY } from './client';
import { confirmInOutbox, outboxEntries, requeueInOutbox } from './outbox';
import { callWith, type Outcome } from './outbox-call';
import { isPassing, sentEntry, standingOf, type OutboxEntry } from './outbox-entry';
import { callOf } from './outbox-load';
import { onOutboxChange } from './outbox-news';
import { after, type Timer } from './timer';

/** The first screen comes first. */
const LATER_MS = 5000;

let timer: Timer | undefined;

/** Called once, at launch: a worker's records are read back soon after they were taken. */
export function watchRecords(): void {
  onOutboxChange((changed) => {
    if (changed.some(isUnreadRecord)) readBackLater();
  });
}

export function readBackLater(): void {
  timer?.cancel();
  timer = after(LATER_MS, () => void readBack());
}

export function readBackNever(): void {
  timer?.cancel();
}

async function readBack(): Promise<void> {
  await readBackReceipts();
  await readBackRecords();
}

async function readBackRecords(): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const unread = (await outboxEntries()).filter((entry) => isUnreadRecord(entry) && !tried.has(entry.opId));
    const [first] = unread;
    if (first === undefined) return;
    const load = callOf(unread, first);
    for (const { opId } of load) tried.add(opId);
    const outcomes = await callWith(load.map(sentEntry));
    for (const [index, { opId }] of load.entries()) await conclude(opId, outcomes[index]);
    // Nobody answers: the next start asks again.
    if (outcomes.some((outcome) => !outcome.ok && outcome.wasWhole)) return;
  }
}

/** What the cloud had lost and has just taken again is read back once more. */
async function conclude(opId: string, outcome: Outcome | undefined): Promise<void> {
  if (outcome === undefined) return;
  if (outcome.ok) {
    if (outcome.isRepeated) await confirmInOutbox(opId);
    else readBackLater();
  } else if (!outcome.wasWhole && !isPassing(outcome.problem.code)) await requeueInOutbox(opId);
}

function isUnreadRecord({ state, name }: OutboxEntry): boolean {
  return state === 'saved' && name === 'visit';
}

async function readBackReceipts(): Promise<void> {
  const forms = (await outboxEntries()).filter(isUndecided);
  // Of those that were read back before, the newest: how it stands is what the first page says.
  const sent = forms.filter((entry, at) => entry.state === 'saved' || at === forms.length - 1);
  for (const { opId } of sent) {
    const reply = await census.readReceipt({ opId }, { actAs: NOBODY });
    if (reply.ok) await confirmInOutbox(opId, reply.data);
    else if (reply.problem.code === 'NOT_FOUND') await requeueInOutbox(opId);
    else return;
  }
}

/** What a bound household sent is its own file at once, and is read back there. */
function isUndecided(entry: OutboxEntry): boolean {
  return entry.procedure === 'submitForm' && standingOf(entry).stands === 'waiting';
}
