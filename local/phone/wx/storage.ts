import { phone } from '../runtime/phone';
import { text, type InterfaceGroup } from './interfaces';

const KEY_BYTES_MAX = 1024 * 1024;
const SUM_BYTES_MAX = 10 * 1024 * 1024;

function prefix(): string {
  return `wx:${phone().openid}:`;
}

function keys(): string[] {
  return Object.keys(localStorage).flatMap((name) =>
    name.startsWith(prefix()) ? [name.slice(prefix().length)] : [],
  );
}

function bytes(value: string): number {
  return new TextEncoder().encode(value).length;
}

function bytesStored(except?: string): number {
  const others = keys().filter((key) => key !== except);
  return others.reduce((sum, key) => sum + bytes(localStorage.getItem(prefix() + key) ?? ''), 0);
}

function write(key: string, data: unknown): void {
  const value = JSON.stringify({ data });
  if (bytes(value) > KEY_BYTES_MAX) throw new Error('exceed single key limit: 1MB');
  if (bytesStored(key) + bytes(value) > SUM_BYTES_MAX) throw new Error('exceed storage max size 10Mb');
  try {
    localStorage.setItem(prefix() + key, value);
  } catch {
    // The browser holds less than a phone promises, so its own refusal reads like the phone's.
    throw new Error('exceed storage max size 10Mb');
  }
}

function read(key: string): unknown {
  const stored = localStorage.getItem(prefix() + key);
  return stored === null ? undefined : (JSON.parse(stored) as { data: unknown }).data;
}

function remove(key: string): void {
  localStorage.removeItem(prefix() + key);
}

function clear(): void {
  for (const key of keys()) remove(key);
}

function info(): { keys: string[]; currentSize: number; limitSize: number } {
  return { keys: keys(), currentSize: Math.ceil(bytesStored() / 1024), limitSize: SUM_BYTES_MAX / 1024 };
}

/** Sync forms throw what the others reject with. */
function failing<Result>(name: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw new Error(`${name}:fail ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
}

export const storage: InterfaceGroup = {
  options: {
    setStorage: (options) => {
      write(text(options, 'key'), options['data']);
    },
    getStorage(options) {
      const data = read(text(options, 'key'));
      if (data === undefined) throw new Error('data not found');
      return { data };
    },
    removeStorage: (options) => {
      remove(text(options, 'key'));
    },
    clearStorage: clear,
    getStorageInfo: info,
  },
  plain: {
    setStorageSync: (key: string, data: unknown) =>
      failing('setStorageSync', () => {
        write(key, data);
      }),
    getStorageSync: (key: string) => read(key) ?? '',
    removeStorageSync: remove,
    clearStorageSync: clear,
    getStorageInfoSync: info,
  },
};

export { bytesStored, keys as storedKeys };
