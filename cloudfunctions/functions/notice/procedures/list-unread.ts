import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { noticeContract } from '@domain/contract/notice';
import { Problem } from '@domain/kernel/problem';
import type { ReadContext } from '../../../kernel/context';
import { homesOfBuilding } from '../../../records/census-gateway';
import { isAimedAt } from '../../../records/notices';
import { findBuilding } from '../../../repositories/frame';
import { deliveriesIn, findNotice } from '../../../repositories/notices';

type Input = ProcedureParsed<(typeof noticeContract)['listUnread']>;
type Output = ProcedureOutput<(typeof noticeContract)['listUnread']>;

/** A door counts as reached once anybody behind it has read it. */
export async function listUnread(context: ReadContext, { noticeId, buildingId }: Input): Promise<Output> {
  const [notice, building] = [
    await findNotice(context.store, noticeId),
    await findBuilding(context.store, buildingId),
  ];
  if (notice === undefined || building === undefined) throw new Problem('NOT_FOUND');
  const { gridId, communityId } = building;
  context.permit({ gridId, communityId });
  if (!isAimedAt(notice, { ...building, buildingId })) throw new Problem('NOT_FOUND');
  const isOpen = notice.state === 'published' && notice.isImportant && notice.endsOn >= context.today;
  if (!isOpen) throw new Problem('WRONG_STATE', { state: notice.state });
  const deliveries = await deliveriesIn(context.store, { noticeId, buildingId });
  const read = new Set(deliveries.filter(({ readAt }) => readAt > 0).map(({ doorId }) => doorId));
  const homes = await homesOfBuilding(context.store, buildingId);
  context.look({ subjects: [buildingId], fields: ['notice'] });
  const doors = homes.filter(({ doorId }) => !read.has(doorId));
  return { doors: doors.map(({ doorId, plate }) => ({ doorId, line: plate.line })) };
}
