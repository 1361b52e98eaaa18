/** What names this phone to a seat that is bound to it: drawn once, kept encrypted, and worth nothing without the PIN. */
import { newOpId } from './new-op-id';
import { readStored, writeStored } from './storage';

const KEY = 'device';

export async function deviceKey(): Promise<string> {
  const stored = await readStored(KEY, 'sealed');
  if (typeof stored === 'string') return stored;
  const drawn = await newOpId();
  await writeStored(KEY, drawn, 'sealed');
  return drawn;
}
