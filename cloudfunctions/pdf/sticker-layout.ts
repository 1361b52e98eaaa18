/** Where everything on a sheet of door stickers stands, in millimetres from the upper left corner. A4, two by six. */

export const PAGE = { width: 210, height: 297 } as const;
const COLUMNS = 2;
const ROWS = 6;
export const STICKERS_A_PAGE = COLUMNS * ROWS;

/** Room that ordinary printers leave blank, and more: the marks for cutting reach into it. */
const MARGIN = { x: 10, y: 9 } as const;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const STICKER_SIZE = {
  width: (PAGE.width - 2 * MARGIN.x) / COLUMNS,
  height: (PAGE.height - 2 * MARGIN.y) / ROWS,
} as const;

/** Boxes inside one sticker. The code is 31 mm wide, with the blank paper of four modules around it. */
export const PARTS = {
  plate: { x: 4, y: 5, width: 48, height: 24 },
  compound: { x: 6, y: 8, width: 44, height: 5 },
  line: { x: 6, y: 14, width: 44, height: 12 },
  invitation: { x: 4, y: 31.5, width: 48, height: 4 },
  phone: { x: 4, y: 37, width: 48, height: 4 },
  code: { x: 58, y: 5, width: 31, height: 31 },
  humanCode: { x: 55.5, y: 38.5, width: 36, height: 4.5 },
} as const satisfies Readonly<Record<string, Box>>;

/** The upper left corner of the sticker with that number on its page, from 0, along the rows. */
export function cornerOf(index: number): { x: number; y: number } {
  const column = index % COLUMNS;
  const row = Math.floor(index / COLUMNS);
  return { x: MARGIN.x + column * STICKER_SIZE.width, y: MARGIN.y + row * STICKER_SIZE.height };
}

/** Crossings of the cutting lines. */
export function cutMarks(): { x: number; y: number }[] {
  return Array.from({ length: (COLUMNS + 1) * (ROWS + 1) }, (_, index) => ({
    x: MARGIN.x + (index % (COLUMNS + 1)) * STICKER_SIZE.width,
    y: MARGIN.y + Math.floor(index / (COLUMNS + 1)) * STICKER_SIZE.height,
  }));
}

export function pagesOf(stickers: number): number {
  return Math.ceil(stickers / STICKERS_A_PAGE);
}
