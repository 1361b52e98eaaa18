// Knows whether anything is still going to happen by itself: a call, a short timer. Tests wait for it instead of sleeping.

const SHORT_MILLISECONDS = 100;
const pending = new Set<unknown>();

/** Counts the promise as work until it is settled. */
export function untilDone<Value>(work: Promise<Value>): Promise<Value> {
  pending.add(work);
  const done = (): void => {
    pending.delete(work);
  };
  work.then(done, done);
  return work;
}

/** From now on timers under 100 ms count as work; a longer one does its work by itself, whatever was tapped last. */
export function watchTimers(onLongTimer: () => void): void {
  const start = globalThis.setTimeout.bind(globalThis);
  const stop = globalThis.clearTimeout.bind(globalThis);
  const watched = (handler: TimerHandler, delay = 0, ...values: unknown[]): number => {
    if (typeof handler !== 'function') throw new Error('a timer needs a function');
    const id = start(() => {
      pending.delete(id);
      if (delay >= SHORT_MILLISECONDS) onLongTimer();
      (handler as (...values: unknown[]) => void)(...values);
    }, delay) as unknown as number;
    if (delay < SHORT_MILLISECONDS) pending.add(id);
    return id;
  };
  Object.assign(globalThis, {
    setTimeout: watched,
    clearTimeout(id?: number) {
      pending.delete(id);
      stop(id);
    },
  });
}

/** Resolves when nothing was pending over two frames. */
export async function idle(): Promise<void> {
  for (let quietFrames = 0; quietFrames < 2;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    quietFrames = pending.size === 0 ? quietFrames + 1 : 0;
  }
}
