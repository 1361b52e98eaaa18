/**
 * The picture behind the cells of every sheet: who asked for the file and when, in grey, repeated by the reader. Letters
 * are five by seven dots, because a cloud function has no fonts to draw with.
 */
import { deflateSync } from 'node:zlib';
import { deflatePart } from './deflated';

/** Rows of five dots as hexadecimal of the bits, top first: 35 bits a glyph. */
const GLYPHS: Readonly<Record<string, string>> = {
  '0': '0e11131519110e',
  '1': '040c040404040e',
  '2': '0e11010204081f',
  '3': '1f02040201110e',
  '4': '02060a121f0202',
  '5': '1f101e0101110e',
  '6': '0608101e11110e',
  '7': '1f010204080808',
  '8': '0e11110e11110e',
  '9': '0e11110f01020c',
  A: '0e11111f111111',
  B: '1e11111e11111e',
  C: '0e11101010110e',
  D: '1c12111111121c',
  E: '1f10101e10101f',
  F: '1f10101e101010',
  G: '0e11101711110f',
  H: '1111111f111111',
  I: '0e04040404040e',
  J: '0702020202120c',
  K: '11121418141211',
  L: '1010101010101f',
  M: '111b1515111111',
  N: '11111915131111',
  O: '0e11111111110e',
  P: '1e11111e101010',
  Q: '0e11111115120d',
  R: '1e11111e141211',
  S: '0f10100e01011e',
  T: '1f040404040404',
  U: '1111111111110e',
  V: '11111111110a04',
  W: '1111111515150a',
  X: '11110a040a1111',
  Y: '1111110a040404',
  Z: '1f01020408101f',
  '-': '0000001f000000',
  ':': '000c0c000c0c00',
  '.': '00000000000c0c',
  '/': '00010204081000',
};
const DOT = 2;
const ADVANCE = 6;
const LINE_HEIGHT = 12;
const MARGIN = 24;
/** Distance to the next repetition, so that the grey does not compete with the cells. */
const GAP = 90;
const LENGTH_MAX = 40;
/** 96 dots an inch both ways, so that printed pages show it as large as screens do. */
const DOTS_PER_METRE = '00000ec400000ec401';

/** A PNG of the lines; characters beyond A–Z, digits and `-:./` are left blank. At most 40 characters a line. */
export function watermarkPicture(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => line.toUpperCase().slice(0, LENGTH_MAX));
  const columns = Math.max(1, ...shown.map((line) => line.length)) * ADVANCE;
  const size = {
    width: columns * DOT + MARGIN + GAP,
    height: shown.length * LINE_HEIGHT * DOT + MARGIN + GAP,
  };
  const rowBytes = Math.ceil(size.width / 8);
  // One bit a dot, and a filter byte in front of each row.
  const pixels = Buffer.alloc((rowBytes + 1) * size.height);
  shown.forEach((line, index) => {
    Array.from(line).forEach((character, place) => {
      drawGlyph(pixels, {
        rowBytes,
        glyph: GLYPHS[character] ?? '',
        left: place * ADVANCE,
        top: index * LINE_HEIGHT,
      });
    });
  });
  return png(pixels, size);
}

interface Stamp {
  readonly rowBytes: number;
  readonly glyph: string;
  readonly left: number;
  readonly top: number;
}

function drawGlyph(pixels: Buffer, { rowBytes, glyph, left, top }: Stamp): void {
  Buffer.from(glyph, 'hex').forEach((bits, row) => {
    for (let column = 0; column < 5 * DOT; column += 1) {
      if (((bits >> (4 - Math.floor(column / DOT))) & 1) === 0) continue;
      const x = MARGIN + left * DOT + column;
      for (let thick = 0; thick < DOT; thick += 1) {
        const y = MARGIN + (top + row) * DOT + thick;
        const at = y * (rowBytes + 1) + 1 + (x >> 3);
        pixels[at] = (pixels[at] ?? 0) | (0x80 >> (x & 7));
      }
    }
  });
}

function png(pixels: Buffer, { width, height }: { width: number; height: number }): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // One bit deep, with a palette of white and grey.
  header.set([1, 3, 0, 0, 0], 8);
  const palette = Buffer.from('ffffffd6d6d6', 'hex');
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('pHYs', Buffer.from(DOTS_PER_METRE, 'hex')),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(deflatePart(body).crc32);
  return Buffer.concat([length, body, check]);
}
