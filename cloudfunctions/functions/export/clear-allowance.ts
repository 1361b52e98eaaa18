/**
 * Full names and phones leave in small numbers: at most 2,500 rows a file and as many a person in thirty days (T18). The
 * ledger is one document a person, written in the transaction of the request, so that two requests cannot pass together.
 */
import { addDays } from '@domain/kernel/calendar';
import type { Day } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext, SystemContext } from '../../kernel/context';
import { increase } from '../../kernel/store';
import type { LimitDocument, WallDocument } from '../../repositories/documents';
import { digestId } from '../../vault/random-id';

export const CLEAR_ROWS_MAX = 2_500;
const WINDOW_DAYS = 30;

/** Rows that a compound's table will have as its walls stand: a row a person, a household without names, a vacant door. */
export function rowsIn(walls: readonly WallDocument[]): number {
  const slots = walls.flatMap((wall) => Object.values(wall.slots));
  return slots.reduce((rows, { state, households, people }) => {
    if (households === 0) return rows + (state === 'vacant' ? 1 : 0);
    return rows + Math.max(people, households);
  }, 0);
}

/** Takes rows from the caller's allowance; throws RATE_LIMITED where they are more than is left. */
export async function spendClearRows(context: ChangeContext, rows: number): Promise<void> {
  const _id = ledgerId(context.caller.userId);
  const ledger = await context.store.find<LimitDocument>('limits', _id);
  const firstDay = addDays(context.today, 1 - WINDOW_DAYS);
  const counts = Object.fromEntries(Object.entries(ledger?.counts ?? {}).filter(([day]) => day >= firstDay));
  const spent = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (spent + rows > CLEAR_ROWS_MAX) throw new Problem('RATE_LIMITED', { left: CLEAR_ROWS_MAX - spent });
  const next: LimitDocument = {
    _id,
    counts: { ...counts, [context.today]: (counts[context.today] ?? 0) + rows },
    wrongTokens: 0,
    lockedUntil: 0,
    purgeOn: addDays(context.today, WINDOW_DAYS),
  };
  if (ledger === undefined) context.write.insert('limits', next);
  else context.write.replace('limits', next);
}

interface TakenRows {
  readonly userId: string;
  /** On which they were taken. */
  readonly day: Day;
  readonly rows: number;
}

/** A file that nobody agreed to costs nothing: its rows go back to the day on which they were taken. */
export async function returnClearRows(
  context: ChangeContext,
  { userId, day, rows }: TakenRows,
): Promise<void> {
  const _id = ledgerId(userId);
  const ledger = await context.store.find<LimitDocument>('limits', _id);
  if (ledger?.counts[day] !== undefined) {
    context.write.patch('limits', _id, { [`counts.${day}`]: increase(-rows) });
  }
}

/** The same for a file that could not be made. What has left the ledger with its day stays away. */
export async function giveBackClearRows(
  { store }: Pick<SystemContext, 'store'>,
  { userId, day, rows }: TakenRows,
): Promise<void> {
  const field = `counts.${day}`;
  await store.patchWhere(
    'limits',
    { _id: ledgerId(userId), [field]: { gte: rows } },
    { [field]: increase(-rows) },
  );
}

export function ledgerId(userId: string): string {
  return digestId('clearRows', userId);
}
