/** A certificate as a picture: A5 on its side, plain, with the lines and the code that prove each other. The same by day and by night. */
import { CERTIFICATE_TITLES, certificateLines } from '@domain/certificate/certificate';
import type { CertificatePaper } from '@domain/contract/certificate';
import { CERTIFICATE_WORDS } from '../../../messages/services';
import type { Picture, Shape } from '../../../services/picture';

const WIDTH = 1240;
const HEIGHT = 874;
const EDGE = 36;
const LEFT = 130;
const FIRST_LINE = 330;
const LINE_STEP = 66;
const LABEL_WIDTH = 210;

/** Values of styles/tokens.wxss: a canvas reads no variables. */
const COLORS = {
  paper: '#ffffff',
  frame: '#1d5b9e',
  lamp: '#f6b70a',
  ink: '#182233',
  soft: '#5a6675',
} as const;

function box(place: Omit<Extract<Shape, { kind: 'box' }>, 'kind'>): Shape {
  return { kind: 'box', ...place };
}

function words(
  text: string,
  place: { x: number; y: number; size: number; color?: string; isBold?: boolean },
): Shape {
  return { kind: 'words', words: text, color: COLORS.ink, isBold: false, ...place };
}

/** A row of windows, one of them lit: the sign of the house. */
function windows(): Shape[] {
  return Array.from({ length: 6 }, (_, at) =>
    box({
      x: WIDTH - 390 + at * 44,
      y: 110,
      width: 30,
      height: 40,
      color: at === 4 ? COLORS.lamp : COLORS.frame,
    }),
  );
}

export function certificatePicture(paper: CertificatePaper): Picture {
  const lines = certificateLines(paper);
  const foot = HEIGHT - 110;
  return {
    width: WIDTH,
    height: HEIGHT,
    shapes: [
      box({ x: 0, y: 0, width: WIDTH, height: HEIGHT, color: COLORS.frame }),
      box({ x: EDGE / 2, y: EDGE / 2, width: WIDTH - EDGE, height: HEIGHT - EDGE, color: COLORS.paper }),
      ...windows(),
      words(CERTIFICATE_TITLES[paper.kind], { x: LEFT, y: 200, size: 72, isBold: true, color: COLORS.frame }),
      ...lines.flatMap(({ label, value }, at) => [
        words(label, { x: LEFT, y: FIRST_LINE + at * LINE_STEP, size: 34, color: COLORS.soft }),
        words(value, { x: LEFT + LABEL_WIDTH, y: FIRST_LINE + at * LINE_STEP, size: 40 }),
      ]),
      words(`${CERTIFICATE_WORDS.codeLabel} ${paper.code}`, {
        x: LEFT,
        y: foot - 30,
        size: 44,
        isBold: true,
      }),
      words(CERTIFICATE_WORDS.verifyHint, { x: LEFT, y: foot + 30, size: 30, color: COLORS.soft }),
    ],
  };
}
