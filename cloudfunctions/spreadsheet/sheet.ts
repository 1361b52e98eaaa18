/**
 * One sheet, written row by row and kept deflated. It holds nothing of who asked for it or when, so that a kept piece
 * serves every later workbook as it is; whose file it is stands on the cover and in the picture behind the cells.
 */
import { DeflatedStream, type DeflatedPart } from './deflated';
import { CELL_STYLE, type CellStyle } from './styles';
import { cellText, needsSpaceKept } from './xml-text';

export interface SheetLayout {
  /** Column widths in characters of half width. */
  readonly widths: readonly number[];
  /** Bold first row, frozen, with a filter; absent on sheets that are not tables. */
  readonly header?: readonly string[];
  readonly orientation: 'landscape' | 'portrait';
}

export interface SheetPiece extends DeflatedPart {
  /** Rows of data, without the header. */
  readonly rows: number;
}

export interface StyledRow {
  readonly cells: readonly string[];
  readonly style: CellStyle;
  /** A printed page ends behind this row. */
  readonly breakAfter?: boolean;
}

/** Relation of every sheet to the picture behind its cells. */
export const PICTURE_RELATION = 'rId1';

const FLUSH_LENGTH = 128 * 1024;
const SHEET_ROWS_MAX = 1_048_576;
const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const FOOTER = '&amp;L内部资料，不要外传&amp;C&amp;F&amp;R第 &amp;P 页，共 &amp;N 页';
const TEXT_START = '" t="inlineStr"><is><t>';
const SPACED_START = '" t="inlineStr"><is><t xml:space="preserve">';
const TEXT_END = '</t></is></c>';

export class SheetWriter {
  readonly #stream: DeflatedStream;
  readonly #layout: SheetLayout;
  /** `<c r="A`, once for each column. */
  readonly #starts: readonly string[];
  readonly #breaks: number[] = [];
  #text: string;
  #row = 0;

  constructor(layout: SheetLayout, level?: number) {
    this.#stream = new DeflatedStream(level);
    this.#layout = layout;
    this.#starts = layout.widths.map((_, index) => `<c r="${columnName(index)}`);
    this.#text = sheetStart(layout);
    if (layout.header !== undefined) this.#append(layout.header, 'head');
  }

  /** Plain rows of text; empty cells take no room. */
  async addRows(rows: Iterable<readonly string[]>): Promise<void> {
    for (const cells of rows) {
      this.#append(cells, 'text');
      if (this.#text.length > FLUSH_LENGTH) await this.#flush();
    }
  }

  async addStyledRow({ cells, style, breakAfter = false }: StyledRow): Promise<void> {
    this.#append(cells, style);
    if (breakAfter) this.#breaks.push(this.#row);
    if (this.#text.length > FLUSH_LENGTH) await this.#flush();
  }

  async finish(): Promise<SheetPiece> {
    this.#text += sheetEnd(this.#layout, { rows: this.#row, breaks: this.#breaks });
    await this.#flush();
    const headers = this.#layout.header === undefined ? 0 : 1;
    return { ...(await this.#stream.end()), rows: this.#row - headers };
  }

  #append(cells: readonly string[], style: CellStyle): void {
    if (cells.length > this.#starts.length) {
      throw new RangeError('A row has more cells than the sheet has columns.');
    }
    if (this.#row >= SHEET_ROWS_MAX) throw new RangeError('A sheet holds 1,048,576 rows at most.');
    this.#row += 1;
    const row = String(this.#row);
    const end = style === 'text' ? row : `${row}" s="${CELL_STYLE[style]}`;
    let xml = `<row r="${row}">`;
    for (let index = 0; index < cells.length; index += 1) {
      const text = cells[index] ?? '';
      if (text === '') continue;
      xml += (this.#starts[index] ?? '') + end;
      xml += (needsSpaceKept(text) ? SPACED_START : TEXT_START) + cellText(text) + TEXT_END;
    }
    this.#text += `${xml}</row>`;
  }

  async #flush(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    await this.#stream.write(text);
  }
}

/** A, B, … Z, AA, … for 0, 1, … */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

function sheetStart({ widths, header }: SheetLayout): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const view = `<sheetView workbookViewId="0">${header === undefined ? '' : pane}</sheetView>`;
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width + 1}" customWidth="1"/>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet ${NAMESPACES}>` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews>${view}</sheetViews><cols>${columns.join('')}</cols><sheetData>`
  );
}

function sheetEnd(
  layout: SheetLayout,
  { rows, breaks }: { rows: number; breaks: readonly number[] },
): string {
  const area = `A1:${columnName(layout.widths.length - 1)}${Math.max(rows, 1)}`;
  const marks = breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('');
  return [
    '</sheetData>',
    layout.header === undefined ? '' : `<autoFilter ref="${area}"/>`,
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${layout.orientation}" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddHeader>&amp;C&amp;A</oddHeader><oddFooter>${FOOTER}</oddFooter></headerFooter>`,
    marks === ''
      ? ''
      : `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${marks}</rowBreaks>`,
    `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors>`,
    `<picture r:id="${PICTURE_RELATION}"/></worksheet>`,
  ].join('');
}
