import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { noticeContract } from '@domain/contract/notice';
import { Problem } from '@domain/kernel/problem';
import { buildingWords } from '@domain/area/door-address';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { placeOfNotice } from '../../../records/notices';
import type { BuildingDocument, JobDocument } from '../../../repositories/documents';
import { buildingsById } from '../../../repositories/frame';
import { findNotice, reachOf } from '../../../repositories/notices';

type Input = ProcedureParsed<(typeof noticeContract)['readReach']>;
type Output = ProcedureOutput<(typeof noticeContract)['readReach']>;

function nameOf(building: BuildingDocument | undefined): string {
  return building === undefined
    ? ''
    : `${building.compoundName} ${building.zone}${buildingWords(building.label)}`;
}

/** Accounts are counted and not named. */
export async function readReach(context: ReadContext, { noticeId, cursor }: Input): Promise<Output> {
  const notice = await findNotice(context.store, noticeId);
  if (notice === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOfNotice(notice));
  const { rows, next } = await reachOf(context.store, noticeId, cursor);
  const found = await buildingsById(
    context.store,
    rows.map(({ buildingId }) => buildingId),
  );
  const buildings = new Map(found.map((building) => [building._id, building]));
  const job = await context.store.find<JobDocument>('jobs', `notice-${noticeId}`);
  return {
    buildings: rows.map(({ buildingId, reached, read }) => ({
      buildingId,
      name: nameOf(buildings.get(buildingId)),
      reached,
      read,
    })),
    isDelivered: job?.state === 'done',
    ...nextOf({ next }),
  };
}
