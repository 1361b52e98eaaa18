/**
 * Every night: the seats of the office are offered by one administrator and agreed to by another, so a street that comes down to
 * one can renew nobody, not even that one. As long as two are left, those who can still act are told in time.
 */
import { isInForce } from '@domain/identity/seat';
import { addDays, daysBetween } from '@domain/kernel/calendar';
import { dayWords, type Day } from '@domain/kernel/day';
import type { SystemContext } from '../../kernel/context';
import { messageFromTimer } from '../../records/messages';
import { administratorsOf } from '../../repositories/assignments';
import type { AssignmentDocument, MessageDocument } from '../../repositories/documents';

/** So many days before, each time once. */
const TOLD_BEFORE = [1, 3, 7, 14, 30];
const NEEDED = 2;
const PEOPLE = '/packages/manage/pages/people/people';

/** The last day of each who may still act, the one who stays longest first. Whoever only looks on renews nobody. */
function lastDays(seats: readonly AssignmentDocument[], today: Day): [userId: string, lastDay: Day][] {
  const days = new Map<string, Day>();
  for (const { userId, endsOn, duty, ...seat } of seats) {
    const counts = duty !== 'observe' && isInForce({ ...seat, endsOn }, today);
    if (counts && endsOn > (days.get(userId) ?? '')) days.set(userId, endsOn);
  }
  return [...days].sort(([, left], [, right]) => right.localeCompare(left));
}

async function tellOnce({ store }: SystemContext, message: MessageDocument): Promise<void> {
  await store.transact(async (transaction) => {
    const told = await transaction.find<MessageDocument>('messages', message._id);
    if (told === undefined) await transaction.insert('messages', message);
  });
}

export async function warnOfLastSeats(context: SystemContext): Promise<void> {
  const { store, today } = context;
  const { streetId, streetName } = await context.campaign();
  const left = lastDays(await administratorsOf(store, { streetId, today }), today);
  const [, lastDay] = left[NEEDED - 1] ?? ['', addDays(today, -1)];
  const day = addDays(lastDay, 1);
  const step = TOLD_BEFORE.find((days) => daysBetween(today, day) <= days);
  if (step === undefined) return;
  for (const [userId] of left) {
    const values = { place: streetName, day: dayWords(day) };
    const telling = { userId, kind: 'seatsEnding', values, link: PEOPLE } as const;
    // Where one is left already, it is said once: the day does not move on.
    const subject = left.length < NEEDED ? `${streetId}.alone` : `${streetId}.${day}.${step}`;
    await tellOnce(context, messageFromTimer(context, subject, telling));
  }
}
