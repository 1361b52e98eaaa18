/**
 * Every minute: a notice that was released goes to the inbox of every account of its area, twenty households a step. One account is
 * one transaction of its row, its message and its building's figure, whose ids follow from notice and account: whatever is killed,
 * each gets it once.
 */
import { runJobs, type JobStep } from '../../kernel/job';
import type { SystemContext } from '../../kernel/context';
import type { Stored, Transaction } from '../../kernel/store';
import { accountsIn, type AccountsPage, type Ground } from '../../records/census-gateway';
import { reachPurgeOn, tellNotice } from '../../records/notices';
import type {
  DeliveryDocument,
  JobDocument,
  NoticeDocument,
  ReachDocument,
} from '../../repositories/documents';
import { communitiesOfStreet } from '../../repositories/frame';
import { deliveryId, findNotice, reachId } from '../../repositories/notices';

const DONE: JobStep = { cursor: '', counts: {}, isDone: true };
const FIELDS = {
  building: 'buildingId',
  compound: 'compoundId',
  grid: 'gridId',
  community: 'communityId',
} as const;

/** The ground whose accounts a step reads: a whole street goes community by community. */
async function groundsOf(
  context: SystemContext,
  { groundKind, groundId }: NoticeDocument,
): Promise<Ground[]> {
  if (groundKind !== 'street') return [{ field: FIELDS[groundKind], id: groundId }];
  const communities = await communitiesOfStreet(context.store);
  return communities.map(({ _id }) => ({ field: 'communityId', id: _id }));
}

type Account = AccountsPage['accounts'][number];

async function countReached(
  transaction: Transaction,
  notice: NoticeDocument,
  buildingId: string,
): Promise<void> {
  const _id = reachId(notice._id, buildingId);
  const reach = await transaction.find<ReachDocument>('reaches', _id);
  const row: ReachDocument = {
    _id,
    noticeId: notice._id,
    buildingId,
    reached: (reach?.reached ?? 0) + 1,
    read: reach?.read ?? 0,
    purgeOn: reachPurgeOn(notice),
  };
  if (reach === undefined) await transaction.insert('reaches', row);
  else await transaction.patch('reaches', _id, { reached: row.reached });
}

async function deliver(context: SystemContext, notice: NoticeDocument, account: Account): Promise<void> {
  const { userId, buildingId, doorId } = account;
  const _id = deliveryId(notice._id, userId);
  await context.store.transact(async (transaction) => {
    if ((await transaction.find('deliveries', _id)) !== undefined) return;
    const row: DeliveryDocument = {
      _id,
      noticeId: notice._id,
      userId,
      buildingId,
      doorId,
      readAt: 0,
      purgeOn: reachPurgeOn(notice),
    };
    await transaction.insert('deliveries', row);
    await countReached(transaction, notice, buildingId);
    const messages: Stored[] = [];
    const write = { insert: (_collection: string, message: Stored) => void messages.push(message) };
    tellNotice({ ...context, write }, notice, { userId });
    for (const message of messages) await transaction.insert('messages', message);
  });
}

/** `2:cursor`: the third ground, from there on. */
function readCursor({ cursor }: JobDocument): { at: number; page: string | undefined } {
  const [, at = '0', page = ''] = /^(\d+):(.*)$/.exec(cursor) ?? [];
  return { at: Number(at), page: page === '' ? undefined : page };
}

async function step(context: SystemContext, job: JobDocument): Promise<JobStep> {
  const notice = await findNotice(context.store, job.subjectId);
  if (notice?.state !== 'published') return DONE;
  const { at, page } = readCursor(job);
  const grounds = await groundsOf(context, notice);
  const ground = grounds[at];
  // The answer to the last step was lost: it stands, and so does what it said.
  if (ground === undefined) return { ...DONE, cursor: job.cursor, counts: job.counts };
  const { accounts, next } = await accountsIn(context.store, ground, page);
  for (const account of accounts) await deliver(context, notice, account);
  const reached = (job.counts['reached'] ?? 0) + accounts.length;
  const cursor = next === undefined ? `${at + 1}:` : `${at}:${next}`;
  return { cursor, counts: { reached }, isDone: next === undefined && at + 1 >= grounds.length };
}

export function deliverNotices(context: SystemContext): Promise<void> {
  return runJobs(context, { notice: step });
}
