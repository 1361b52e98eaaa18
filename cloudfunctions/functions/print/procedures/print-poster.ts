import type { ProcedureOutput } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { printContract } from '@domain/contract/print';
import type { ChangeContext } from '../../../kernel/context';
import { posterPdf } from '../../../pdf/poster';
import { drawnCodes } from '../../../ports/codes';
import { findArea } from '../../../repositories/frame';
import { keepPrinted, printedFont } from '../printed-file';
import { phoneFor } from '../printed-phone';

type Output = ProcedureOutput<(typeof printContract)['printPoster']>;

/** One territory, one stored poster: its community's number stands on it, or the street's. */
export async function printPoster(context: ChangeContext): Promise<Output> {
  const { streetId } = await context.campaign();
  const { field, values: [areaId = ''] = [] } = context.territory() ?? {};
  const communityId = field === 'communityId' ? areaId : '';
  context.permit({ streetId, communityId });
  const street = await findArea(context.store, streetId);
  if (street === undefined) throw new Problem('INTERNAL');
  const title = `${street.name}海报`;
  const poster = {
    title,
    street: street.name,
    phone: await phoneFor(context, communityId),
    picture: await drawnCodes(process.env['WANJIA_LINK_BASE'] ?? '').street(),
    madeAt: context.now,
  };
  const pdf = await posterPdf(poster, await printedFont());
  const url = await keepPrinted(context, `poster-${areaId}`, pdf);
  context.record({ objects: [areaId], subjects: [], fields: ['print'], place: { communityId } });
  return { url, fileName: `${title}.pdf` };
}
