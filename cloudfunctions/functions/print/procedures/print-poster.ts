import { join } from 'node:path';
import type { ProcedureOutput } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { printContract } from '@domain/contract/print';
import type { ChangeContext } from '../../../kernel/context';
import { readFont } from '../../../pdf/font';
import { posterPdf } from '../../../pdf/poster';
import { drawnCodes } from '../../../ports/codes';
import { findArea } from '../../../repositories/frame';
import { phoneFor } from '../printed-phone';

type Output = ProcedureOutput<(typeof printContract)['printPoster']>;

const ADDRESS_SECONDS = 600;
const FONT_FOLDER = join(__dirname, 'assets');

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
  const pdf = await posterPdf(poster, await readFont(FONT_FOLDER));
  const fileId = await context.files.put(`print/poster-${areaId}.pdf`, pdf);
  const url = await context.files.address(fileId, ADDRESS_SECONDS);
  context.record({ objects: [areaId], subjects: [], fields: ['print'], place: { communityId } });
  return { url, fileName: `${title}.pdf` };
}
