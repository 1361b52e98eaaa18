/** P1, P2, P3: the rate, the price and the slowest of saving a household, beside the floors of the same minutes. */
import type { Bench } from './group';
import { measureCore } from './save-core';
import { measureWire } from './save-wire';

export async function saveGroup(bench: Bench): Promise<void> {
  await measureWire(bench);
  await measureCore(bench);
}
