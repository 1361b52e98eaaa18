/**
 * A phone for services: storage that survives its death, a network that can be gone, and a cloud that keeps one record an
 * operation id. `dieAfter(n)` lets the app die at its n-th step into the platform: nothing answers any more, storage stays.
 */
interface Envelope {
  procedure: string;
  input: unknown;
  opId?: string;
  again?: boolean;
  actAs?: string;
}

type Answer = (envelope: Envelope) => unknown;

const NEVER = new Promise<never>(() => undefined);

export class FakePhone {
  readonly storage = new Map<string, string>();
  readonly sealed = new Set<string>();
  /** Records of the cloud by operation id, with what they hold. */
  readonly records = new Map<string, unknown>();
  readonly calls: Envelope[] = [];
  isOnline = true;
  /** The function runs and its answer never arrives. */
  losesAnswers = false;
  limitBytes = 10 * 1024 * 1024;
  answer: Answer = (envelope) => this.keep(envelope);
  private stepsLeft = Infinity;
  private networkListeners: ((status: { isConnected: boolean }) => void)[] = [];

  dieAfter(steps: number): void {
    this.stepsLeft = steps;
  }

  /** A new start of the app: modules are new, storage is as it was. */
  restart(): void {
    this.stepsLeft = Infinity;
    this.networkListeners = [];
    jest.resetModules();
    Object.assign(globalThis, { wx: this.wx() });
  }

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    for (const listener of this.networkListeners) listener({ isConnected: isOnline });
  }

  private bytesStored(): number {
    return [...this.storage.values()].reduce((sum, text) => sum + text.length, 0);
  }

  private keep({ opId = '', input }: Envelope): unknown {
    const stored = this.records.get(opId);
    if (stored !== undefined && JSON.stringify(stored) !== JSON.stringify(input)) {
      return refused('IDEMPOTENCY_MISMATCH');
    }
    this.records.set(opId, input);
    return { ok: true, data: { kept: opId }, ...(stored === undefined ? {} : { duplicate: true }) };
  }

  private async step<Result>(run: () => Result): Promise<Result> {
    this.stepsLeft -= 1;
    if (this.stepsLeft < 0) return NEVER;
    const result = run();
    await Promise.resolve();
    return result;
  }

  private async call({ data }: { data: Envelope }): Promise<{ result: unknown }> {
    const failure = Object.assign(new Error('lost'), { errMsg: 'cloud.callFunction:fail request:fail' });
    if (!this.isOnline) throw failure;
    const result = await this.step(() => {
      this.calls.push(JSON.parse(JSON.stringify(data)) as Envelope);
      return this.answer(data);
    });
    // A step of its own: the phone may die between the function's end and the arrival of its answer.
    await this.step(() => undefined);
    if (this.losesAnswers) throw failure;
    return { result: JSON.parse(JSON.stringify(result)) as unknown };
  }

  private wx(): object {
    return {
      cloud: { init: () => undefined, callFunction: (options: { data: Envelope }) => this.call(options) },
      getStorage: ({ key }: { key: string }) =>
        this.step(() => {
          const text = this.storage.get(key);
          if (text === undefined) {
            throw Object.assign(new Error('missing'), { errMsg: 'getStorage:fail data not found' });
          }
          return { data: JSON.parse(text) as unknown };
        }),
      setStorage: ({ key, data, encrypt }: { key: string; data: unknown; encrypt?: boolean }) =>
        this.step(() => {
          const text = JSON.stringify(data);
          const others = this.bytesStored() - (this.storage.get(key)?.length ?? 0);
          if (others + text.length > this.limitBytes) {
            throw Object.assign(new Error('full'), {
              errMsg: 'setStorage:fail exceed storage max size 10Mb',
            });
          }
          this.storage.set(key, text);
          if (encrypt === true) this.sealed.add(key);
        }),
      getStorageInfo: () =>
        this.step(() => ({
          keys: [...this.storage.keys()],
          currentSize: Math.ceil(this.bytesStored() / 1024),
          limitSize: this.limitBytes / 1024,
        })),
      removeStorage: ({ key }: { key: string }) => this.step(() => this.storage.delete(key)),
      getNetworkType: () => Promise.resolve({ networkType: this.isOnline ? 'wifi' : 'none' }),
      onNetworkStatusChange: (listener: (status: { isConnected: boolean }) => void) =>
        this.networkListeners.push(listener),
      canIUse: (name: string) => name !== 'getAppBaseInfo',
      getRandomValues: ({ length, success }: { length: number; success: (result: object) => void }) => {
        success({ randomValues: Uint8Array.from({ length }, () => Math.floor(Math.random() * 256)).buffer });
      },
    };
  }
}

export function refused(code: string, details: object = {}): unknown {
  return { ok: false, problem: { code, message: '', details, requestId: 'r' } };
}

/** Lets everything that is not dead come to its end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
}
