/** A poster of the street's own code: what people find behind it, and a number for whoever rather calls. Nothing of anybody. */
import { COLOURS, drawLine, drawPicture, points, writePdf, type CodePicture, type Line } from './drawing';
import { PAGE } from './sticker-layout';

export interface Poster {
  readonly title: string;
  readonly street: string;
  readonly phone: string;
  readonly picture: CodePicture;
  /** UTC milliseconds. */
  readonly madeAt: number;
}

/** The five entries of the first page, each with what it is for. */
export const POSTER_ENTRIES = [
  ['办事', '要带什么、在哪儿、几点，先看好再出门'],
  ['学习', '防火、防骗、防摔，几分钟一课'],
  ['活动', '家门口有什么活动，点一下就报名'],
  ['心愿', '有难处说一声，邻居来帮忙'],
  ['反映问题', '看到什么不对，拍一张，办到哪一步都看得见'],
] as const;

const BAND = { height: 62 } as const;
const CODE = { x: 60, y: 76, width: 90, height: 90 } as const;
const FIRST_ENTRY = 190;
const ENTRY_STEP = 14;

function across(y: number, height: number) {
  return { x: 20, y, width: PAGE.width - 40, height };
}

function entryLines(): Line[] {
  return POSTER_ENTRIES.flatMap(([name, words], place) => {
    const y = FIRST_ENTRY + place * ENTRY_STEP;
    return [
      { text: name, box: { x: 24, y, width: 34, height: 10 }, size: 20, colour: COLOURS.plate, isLeft: true },
      { text: words, box: { x: 64, y, width: 122, height: 10 }, size: 16, colour: COLOURS.ink, isLeft: true },
    ];
  });
}

/** One page of A4. */
export function posterPdf(poster: Poster, font: Buffer): Promise<Buffer> {
  const { street, phone, picture } = poster;
  const lines: Line[] = [
    { text: street, box: across(14, 20), size: 40, colour: COLOURS.onPlate },
    { text: '微信扫一扫，家门口的事都在这里', box: across(38, 12), size: 22, colour: COLOURS.onPlate },
    { text: '不用登录，也不用下载', box: across(170, 10), size: 16, colour: COLOURS.muted },
    ...entryLines(),
    { text: `不方便扫码，打电话 ${phone}`, box: across(268, 10), size: 16, colour: COLOURS.ink },
  ];
  return writePdf(poster, font, (pdf) => {
    pdf.addPage();
    pdf.rect(0, 0, points(PAGE.width), points(BAND.height)).fill(COLOURS.plate);
    drawPicture(pdf, picture, CODE);
    for (const line of lines) drawLine(pdf, line);
  });
}
