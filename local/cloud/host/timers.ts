import { randomUUID } from 'node:crypto';
import { CloudError } from '../cloud-error';
import type { Meter } from '../observe/meter';
import type { Clock } from './clock';
import { nextAfter } from './cron';
import { readFunctionConfig, type Trigger } from './function-config';
import type { Pool } from './pool';

export interface Firing {
  function: string;
  trigger: string;
  time: string;
  /** What went wrong, if the function failed. */
  error?: string;
}

export interface TimerSettings {
  clock: Clock;
  pool: Pool;
  meter: Meter;
  say: (line: string) => void;
  /** Folder and names of the functions. */
  functions: string;
  names: string[];
}

interface Entry {
  function: string;
  trigger: Trigger;
  next: number | undefined;
}

const BEAT_MS = 500;

/** Fires the timers that `config.json` files declare, by the clock: as time passes, or as a suite moves it. */
export class Timers {
  private entries: Entry[] = [];
  private beat: NodeJS.Timeout | undefined;
  private running = false;
  /** The moment after which timers are to be planned, if they are not. */
  private planFrom: number | undefined;
  private readonly clock: Clock;

  constructor(private readonly settings: TimerSettings) {
    this.clock = settings.clock;
    for (const name of settings.names) {
      const { triggers } = readFunctionConfig(settings.functions, name);
      this.entries.push(...triggers.map((trigger) => ({ function: name, trigger, next: undefined })));
    }
    this.plan();
  }

  /** Lets timers fire as real time passes. */
  start(): void {
    this.beat = setInterval(() => {
      if (!this.clock.frozen) void this.runDue();
    }, BEAT_MS).unref();
  }

  stop(): void {
    clearInterval(this.beat);
  }

  /** After the clock was set: when each timer fires next is computed anew, once somebody asks. */
  plan(): void {
    this.planFrom = this.clock.now();
  }

  /** Moves the clock forward, firing every due timer in its order at its time; `deliveries` 2 fires each twice. */
  async advanceTo(
    time: number,
    { deliveries = 1, lateMs = 0 }: { deliveries?: number; lateMs?: number } = {},
  ): Promise<Firing[]> {
    const fired: Firing[] = [];
    for (let due = this.earliest(time); due?.next !== undefined; due = this.earliest(time)) {
      const { next } = due;
      due.next = nextAfter(due.trigger.cron, next);
      this.clock.moveTo(next + lateMs);
      for (let delivery = 0; delivery < deliveries; delivery += 1) fired.push(await this.fire(due, next));
    }
    this.clock.moveTo(Math.max(time, this.clock.now()));
    return fired;
  }

  /** Fires one trigger now, by name. */
  async run(triggerName: string): Promise<Firing[]> {
    const entry = this.entries.find(({ trigger }) => trigger.name === triggerName);
    if (entry === undefined) throw new CloudError('INVALID_PARAM', `No such trigger: ${triggerName}`);
    return [await this.fire(entry, this.clock.now())];
  }

  private async runDue(): Promise<void> {
    if (this.running) return;
    this.running = true;
    const now = this.clock.now();
    for (let due = this.earliest(now); due?.next !== undefined; due = this.earliest(now)) {
      const { next } = due;
      due.next = nextAfter(due.trigger.cron, now);
      await this.fire(due, next);
    }
    this.running = false;
  }

  private earliest(until: number): Entry | undefined {
    this.planWhatIsNot();
    const due = this.entries.filter(({ next }) => next !== undefined && next <= until);
    return due.sort((a, b) => (a.next ?? 0) - (b.next ?? 0))[0];
  }

  private planWhatIsNot(): void {
    const { planFrom } = this;
    if (planFrom === undefined) return;
    for (const entry of this.entries) entry.next = nextAfter(entry.trigger.cron, planFrom);
    this.planFrom = undefined;
  }

  private async fire({ function: name, trigger }: Entry, time: number): Promise<Firing> {
    const moment = new Date(time).toISOString();
    const event = JSON.stringify({ Type: 'Timer', TriggerName: trigger.name, Time: moment, Message: '' });
    const record = this.settings.meter.begin(randomUUID(), name, `timer ${trigger.name}`);
    const firing: Firing = { function: name, trigger: trigger.name, time: moment };
    try {
      const answer = await this.settings.pool.invoke({
        name,
        event,
        identity: { TCB_SOURCE: 'timer' },
        record,
        depth: 0,
        callIndex: { value: 0 },
      });
      return saysFailed(answer) ? { ...firing, error: 'the function says that it failed' } : firing;
    } catch (error) {
      const message = error instanceof CloudError ? `${error.code}: ${error.message}` : String(error);
      this.settings.say(`[${name}] timer ${trigger.name} failed: ${message}`);
      return { ...firing, error: message };
    }
  }
}

/** A handler that threw is answered as `{ ok: false }`: the platform logs it, and does not see it as a failure of its own. */
function saysFailed(answer: string): boolean {
  const said: unknown = JSON.parse(answer);
  return typeof said === 'object' && said !== null && 'ok' in said && said.ok === false;
}
