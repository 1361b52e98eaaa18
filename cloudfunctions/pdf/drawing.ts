/** What printed sheets have in common: the document, its colours, a code, a line of words. */
import PDFDocument from 'pdfkit';
import type { Box } from './sticker-layout';

const POINTS_A_MM = 72 / 25.4;
export const COLOURS = {
  plate: '#1D5B9E',
  onPlate: '#FFFFFF',
  ink: '#182233',
  muted: '#5A6675',
  cut: '#97A5B6',
} as const;

/** Square of dark and light modules, or a picture that WeChat drew. */
export type CodePicture =
  | {
      readonly kind: 'modules';
      readonly size: number;
      readonly isDark: (row: number, column: number) => boolean;
    }
  | { readonly kind: 'png'; readonly bytes: Buffer };

interface Sheet {
  readonly title: string;
  /** UTC milliseconds; the same sheet made at the same time is the same file. */
  readonly madeAt: number;
}

export interface Line {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly colour: string;
  /** At the left of its box; else in the middle. */
  readonly isLeft?: boolean;
}

/** The PDF as bytes; `font` is the file named in `font.ts`. */
export async function writePdf(
  sheet: Sheet,
  font: Buffer,
  draw: (pdf: PDFKit.PDFDocument) => void,
): Promise<Buffer> {
  const pdf = openDocument(sheet, font);
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  draw(pdf);
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}

function openDocument({ title, madeAt }: Sheet, font: Buffer): PDFKit.PDFDocument {
  const date = new Date(madeAt);
  // An empty name keeps the library from opening a font file of its own, which a bundle does not have.
  const options = { size: 'A4', margin: 0, autoFirstPage: false, compress: true, lang: 'zh-CN', font: '' };
  const pdf = new PDFDocument({ ...options, info: { Title: title, CreationDate: date, ModDate: date } });
  return pdf.font(font);
}

export function drawPicture(pdf: PDFKit.PDFDocument, picture: CodePicture, box: Box): void {
  const { x, y, width } = box;
  if (picture.kind === 'png') {
    pdf.image(picture.bytes, points(x), points(y), { fit: [points(width), points(width)] });
    return;
  }
  const module = points(width) / picture.size;
  for (let row = 0; row < picture.size; row += 1) {
    for (const [from, length] of darkRuns(picture, row)) {
      pdf.rect(points(x) + from * module, points(y) + row * module, length * module, module);
    }
  }
  pdf.fill('#000000');
}

/** Dark modules side by side are one rectangle: fewer bytes, and no hairlines between them. */
function darkRuns({ size, isDark }: CodePicture & { kind: 'modules' }, row: number): [number, number][] {
  const runs: [number, number][] = [];
  let from = -1;
  for (let column = 0; column <= size; column += 1) {
    const dark = column < size && isDark(row, column);
    if (dark && from < 0) from = column;
    if (!dark && from >= 0) {
      runs.push([from, column - from]);
      from = -1;
    }
  }
  return runs;
}

/** One line in its box, smaller where the box is too narrow: a long name is never cut off. */
export function drawLine(pdf: PDFKit.PDFDocument, { text, box, size, colour, isLeft = false }: Line): void {
  const width = points(box.width);
  const fitting = size * Math.min(1, width / pdf.fontSize(size).widthOfString(text));
  pdf.fontSize(fitting).fillColor(colour);
  const top = points(box.y) + (points(box.height) - pdf.currentLineHeight()) / 2;
  const room = isLeft ? 0 : (width - pdf.widthOfString(text)) / 2;
  pdf.text(text, points(box.x) + room, top, { lineBreak: false });
}

export function points(millimetres: number): number {
  return millimetres * POINTS_A_MM;
}
