/** A browser's picture with a palette instead of whole colours: a third of the bytes, and nobody sees the difference. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS = 96;
const COLOUR_TYPE_RGB = 2;

interface Picture {
  width: number;
  height: number;
  /** Three bytes a pixel. */
  pixels: Buffer;
}

/** The same picture in at most 96 colours. Takes what the browser writes: 8 bits a channel, RGB, not interlaced. */
export function withPalette(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png);
  const { palette, indexOf } = paletteOf(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows[y * (width + 1) + 1 + x] = indexOf.get(pixels.readUIntBE((y * width + x) * 3, 3)) ?? 0;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const colours = Buffer.from(palette.flatMap((colour) => channels(colour)));
  const parts: [string, Buffer][] = [
    ['IHDR', header],
    ['PLTE', colours],
    ['IDAT', deflateSync(rows, { level: 9 })],
    ['IEND', Buffer.alloc(0)],
  ];
  return Buffer.concat([SIGNATURE, ...parts.map(([name, data]) => chunk(name, data))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

function decode(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  if (png[24] !== 8 || png[25] !== COLOUR_TYPE_RGB || png[28] !== 0) {
    throw new Error('not a plain RGB picture');
  }
  const data: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const start = at + 8;
    if (png.toString('latin1', at + 4, start) === 'IDAT') {
      data.push(png.subarray(start, start + png.readUInt32BE(at)));
    }
  }
  return { width, height, pixels: unfiltered(inflateSync(Buffer.concat(data)), width * 3) };
}

/** Undoes the filters of the format. A row of zeros above and a pixel of zeros on the left spare every special case. */
function unfiltered(raw: Buffer, stride: number): Buffer {
  const height = raw.length / (stride + 1);
  const width = stride + 3;
  const padded = Buffer.alloc(width * (height + 1));
  const byte = (at: number): number => padded.readUInt8(at);
  for (let row = 0; row < height; row += 1) {
    const start = row * (stride + 1);
    const guess = GUESSES[raw.readUInt8(start)] ?? noGuess;
    for (let column = 0; column < stride; column += 1) {
      const at = (row + 1) * width + 3 + column;
      const guessed = guess(byte(at - 3), byte(at - width), byte(at - width - 3));
      padded[at] = (raw.readUInt8(start + 1 + column) + guessed) & 255;
    }
  }
  const rows = Array.from({ length: height }, (_, row) =>
    padded.subarray((row + 1) * width + 3, (row + 2) * width),
  );
  return Buffer.concat(rows);
}

type Guess = (left: number, above: number, corner: number) => number;

const noGuess: Guess = () => 0;
const nearestGuess: Guess = (left, above, corner) => {
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
};
/** By the number of the filter. */
const GUESSES: readonly Guess[] = [
  noGuess,
  (left) => left,
  (_left, above) => above,
  (left, above) => (left + above) >> 1,
  nearestGuess,
];

/** The most frequent colours, and for each colour of the picture the nearest of them. */
function paletteOf(pixels: Buffer): { palette: number[]; indexOf: Map<number, number> } {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = pixels.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, COLOURS)
    .map(([colour]) => colour);
  const indexOf = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]));
  return { palette, indexOf };
}

function nearest(colour: number, palette: readonly number[]): number {
  const [red, green, blue] = channels(colour);
  const distances = palette.map((one) => {
    const [otherRed, otherGreen, otherBlue] = channels(one);
    return (red - otherRed) ** 2 + (green - otherGreen) ** 2 + (blue - otherBlue) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
}

function channels(colour: number): [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}
