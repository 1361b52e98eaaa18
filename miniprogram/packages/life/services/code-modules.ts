/**
 * The windows of an ordinary QR code, drawn on the phone: one that changes every half minute cannot be asked for as a picture. One size
 * is enough for what is shown here: version 3 at level M holds 42 letters and stays readable with a seventh of it spoilt.
 */
const SIZE = 29;
const DATA_LENGTH = 44;
const CHECK_LENGTH = 26;
const LETTERS_MAX = DATA_LENGTH - 2;
/** Level M, mask 0. */
const FORMAT = 0b101010000010010;
const FINDERS = [
  [0, 0],
  [0, SIZE - 7],
  [SIZE - 7, 0],
] as const;
const ALIGNMENT = 22;
const PADS = [0xec, 0x11] as const;

type Grid = (boolean | undefined)[][];

/** Of the field of 256 elements: powers of two, twice over, so that two logarithms may be added. */
const POWERS: number[] = [];
const LOGARITHMS: number[] = [];
for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
  POWERS[exponent] = value;
  POWERS[exponent + 255] = value;
  LOGARITHMS[value] = exponent;
  value = value < 128 ? value * 2 : (value * 2) ^ 0x11d;
}

function product(left: number, right: number): number {
  if (left === 0 || right === 0) return 0;
  return POWERS[(LOGARITHMS[left] ?? 0) + (LOGARITHMS[right] ?? 0)] ?? 0;
}

/** The polynomial by which data is divided, its leading one left out. */
function divisor(): number[] {
  let factors = [1];
  for (let root = 0; root < CHECK_LENGTH; root += 1) {
    const shifted = [...factors, 0];
    factors = shifted.map((factor, at) => factor ^ product(factors[at - 1] ?? 0, POWERS[root] ?? 0));
  }
  return factors.slice(1);
}

function checkOf(data: readonly number[]): number[] {
  const factors = divisor();
  let rest = factors.map(() => 0);
  for (const value of data) {
    const lead = value ^ (rest[0] ?? 0);
    rest = factors.map((factor, at) => (rest[at + 1] ?? 0) ^ product(factor, lead));
  }
  return rest;
}

/** Letters of eight bits, with their number before and nothing but filling behind. */
function dataOf(text: string): number[] {
  const letters = Array.from(text, (letter) => letter.charCodeAt(0));
  const halves = [4, letters.length >> 4, letters.length & 15];
  for (const letter of letters) halves.push(letter >> 4, letter & 15);
  halves.push(0);
  const data: number[] = [];
  for (let at = 0; at < halves.length; at += 2) data.push((halves[at] ?? 0) * 16 + (halves[at + 1] ?? 0));
  for (let at = 0; data.length < DATA_LENGTH; at += 1) data.push(PADS[at % 2] ?? 0);
  return data;
}

function set(grid: Grid, [row, column]: readonly [number, number], isDark: boolean): void {
  const line = grid[row];
  if (line !== undefined && column >= 0 && column < SIZE) line[column] = isDark;
}

/** Rings around a middle: the outermost of a finder is its light edge. */
function rings(grid: Grid, [row, column]: readonly [number, number], reach: number): void {
  for (let down = -reach; down <= reach; down += 1) {
    for (let right = -reach; right <= reach; right += 1) {
      const ring = Math.max(Math.abs(down), Math.abs(right));
      set(grid, [row + down, column + right], reach === 2 ? ring !== 1 : ring !== 2 && ring !== 4);
    }
  }
}

function setFormat(grid: Grid): void {
  for (let bit = 0; bit < 15; bit += 1) {
    const isDark = ((FORMAT >> bit) & 1) === 1;
    const near = bit < 6 ? bit : bit + 1;
    set(grid, [bit < 8 ? near : SIZE - 15 + bit, 8], isDark);
    const left = bit === 8 ? 7 : 14 - bit;
    set(grid, [8, bit < 8 ? SIZE - 1 - bit : left], isDark);
  }
  set(grid, [SIZE - 8, 8], true);
}

/** Everything that is the same whatever the code says. */
function frame(): Grid {
  const grid: Grid = Array.from({ length: SIZE }, () => Array.from({ length: SIZE }, () => undefined));
  for (const [row, column] of FINDERS) rings(grid, [row + 3, column + 3], 4);
  rings(grid, [ALIGNMENT, ALIGNMENT], 2);
  for (let at = 8; at < SIZE - 8; at += 1) {
    set(grid, [6, at], at % 2 === 0);
    set(grid, [at, 6], at % 2 === 0);
  }
  setFormat(grid);
  return grid;
}

/** Places that are still free, in the order in which they are filled: pairs of columns, from the right, up and down. */
function freePlaces(grid: Grid): [number, number][] {
  const places: [number, number][] = [];
  const down = Array.from({ length: SIZE }, (_, row) => row);
  let rows = [...down].reverse();
  for (let right = SIZE - 1; right > 0; right -= right === 8 ? 3 : 2) {
    for (const row of rows) places.push([row, right], [row, right - 1]);
    rows = [...rows].reverse();
  }
  return places.filter(([row, column]) => grid[row]?.[column] === undefined);
}

/** Rows of windows, dark or light. Throws where the text is too long. */
export function codeModules(text: string): boolean[][] {
  if (text.length > LETTERS_MAX) throw new Error(`a code holds ${LETTERS_MAX} letters`);
  const data = dataOf(text);
  const words = [...data, ...checkOf(data)];
  const grid = frame();
  for (const [at, place] of freePlaces(grid).entries()) {
    const isOne = (((words[at >> 3] ?? 0) >> (7 - (at % 8))) & 1) === 1;
    const isTurned = (place[0] + place[1]) % 2 === 0;
    set(grid, place, isOne !== isTurned);
  }
  return grid.map((line) => line.map((isDark) => isDark === true));
}
