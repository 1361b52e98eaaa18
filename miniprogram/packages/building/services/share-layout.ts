/** What is painted on the pictures of a building: shapes in pixels, made from figures alone. The same by day and by night. */
import { facadeOf } from '@domain/building/facade';
import { cardTitle, type ShareCard } from '@domain/building/share-card';
import { PICTURE_WORDS } from '../../../messages/building';
import type { Picture, Shape } from '../../../services/picture';

/** Values of styles/tokens.wxss: a canvas reads no variables. */
const COLORS = {
  dusk: '#1d5b9e',
  ground: '#182233',
  wall: '#36424f',
  dark: '#0f141b',
  lamp: '#f6b70a',
  plain: '#ffffff',
  soft: '#c8d2de',
} as const;

/** A building of which no number is said is drawn with so many windows, all of them lit. */
const NAMELESS = { handedIn: 30, due: 30 };

interface Frame {
  x: number;
  /** The ground on which the building stands. */
  bottom: number;
  width: number;
  height: number;
}

function box(x: number, y: number, size: { width: number; height: number; color: string }): Shape {
  return { kind: 'box', x, y, ...size };
}

function words(
  text: string,
  at: { x: number; y: number; size: number; color?: string; isBold?: boolean },
): Shape {
  return { kind: 'words', words: text, color: COLORS.plain, isBold: false, ...at };
}

/** As many lit windows as counts, from the ground up; where one stands says nothing. */
function facade({ counts = NAMELESS }: Pick<ShareCard, 'counts'>, frame: Frame): Shape[] {
  const { floors, columns } = facadeOf(counts.handedIn, counts.due);
  const step = Math.min(frame.width / columns, (frame.height - 40) / Math.max(1, floors.length));
  const pane = step * 0.62;
  const width = step * columns + step * 0.38;
  const height = step * floors.length + step * 0.6;
  const left = frame.x + (frame.width - width) / 2;
  const top = frame.bottom - height;
  const panes = floors.flatMap(({ windows, lit }, row) =>
    Array.from({ length: windows }, (_, column) =>
      box(left + step * 0.38 + column * step, top + step * 0.38 + row * step, {
        width: pane,
        height: pane,
        color: column < lit ? COLORS.lamp : COLORS.dark,
      }),
    ),
  );
  return [box(left, top, { width, height, color: COLORS.wall }), ...panes];
}

function sky(width: number, height: number, street: number): Shape[] {
  return [
    box(0, 0, { width, height, color: COLORS.dusk }),
    box(0, height - street, { width, height: street, color: COLORS.ground }),
  ];
}

/** 5:4, for the chat: whose register it is, the building, two figures or none, and how little it takes. */
export function cardPicture(card: ShareCard, street: string): Picture {
  const { plate, state, counts } = card;
  const number = state === 'all' ? PICTURE_WORDS.all : PICTURE_WORDS.almost;
  const progress = state === 'open' && counts !== undefined ? `${counts.handedIn}/${counts.due}` : number;
  return {
    width: 1000,
    height: 800,
    shapes: [
      ...sky(1000, 800, 130),
      ...facade(card, { x: 470, bottom: 670, width: 480, height: 600 }),
      ...(street === '' ? [] : [words(street, { x: 60, y: 70, size: 36, color: COLORS.soft })]),
      words(plate.compound, { x: 60, y: 130, size: 44, color: COLORS.soft }),
      words(plate.line, { x: 60, y: 240, size: 92, isBold: true }),
      words(PICTURE_WORDS.progress, { x: 60, y: 390, size: 44, color: COLORS.soft }),
      words(progress, { x: 60, y: 500, size: 104, color: COLORS.lamp, isBold: true }),
      words(PICTURE_WORDS.effort, { x: 60, y: 750, size: 44 }),
    ],
  };
}

/** 3:4, when every door has answered: all windows lit, the day, thanks. */
export function posterPicture(card: ShareCard, day: string): Picture {
  return {
    width: 900,
    height: 1200,
    shapes: [
      ...sky(900, 1200, 260),
      ...facade(card, { x: 150, bottom: 940, width: 600, height: 620 }),
      words(card.plate.compound, { x: 70, y: 120, size: 44, color: COLORS.soft }),
      words(cardTitle(card).split('，')[0] ?? '', { x: 70, y: 220, size: 62, isBold: true }),
      words(PICTURE_WORDS.thanks, { x: 70, y: 1050, size: 60, color: COLORS.lamp, isBold: true }),
      words(day, { x: 70, y: 1130, size: 44, color: COLORS.soft }),
    ],
  };
}
