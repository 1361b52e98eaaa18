/**
 * A sheet of door stickers to print and cut (D44): for every door the blue plate people know, the code beside it, and one
 * sentence. All stickers look alike; nothing on them says who lives behind the door.
 */
import PDFDocument from 'pdfkit';
import { cornerOf, cutMarks, PAGE, PARTS, STICKERS_A_PAGE, type Box } from './sticker-layout';

/** Square of dark and light modules, or a picture that WeChat drew. */
export type CodePicture =
  | {
      readonly kind: 'modules';
      readonly size: number;
      readonly isDark: (row: number, column: number) => boolean;
    }
  | { readonly kind: 'png'; readonly bytes: Buffer };

export interface Sticker {
  readonly plate: { readonly compound: string; readonly line: string };
  /** `H-7F3K9-Q2PX4-C`, its last character checks the rest. */
  readonly humanCode: string;
  readonly picture: CodePicture;
}

export interface StickerSheet {
  readonly title: string;
  /** Number that people call instead of scanning. */
  readonly phone: string;
  readonly stickers: readonly Sticker[];
  /** UTC milliseconds; the same sheet made at the same time is the same file. */
  readonly madeAt: number;
}

const POINTS_A_MM = 72 / 25.4;
const COLOURS = {
  plate: '#1D5B9E',
  onPlate: '#FFFFFF',
  ink: '#182233',
  muted: '#5A6675',
  cut: '#97A5B6',
} as const;
const INVITATION = '扫码登记，约1分钟，不要身份证';
const CUT_MARK_MM = 2;

interface Line {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly colour: string;
}

/** The PDF as bytes; `font` is the file named in `font.ts`. */
export async function stickerPdf(sheet: StickerSheet, font: Buffer): Promise<Buffer> {
  const pdf = openDocument(sheet, font);
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  sheet.stickers.forEach((sticker, index) => {
    const place = index % STICKERS_A_PAGE;
    if (place === 0) {
      pdf.addPage();
      drawCutMarks(pdf);
    }
    drawSticker(pdf, { sticker, phone: sheet.phone, corner: cornerOf(place) });
  });
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}

function openDocument({ title, madeAt }: StickerSheet, font: Buffer): PDFKit.PDFDocument {
  const date = new Date(madeAt);
  // An empty name keeps the library from opening a font file of its own, which a bundle does not have.
  const options = { size: 'A4', margin: 0, autoFirstPage: false, compress: true, lang: 'zh-CN', font: '' };
  const pdf = new PDFDocument({ ...options, info: { Title: title, CreationDate: date, ModDate: date } });
  return pdf.font(font);
}

function drawSticker(
  pdf: PDFKit.PDFDocument,
  { sticker, phone, corner }: { sticker: Sticker; phone: string; corner: { x: number; y: number } },
): void {
  const { compound, line } = sticker.plate;
  pdf.save().translate(points(corner.x), points(corner.y));
  drawPlate(pdf);
  drawPicture(pdf, sticker.picture);
  const lines: Line[] = [
    { text: compound, box: PARTS.compound, size: 11, colour: COLOURS.onPlate },
    { text: line, box: PARTS.line, size: 30, colour: COLOURS.onPlate },
    { text: INVITATION, box: PARTS.invitation, size: 9, colour: COLOURS.ink },
    { text: `社区电话 ${phone}`, box: PARTS.phone, size: 9, colour: COLOURS.muted },
    { text: sticker.humanCode, box: PARTS.humanCode, size: 10, colour: COLOURS.ink },
  ];
  lines.forEach((each) => drawLine(pdf, each));
  pdf.restore();
}

function drawPlate(pdf: PDFKit.PDFDocument): void {
  const { x, y, width, height } = PARTS.plate;
  const inner = 0.9;
  pdf.roundedRect(points(x), points(y), points(width), points(height), points(2)).fill(COLOURS.plate);
  pdf
    .roundedRect(
      points(x + inner),
      points(y + inner),
      points(width - 2 * inner),
      points(height - 2 * inner),
      points(1.4),
    )
    .lineWidth(0.8)
    .stroke(COLOURS.onPlate);
}

function drawPicture(pdf: PDFKit.PDFDocument, picture: CodePicture): void {
  const { x, y, width } = PARTS.code;
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

/** One line in the middle of its box, smaller where the box is too narrow: a long name is never cut off. */
function drawLine(pdf: PDFKit.PDFDocument, { text, box, size, colour }: Line): void {
  const width = points(box.width);
  const fitting = size * Math.min(1, width / pdf.fontSize(size).widthOfString(text));
  pdf.fontSize(fitting).fillColor(colour);
  const top = points(box.y) + (points(box.height) - pdf.currentLineHeight()) / 2;
  pdf.text(text, points(box.x) + (width - pdf.widthOfString(text)) / 2, top, { lineBreak: false });
}

function drawCutMarks(pdf: PDFKit.PDFDocument): void {
  for (const { x, y } of cutMarks()) {
    pdf
      .moveTo(points(Math.max(0, x - CUT_MARK_MM)), points(y))
      .lineTo(points(Math.min(PAGE.width, x + CUT_MARK_MM)), points(y));
    pdf.moveTo(points(x), points(y - CUT_MARK_MM)).lineTo(points(x), points(y + CUT_MARK_MM));
  }
  pdf.lineWidth(0.4).stroke(COLOURS.cut);
}

function points(millimetres: number): number {
  return millimetres * POINTS_A_MM;
}
