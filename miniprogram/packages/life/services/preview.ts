/** A text that the office is writing on this phone and wants to see as residents will: it goes nowhere else. */
import { isRecord, readStored } from '../../../services/storage';

/** Written by the pages on which the office writes, which open this one with `preview=1`. */
export const PREVIEW_ID = 'preview';

/** Undefined where nothing is being written. */
export async function previewed<Text>(): Promise<Text | undefined> {
  const stored = await readStored(PREVIEW_ID);
  return isRecord(stored) ? (stored as Text) : undefined;
}
