// Knows whether anything is still going to happen by itself: a call, a short timer. Tests wait for it instead of sleeping.

import { moveClock } from './clock';

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

interface Timer {
  run: () => void;
  due: number;
  started: number;
}

const timers = new Map<number, Timer>();
let startTimer: (run: () => void, delay: number) => number;
let stopTimer: (id: number) => void;

/** From now on timers under 100 ms count as work; a longer one does its work by itself, whatever was tapped last. */
export function watchTimers(onLongTimer: () => void): void {
  startTimer = globalThis.setTimeout.bind(globalThis) as typeof startTimer;
  stopTimer = globalThis.clearTimeout.bind(globalThis);
  let last = 0;
  const watched = (handler: TimerHandler, delay = 0, ...values: unknown[]): number => {
    if (typeof handler !== 'function') throw new Error('a timer needs a function');
    const id = (last += 1);
    const run = (): void => {
      timers.delete(id);
      pending.delete(id);
      if (delay >= SHORT_MILLISECONDS) onLongTimer();
      (handler as (...values: unknown[]) => void)(...values);
    };
    timers.set(id, { run, due: performance.now() + delay, started: startTimer(run, delay) });
    if (delay < SHORT_MILLISECONDS) pending.add(id);
    return id;
  };
  Object.assign(globalThis, {
    setTimeout: watched,
    clearTimeout(id: number) {
      pending.delete(id);
      const timer = timers.get(id);
      if (timer !== undefined) stopTimer(timer.started);
      timers.delete(id);
    },
  });
}

/** Lets time pass at once: the clock moves on, and timers that fall due meanwhile run next, in their order. */
export function passTime(milliseconds: number): void {
  moveClock(milliseconds);
  for (const timer of [...timers.values()].sort((one, other) => one.due - other.due)) {
    stopTimer(timer.started);
    timer.due -= milliseconds;
    timer.started = startTimer(timer.run, Math.max(0, timer.due - performance.now()));
  }
}

/** Resolves when nothing was pending over two frames. */
export async function idle(): Promise<void> {
  for (let quietFrames = 0; quietFrames < 2;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    quietFrames = pending.size === 0 ? quietFrames + 1 : 0;
  }
}
