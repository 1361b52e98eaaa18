/** Floors and ours take turns, there and back, so that what the machine does meanwhile falls on all of them alike. */

type Runs<Name extends string, T> = Readonly<Record<Name, () => Promise<T>>>;

/** Results by name, then by cycle: two of each a cycle. */
export type Turns<Name extends string, T> = Record<Name, T[][]>;

/** floor, ours, ours, floor: `cycles` times. */
export async function alternate<Name extends string, T>(
  cycles: number,
  runs: Runs<Name, T>,
): Promise<Turns<Name, T>> {
  const names = Object.keys(runs) as Name[];
  const turns = Object.fromEntries(names.map((name) => [name, [] as T[][]])) as Turns<Name, T>;
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    for (const name of names) turns[name].push([]);
    for (const name of [...names, ...[...names].reverse()]) turns[name][cycle]?.push(await runs[name]());
  }
  return turns;
}

/** Takes one figure out of every result. */
export function pluck<T>(turns: readonly T[][], figure: (result: T) => number): number[][] {
  return turns.map((cycle) => cycle.map(figure));
}
