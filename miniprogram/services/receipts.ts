/**
 * Reads sent forms back. A form leaves the phone only when a second call has found it with the street: until then its
 * answers stay here, sealed; afterwards only the receipt does.
 */
import { census } from './census';
import { NOBODY } from './client';
import { confirmInOutbox, outboxEntries, requeueInOutbox } from './outbox';
import type { OutboxEntry } from './outbox-entry';
import { isRecord } from './storage';
import { after, type Timer } from './timer';

/** The first screen comes first. */
const LATER_MS = 5000;

let timer: Timer | undefined;

export function readBackLater(): void {
  timer?.cancel();
  timer = after(LATER_MS, () => void readBackReceipts());
}

export function readBackNever(): void {
  timer?.cancel();
}

async function readBackReceipts(): Promise<void> {
  const sent = (await outboxEntries()).filter(isUnread);
  for (const { opId } of sent) {
    const reply = await census.readReceipt({ opId }, { actAs: NOBODY });
    if (reply.ok) await confirmInOutbox(opId);
    else if (reply.problem.code === 'NOT_FOUND') await requeueInOutbox(opId);
    else return;
  }
}

/** What a bound household sent is its own file at once, and is read back there. */
function isUnread({ state, procedure, answer }: OutboxEntry): boolean {
  return state === 'saved' && procedure === 'submitForm' && isRecord(answer) && answer['state'] === 'waiting';
}
