import type { Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import type { SubmissionDocument } from './documents';
import { readPage } from './pages';

const NAME = 'submissions';
const WAITING_AT_A_DOOR_MAX = 20;
const WAITING_IN_A_UNIT_MAX = 200;
const WAITING_A_READ = 1000;
const OVERDUE_A_NIGHT = 200;

export function findSubmission(reader: Reader, id: string): Promise<SubmissionDocument | undefined> {
  return reader.find<SubmissionDocument>(NAME, id);
}

/** Forms waiting at a door, oldest first. Index door_state_at. */
export function waitingAtDoor(reader: Reader, doorId: string): Promise<SubmissionDocument[]> {
  return reader.search<SubmissionDocument>(NAME, {
    where: { doorId, state: 'waiting' },
    order: [['at', 'asc']],
    limit: WAITING_AT_A_DOOR_MAX,
  });
}

/** Forms waiting at some doors of a unit, oldest first. Index door_state_at. */
export function waitingAtDoors(reader: Reader, doorIds: readonly string[]): Promise<SubmissionDocument[]> {
  return reader.search<SubmissionDocument>(NAME, {
    where: { doorId: { in: doorIds }, state: 'waiting' },
    order: [['at', 'asc']],
    limit: WAITING_IN_A_UNIT_MAX,
  });
}

/** One page of what waits in a territory, oldest first. Indexes grid_state_at, community_state_at, street_state_at. */
export function waitingPage(
  reader: Reader,
  territory: { readonly field: string; readonly values: readonly string[] },
  cursor: string | undefined,
): Promise<Page<SubmissionDocument>> {
  return readPage<SubmissionDocument>(reader, NAME, {
    where: { [territory.field]: { in: territory.values }, state: 'waiting' },
    sort: 'at',
    direction: 'asc',
    cursor,
  });
}

/** The sender's own form by its operation. Index sender_op. */
export async function sentForm(
  reader: Reader,
  submittedBy: string,
  opId: string,
): Promise<SubmissionDocument | undefined> {
  const [form] = await reader.search<SubmissionDocument>(NAME, { where: { submittedBy, opId }, limit: 1 });
  return form;
}

/** Forms that nobody has confirmed in their time. Index purge. */
export function waitingTooLong(reader: Reader, today: string): Promise<SubmissionDocument[]> {
  return reader.search<SubmissionDocument>(NAME, {
    where: { purgeOn: { lte: today }, state: 'waiting' },
    order: [['purgeOn', 'asc']],
    limit: OVERDUE_A_NIGHT,
  });
}

type ArrivedFields = Pick<SubmissionDocument, '_id' | 'gridId' | 'channel' | 'receiptDay' | 'at'>;

/** Every form that waits in a compound by how it came, a thousand a read. Index compound_state_at. */
export async function waitingInCompound(reader: Reader, compoundId: string): Promise<ArrivedFields[]> {
  const all = new Map<string, ArrivedFields>();
  for (let from = 0; ;) {
    const page = await reader.search<ArrivedFields>(NAME, {
      where: { compoundId, state: 'waiting', at: { gte: from } },
      order: [['at', 'asc']],
      limit: WAITING_A_READ,
      fields: ['gridId', 'channel', 'receiptDay', 'at'],
    });
    for (const form of page) all.set(form._id, form);
    const last = page[page.length - 1]?.at ?? from;
    if (page.length < WAITING_A_READ) return [...all.values()];
    // More forms of one moment than a read holds: a page that would not get on is a defect, and says so.
    if (last === from) throw new Error(`more than ${WAITING_A_READ} forms of one moment`);
    from = last;
  }
}
