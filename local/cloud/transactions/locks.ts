/** What an ordinary write throws before it has done anything: it waits for the key and starts again. */
export class Locked extends Error {
  constructor(readonly key: string) {
    super(`locked: ${key}`);
  }
}

/** Keys held by transactions: documents, and values of unique indexes. Waiters are woken first come, first served. */
export class Locks {
  private readonly holders = new Map<string, string>();
  private readonly waiters = new Map<string, (() => void)[]>();

  holder(key: string): string | undefined {
    return this.holders.get(key);
  }

  take(key: string, transactionId: string): void {
    this.holders.set(key, transactionId);
  }

  release(keys: Iterable<string>): void {
    const woken: (() => void)[] = [];
    for (const key of keys) {
      this.holders.delete(key);
      woken.push(...(this.waiters.get(key) ?? []));
      this.waiters.delete(key);
    }
    for (const wake of woken) wake();
  }

  /** Resolves true when the key is released, false after `milliseconds`. */
  released(key: string, milliseconds: number): Promise<boolean> {
    if (!this.holders.has(key)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), milliseconds);
      const list = this.waiters.get(key) ?? [];
      const wake = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      this.waiters.set(key, [...list, wake]);
    });
  }
}
