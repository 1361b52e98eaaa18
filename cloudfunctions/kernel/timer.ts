/** Timers: the platform calls without an identity, and may call late or twice; handlers take leases and repeat harmlessly. */
import { dayOf } from '@domain/kernel/day';
import type { SystemContext } from './context';
import type { Instance } from './instance';
import { logCall, placeOf } from './log';
import { persistent } from './lost-race';

/** Who called, as the platform says it. */
export interface CallSource {
  readonly openid: string;
  readonly source: string;
}

/** The trigger's name of a timer event; undefined for everything else: a person carries an openid, and only timers this source. */
export function timerNameOf(event: unknown, { openid, source }: CallSource): string | undefined {
  if (openid !== '' || source !== 'timer' || typeof event !== 'object' || event === null) return undefined;
  const { Type, TriggerName } = event as { Type?: unknown; TriggerName?: unknown };
  return Type === 'Timer' && typeof TriggerName === 'string' ? TriggerName : undefined;
}

export interface TimerRun {
  readonly name: string;
  readonly handler: ((context: SystemContext) => Promise<void>) | undefined;
  readonly requestId: string;
}

export async function runTimer(
  instance: Instance,
  { name, handler, requestId }: TimerRun,
): Promise<{ ok: boolean }> {
  const startedAt = performance.now();
  const elapsed = (): number => performance.now() - startedAt;
  const now = Date.now();
  let error: unknown;
  try {
    if (handler === undefined) throw new Error(`no handler for timer ${name}`);
    await handler({
      requestId,
      now,
      today: dayOf(now),
      store: persistent(instance.store),
      files: instance.files,
      keyring: await instance.keyring(now),
      newId: instance.newId,
      campaign: () => instance.campaign(now),
      elapsed,
    });
  } catch (thrown) {
    error = thrown;
  }
  const outcome = error === undefined ? 'OK' : 'INTERNAL';
  logCall({
    requestId,
    procedure: name,
    outcome,
    ms: Math.round(elapsed()),
    ...(error === undefined ? {} : { error: placeOf(error) }),
  });
  return { ok: error === undefined };
}
