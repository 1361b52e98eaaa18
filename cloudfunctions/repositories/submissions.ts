import type { Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import type { SubmissionDocument } from './documents';
import { digestId } from '../vault/random-id';
import { readPage } from './pages';

const NAME = 'submissions';
const WAITING_AT_A_DOOR_MAX = 20;
const WAITING_IN_A_UNIT_MAX = 200;
const WAITING_A_READ = 1000;
const OVERDUE_A_NIGHT = 200;
/** Whoever fills for a whole building still finds the own one among them. */
const LAST_OF_A_SENDER = 50;

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

/** Forms that were handed in at a door and sent back, newest first. Index door_state_at. */
export function sentBackAtDoor(reader: Reader, doorId: string): Promise<SubmissionDocument[]> {
  return reader.search<SubmissionDocument>(NAME, {
    where: { doorId, state: 'rejected' },
    order: [['at', 'desc']],
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

/** Names the form that an operation of this sender made. */
export function sentFormId(submittedBy: string, opId: string): string {
  return digestId('made', submittedBy, opId, 'submission');
}

/** What one sender handed in last, newest first. Index sender_at. */
export function lastOfSender(reader: Reader, submittedBy: string): Promise<SubmissionDocument[]> {
  return reader.search<SubmissionDocument>(NAME, {
    where: { submittedBy },
    order: [['at', 'desc']],
    limit: LAST_OF_A_SENDER,
  });
}

/** The form as it stands now: what took its place, where its sender has handed in another one. */
export async function newestOf(
  reader: Pick<Reader, 'find'>,
  form: SubmissionDocument,
): Promise<SubmissionDocument> {
  let newest = form;
  while (newest.replacedBy !== undefined) {
    const later = await reader.find<SubmissionDocument>(NAME, newest.replacedBy);
    if (later === undefined) return newest;
    newest = later;
  }
  return newest;
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
