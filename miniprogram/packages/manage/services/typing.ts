/** What is being written on a page of the office, kept on the phone from the first key until it was handed in: nothing typed is lost. */
import { isRecord, readStored, removeStored, writeStored } from '../../../services/storage';

const keyOf = (page: string): string => `typing:${page}`;

/** Undefined where nothing was left unfinished. `empty` gives the shape: what an older one lacks is taken from it. */
export async function keptTyping<Text extends object>(page: string, empty: Text): Promise<Text | undefined> {
  const stored = await readStored(keyOf(page), 'sealed');
  return isRecord(stored) ? { ...empty, ...stored } : undefined;
}

export async function keepTyping(page: string, text: object): Promise<void> {
  await writeStored(keyOf(page), text, 'sealed');
}

export async function dropTyping(page: string): Promise<void> {
  await removeStored(keyOf(page));
}
