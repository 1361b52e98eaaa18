/**
 * What lies behind a door, as many forms and households as one answer holds: two forms of forty people are two answers. Each is
 * whole, since whoever compares two needs all that either says.
 */
import { decodeCursor, encodeCursor } from '@domain/kernel/page';
import { Problem } from '@domain/kernel/problem';
import type { HouseholdView, WaitingForm } from '@domain/contract/census';
import type { HouseholdDocument, SubmissionDocument } from '../../repositories/documents';

/** Room for the plate, for those who have moved out and for the reply's own words within 8 kB. */
const BYTES_MAX = 7_000;
const DIGITS = 15;

interface Shown {
  waiting: WaitingForm[];
  households: HouseholdView[];
}

export interface DoorRecord {
  /** By which they stand: forms as they came, then households by their number. */
  readonly key: string;
  readonly id: string;
  readonly view: () => Promise<Partial<Shown>>;
}

const padded = (value: number): string => String(value).padStart(DIGITS, '0');

export function keyOfForm({ at, _id }: Pick<SubmissionDocument, 'at' | '_id'>): string {
  return `form ${padded(at)} ${_id}`;
}

export function keyOfHousehold({ seq }: Pick<HouseholdDocument, 'seq'>): string {
  return `household ${padded(seq)}`;
}

/** Throws VALIDATION for a cursor that was not ours. */
function afterCursor(records: readonly DoorRecord[], cursor: string | undefined): readonly DoorRecord[] {
  const sorted = [...records].sort((left, right) => (left.key < right.key ? -1 : 1));
  if (cursor === undefined) return sorted;
  const last = decodeCursor(cursor)?.sort;
  if (typeof last !== 'string') throw new Problem('VALIDATION', { field: 'cursor' });
  return sorted.filter(({ key }) => key > last);
}

/** At least one, however long; none is drawn that is not shown but the one that no longer fits. */
export async function fittingRecords(
  records: readonly DoorRecord[],
  cursor: string | undefined,
): Promise<{ readonly shown: Shown; readonly ids: readonly string[]; readonly next?: string }> {
  const shown: Shown = { waiting: [], households: [] };
  const ids: string[] = [];
  let bytes = 0;
  let last: DoorRecord | undefined;
  for (const record of afterCursor(records, cursor)) {
    const { waiting = [], households = [] } = await record.view();
    bytes += Buffer.byteLength(JSON.stringify([...waiting, ...households]));
    if (last !== undefined && bytes > BYTES_MAX) {
      return { shown, ids, next: encodeCursor({ sort: last.key, id: last.id }) };
    }
    shown.waiting.push(...waiting);
    shown.households.push(...households);
    ids.push(record.id);
    last = record;
  }
  return { shown, ids };
}
