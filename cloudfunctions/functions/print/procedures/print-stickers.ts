import { buildingWords } from '@domain/area/door-address';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import { humanCodeOf, type LinkCode } from '@domain/link/scene';
import type { printContract } from '@domain/contract/print';
import type { ChangeContext } from '../../../kernel/context';
import { pagesOf } from '../../../pdf/sticker-layout';
import { stickerPdf, type Sticker } from '../../../pdf/stickers';
import { drawnCodes } from '../../../ports/codes';
import type { BuildingDocument } from '../../../repositories/documents';
import { findBuilding } from '../../../repositories/frame';
import { wallsOfBuilding } from '../../../repositories/walls';
import { doorTokens } from '../door-tokens';
import { keepPrinted, printedFont } from '../printed-file';
import { phoneFor } from '../printed-phone';
import { stickerDoors, type StickerDoor } from '../sticker-doors';

type Input = ProcedureParsed<(typeof printContract)['printStickers']>;
type Output = ProcedureOutput<(typeof printContract)['printStickers']>;

function titleOf({ compoundName, zone, label }: BuildingDocument): string {
  return `${compoundName}${zone}${buildingWords(label)}门贴`;
}

function stickersOf(doors: readonly StickerDoor[], tokens: ReadonlyMap<string, string>): Promise<Sticker[]> {
  const codes = drawnCodes(process.env['WANJIA_LINK_BASE'] ?? '');
  return Promise.all(
    doors.map(async ({ id, plate }) => {
      const code: LinkCode = { kind: 'H', token: tokens.get(id) ?? '', carrier: 'd', version: 1 };
      return { plate, humanCode: humanCodeOf(code), picture: await codes.picture(code) };
    }),
  );
}

/** One building, one stored sheet: a later printing takes the place of the earlier one. */
export async function printStickers(context: ChangeContext, { buildingId }: Input): Promise<Output> {
  const building = await findBuilding(context.store, buildingId);
  if (building === undefined) throw new Problem('NOT_FOUND');
  const { streetId, communityId, gridId, compoundId } = building;
  context.permit({ streetId, communityId, gridId, compoundId, buildingId });

  const doors = stickerDoors(await wallsOfBuilding(context.store, buildingId));
  const { tokens, drawn } = await doorTokens(
    context,
    doors.map(({ id }) => id),
  );
  const title = titleOf(building);
  const stickers = await stickersOf(doors, tokens);
  const phone = await phoneFor(context, communityId);
  const sheet = { title, phone, stickers, madeAt: context.now };
  const url = await keepPrinted(context, buildingId, await stickerPdf(sheet, await printedFont()));
  context.record({
    objects: [buildingId],
    subjects: [],
    fields: drawn === 0 ? ['print'] : ['print', 'link'],
    place: { buildingId, gridId, compoundId, communityId },
  });
  return { url, fileName: `${title}.pdf`, stickers: stickers.length, pages: pagesOf(stickers.length) };
}
