/** Programs of the bench as child processes: each says once where it listens, and ends with its channel. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The first thing a program says; rejects when it ends before. */
export async function firstMessage<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process ended with code ${String(code)} before it was ready`);
  });
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [T];
  ended.catch(() => undefined);
  return message;
}

/**
 * CPU seconds of one process since it began, as it counts them itself: to the microsecond, where the kernel's table of
 * processes counts in hundredths of a second. The program answers by `tellCost`.
 */
export async function cpuToldBy(child: ChildProcess): Promise<number> {
  const answer = once(child, 'message') as Promise<[{ cpuSeconds: number }]>;
  child.send('cost');
  const [{ cpuSeconds }] = await answer;
  return cpuSeconds;
}

/** In the program: answers whoever asks what it has cost. */
export function tellCost(): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuSeconds: (user + system) / 1_000_000 });
  });
}

export async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}
