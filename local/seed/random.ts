/** Chance that can be drawn again: the same seed and path give the same numbers, in any order of asking. */
import { createHash } from 'node:crypto';

/** A source of numbers in [0, 1). */
export interface Chance {
  next(): number;
  /** A whole number from 0 up to, and not including, `below`. */
  below(below: number): number;
  pick<T>(choices: readonly T[]): T;
  /** True in `share` of all cases. */
  happens(share: number): boolean;
}

/** Chance for one purpose, named by a path: what is drawn for one door does not shift what is drawn for the next. */
export function chanceOf(seed: string, ...path: readonly string[]): Chance {
  const digest = digestOf(seed, path);
  const state = [0, 4, 8, 12].map((at) => digest.readUInt32LE(at)) as [number, number, number, number];
  const next = (): number => draw(state) / 2 ** 32;
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: <T>(choices: readonly T[]): T => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    },
    happens: (share) => next() < share,
  };
}

/** Thirty-two bytes that follow from seed and path. */
export function digestOf(seed: string, path: readonly string[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([seed, ...path]))
    .digest();
}

/** One step of sfc32 (Chris Doty-Humphrey, PractRand): 32 bits. */
function draw(state: [number, number, number, number]): number {
  const [a, b, c, counter] = state;
  const result = (a + b + counter) >>> 0;
  state[0] = (b ^ (b >>> 9)) >>> 0;
  state[1] = (c + (c << 3)) >>> 0;
  state[2] = (((c << 21) | (c >>> 11)) + result) >>> 0;
  state[3] = (counter + 1) >>> 0;
  return result;
}
