import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { noticeContract } from '@domain/contract/notice';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { increase } from '../../../kernel/store';
import { ownHome, type Home } from '../../../records/census-gateway';
import { isAimedAt, reachPurgeOn, tellNotice } from '../../../records/notices';
import { deliveryId, findNotice, reachId } from '../../../repositories/notices';
import type { DeliveryDocument, NoticeDocument, ReachDocument } from '../../../repositories/documents';

type Input = ProcedureParsed<(typeof noticeContract)['markNotice']>;
type Output = ProcedureOutput<(typeof noticeContract)['markNotice']>;

/** Where the caller lives; undefined for who acts in another seat. */
async function homeOf(context: ChangeContext): Promise<Home | undefined> {
  return context.caller.role === 'RE' ? ownHome(context) : undefined;
}

/**
 * Somebody who lives where it is aimed and came by a link, before it was brought or bound after that: reached and read at once, and
 * kept in the inbox.
 */
async function countArrival(context: ChangeContext, notice: NoticeDocument): Promise<void> {
  const home = await homeOf(context);
  if (home === undefined || !isAimedAt(notice, home)) return;
  const { buildingId, doorId } = home;
  const { userId } = context.caller;
  const noticeId = notice._id;
  const purgeOn = reachPurgeOn(notice);
  const row: DeliveryDocument = {
    _id: deliveryId(noticeId, userId),
    ...{ noticeId, userId, buildingId, doorId },
    readAt: context.now,
    purgeOn,
  };
  context.write.insert('deliveries', row);
  tellNotice(context, notice, { userId, isRead: true });
  const _id = reachId(noticeId, buildingId);
  const reach = await context.store.find<ReachDocument>('reaches', _id);
  if (reach === undefined) {
    const first: ReachDocument = { _id, noticeId, buildingId, reached: 1, read: 1, purgeOn };
    context.write.insert('reaches', first);
  } else context.write.patch('reaches', _id, { reached: increase(1), read: increase(1) });
}

/** Who does not live where it is aimed is counted nowhere; who reads twice is counted once. */
export async function markNotice(context: ChangeContext, { noticeId }: Input): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  const notice = await findNotice(context.store, noticeId);
  if (notice?.state !== 'published') throw new Problem('NOT_FOUND');
  const id = deliveryId(noticeId, userId);
  const delivery = await context.store.find<DeliveryDocument>('deliveries', id);
  if (delivery === undefined) await countArrival(context, notice);
  if (delivery?.readAt === 0) {
    context.write.patch('deliveries', id, { readAt: context.now });
    context.write.patch('reaches', reachId(noticeId, delivery.buildingId), { read: increase(1) });
  }
  context.record({ objects: [noticeId], subjects: [], fields: ['read'], place: {} });
  return {};
}
