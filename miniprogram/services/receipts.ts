/**
 * Reads back what was sent. It leaves the phone only when a second call has found it with the street: until then it stays
 * here, sealed; afterwards only the receipt does. A form is looked up by its receipt; a worker's record is sent once more under
 * its own id, and the cloud says that it knows it.
 */
import { census } from './census';
import { NOBODY } from './client';
import { confirmInOutbox, findInOutbox, outboxEntries, requeueInOutbox } from './outbox';
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

/** Whoever looks at a receipt that waits is told at once; what has just been handed in has nothing to be read yet. */
export async function readBackNow(opId: string): Promise<void> {
  const entry = await findInOutbox(opId);
  if (entry === undefined || !isUndecided(entry)) return;
  readBackNever();
  await readBack(opId);
}

async function readBack(opId?: string): Promise<void> {
  await readBackReceipts(opId);
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

async function readBackReceipts(shown?: string): Promise<void> {
  const forms = (await outboxEntries()).filter(isUndecided);
  // Of those that were read back before, the newest: how it stands is what the first page says; and the one that is looked at.
  const isAsked = ({ state, opId }: OutboxEntry, at: number): boolean =>
    state === 'saved' || at === forms.length - 1 || opId === shown;
  for (const entry of forms.filter(isAsked)) {
    const { opId } = entry;
    const reply = await census.readReceipt({ opId }, { actAs: NOBODY });
    if (reply.ok) await confirmInOutbox(opId, { ...reply.data, isReplaced: isReplaced(entry, reply.data) });
    else if (reply.problem.code === 'NOT_FOUND') await lose(entry);
    else return;
  }
}

/** Another form of the same sender has taken its place: what is read now is that one. */
function isReplaced({ answer }: OutboxEntry, { formId }: { formId: string }): boolean {
  const known = { ...(answer as { formId?: string; isReplaced?: boolean } | undefined) };
  return known.isReplaced === true || (known.formId ?? formId) !== formId;
}

/** The street has lost a form that is still here; one that it had read back lay there for so long that it was deleted. */
export async function lose({ opId, input }: OutboxEntry): Promise<void> {
  if (input === undefined) await confirmInOutbox(opId, { state: 'over' });
  else await requeueInOutbox(opId);
}

/** What a bound household sent is its own file at once, and is read back there. */
function isUndecided(entry: OutboxEntry): boolean {
  return entry.procedure === 'submitForm' && standingOf(entry).stands === 'waiting';
}
