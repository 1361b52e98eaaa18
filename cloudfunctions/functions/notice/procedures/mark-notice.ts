import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { noticeContract } from '@domain/contract/notice';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { increase } from '../../../kernel/store';
import { deliveryId, findNotice, reachId } from '../../../repositories/notices';
import type { DeliveryDocument } from '../../../repositories/documents';

type Input = ProcedureParsed<(typeof noticeContract)['markNotice']>;
type Output = ProcedureOutput<(typeof noticeContract)['markNotice']>;

/** Who reads what never came to the own inbox is counted nowhere; who reads twice is counted once. */
export async function markNotice(context: ChangeContext, { noticeId }: Input): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  const notice = await findNotice(context.store, noticeId);
  if (notice?.state !== 'published') throw new Problem('NOT_FOUND');
  const id = deliveryId(noticeId, userId);
  const delivery = await context.store.find<DeliveryDocument>('deliveries', id);
  if (delivery?.readAt === 0) {
    context.write.patch('deliveries', id, { readAt: context.now });
    context.write.patch('reaches', reachId(noticeId, delivery.buildingId), { read: increase(1) });
  }
  context.record({ objects: [noticeId], subjects: [], fields: ['read'], place: {} });
  return {};
}
