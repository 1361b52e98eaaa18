/**
 * A sheet of door stickers to print and cut (D44): for every door the blue plate people know, the code beside it, and one
 * sentence. All stickers look alike; nothing on them says who lives behind the door.
 */
import { COLOURS, drawLine, drawPicture, points, writePdf, type CodePicture, type Line } from './drawing';
import { cornerOf, cutMarks, PAGE, PARTS, STICKERS_A_PAGE } from './sticker-layout';

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

const INVITATION = '扫码登记，约1分钟，不要身份证';
const CUT_MARK_MM = 2;

/** The PDF as bytes; `font` is the file named in `font.ts`. */
export function stickerPdf(sheet: StickerSheet, font: Buffer): Promise<Buffer> {
  return writePdf(sheet, font, (pdf) => {
    sheet.stickers.forEach((sticker, index) => {
      const place = index % STICKERS_A_PAGE;
      if (place === 0) {
        pdf.addPage();
        drawCutMarks(pdf);
      }
      drawSticker(pdf, { sticker, phone: sheet.phone, corner: cornerOf(place) });
    });
  });
}

function drawSticker(
  pdf: PDFKit.PDFDocument,
  { sticker, phone, corner }: { sticker: Sticker; phone: string; corner: { x: number; y: number } },
): void {
  const { compound, line } = sticker.plate;
  pdf.save().translate(points(corner.x), points(corner.y));
  drawPlate(pdf);
  drawPicture(pdf, sticker.picture, PARTS.code);
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

function drawCutMarks(pdf: PDFKit.PDFDocument): void {
  for (const { x, y } of cutMarks()) {
    pdf
      .moveTo(points(Math.max(0, x - CUT_MARK_MM)), points(y))
      .lineTo(points(Math.min(PAGE.width, x + CUT_MARK_MM)), points(y));
    pdf.moveTo(points(x), points(y - CUT_MARK_MM)).lineTo(points(x), points(y + CUT_MARK_MM));
  }
  pdf.lineWidth(0.4).stroke(COLOURS.cut);
}
