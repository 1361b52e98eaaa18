/**
 * A workbook of kept sheets: a cover made for this file, the pieces copied as they are, a picture behind every sheet, and
 * the directory. Pieces are opened one by one, so that memory holds one of them.
 */
import { deflatePart, type DeflatedPart } from './deflated';
import { SheetWriter } from './sheet';
import { sheetNames } from './sheet-name';
import { STYLES_XML } from './styles';
import { watermarkPicture } from './watermark';
import * as parts from './workbook-parts';
import { ZipWriter, type ByteSink } from './zip';

export interface WorkbookSheet {
  readonly name: string;
  readonly hasHeader: boolean;
  readonly open: () => DeflatedPart | Promise<DeflatedPart>;
}

export interface WorkbookCover {
  readonly title: string;
  /** Label and value, a line each: who asked, why, when, as of when, how many rows. */
  readonly lines: readonly (readonly [string, string])[];
  /** Up to three short lines of A–Z, digits and `-:./`, such as the number of the export and its time. */
  readonly watermark: readonly string[];
}

export interface WrittenWorkbook {
  readonly bytes: number;
  /** Names as they stand in the file, without the cover. */
  readonly sheetNames: readonly string[];
}

const COVER_NAME = '封面';
const COVER_WIDTHS = [16, 70];

export async function writeWorkbook(
  cover: WorkbookCover,
  sheets: readonly WorkbookSheet[],
  sink: ByteSink,
): Promise<WrittenWorkbook> {
  const names = sheetNames([COVER_NAME, ...sheets.map((sheet) => sheet.name)]);
  const listed = names.map((name, index) => ({ name, hasHeader: sheets[index - 1]?.hasHeader ?? false }));
  const relations = deflatePart(parts.sheetRelations());
  const zip = new ZipWriter(sink);
  await zip.add('[Content_Types].xml', deflatePart(parts.contentTypes(names.length)));
  await zip.add('_rels/.rels', deflatePart(parts.packageRelations()));
  await zip.add('xl/workbook.xml', deflatePart(parts.workbook(listed)));
  await zip.add('xl/_rels/workbook.xml.rels', deflatePart(parts.workbookRelations(names.length)));
  await zip.add('xl/styles.xml', deflatePart(STYLES_XML));
  await zip.add('xl/media/watermark.png', deflatePart(watermarkPicture(cover.watermark)));
  await zip.add('xl/worksheets/sheet1.xml', await coverSheet(cover));
  await zip.add('xl/worksheets/_rels/sheet1.xml.rels', relations);
  for (const [index, sheet] of sheets.entries()) {
    await zip.add(`xl/worksheets/sheet${index + 2}.xml`, await sheet.open());
    await zip.add(`xl/worksheets/_rels/sheet${index + 2}.xml.rels`, relations);
  }
  return { bytes: await zip.finish(), sheetNames: names.slice(1) };
}

async function coverSheet({ title, lines }: WorkbookCover): Promise<DeflatedPart> {
  const sheet = new SheetWriter({ widths: COVER_WIDTHS, orientation: 'portrait' });
  await sheet.addStyledRow({ cells: [title], style: 'title' });
  await sheet.addRows(lines);
  return sheet.finish();
}
