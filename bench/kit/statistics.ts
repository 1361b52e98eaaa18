/** The middle value; of an even count the mean of the two in the middle. Throws on nothing. */
export function median(values: readonly number[]): number {
  const sorted = sortedNumbers(values);
  const half = Math.floor(sorted.length / 2);
  const upper = at(sorted, half);
  return sorted.length % 2 === 1 ? upper : (at(sorted, half - 1) + upper) / 2;
}

/** The smallest value that a share of all values does not exceed: nearest rank. `share` above 0, at most 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = sortedNumbers(values);
  return at(sorted, Math.max(0, Math.ceil(sorted.length * share) - 1));
}

export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new Error('there is no mean of nothing');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Ours to floor, cycle by cycle, and the median of the cycles: what drifts slowly has no say. */
export function medianRatio(ours: readonly number[][], floor: readonly number[][]): number {
  return median(ours.map((values, cycle) => mean(values) / mean(floor[cycle] ?? [])));
}

function sortedNumbers(values: readonly number[]): number[] {
  return [...values].sort((left, right) => left - right);
}

function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new Error('there is no such value among none');
  return value;
}
