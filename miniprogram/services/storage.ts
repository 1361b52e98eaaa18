/**
 * The phone's key-value store, asynchronous only: synchronous storage slows the start. What is personal is `sealed`: the
 * platform then encrypts it. 1 MB a key, 10 MB in all.
 */
type Protection = 'plain' | 'sealed';

/** Undefined when nothing is stored under the key. */
export async function readStored(key: string, protection: Protection = 'plain'): Promise<unknown> {
  try {
    const { data } = await wx.getStorage<unknown>({ key, encrypt: protection === 'sealed' });
    return data;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export async function writeStored(
  key: string,
  value: unknown,
  protection: Protection = 'plain',
): Promise<void> {
  await wx.setStorage({ key, data: value, encrypt: protection === 'sealed' });
}

export async function removeStored(key: string): Promise<void> {
  await wx.removeStorage({ key });
}

export async function storedKeys(): Promise<string[]> {
  return (await wx.getStorageInfo()).keys;
}

/** The platform answers a missing key with a failure. */
function isMissing(error: unknown): boolean {
  const message = (error as { errMsg?: unknown } | undefined)?.errMsg;
  return typeof message === 'string' && message.includes('not found');
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
