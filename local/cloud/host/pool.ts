import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { CloudError } from '../cloud-error';
import type { Limits } from '../limits';
import type { RequestRecord } from '../observe/meter';
import type { Caller, Credentials } from '../protocol/caller';
import type { Clock } from './clock';
import { isFunction, readFunctionConfig } from './function-config';
import { Instance } from './instance';

/** One call of a function: the event as JSON text, who calls, and the request it is part of. */
export interface Invocation {
  name: string;
  event: string;
  identity: Record<string, string>;
  record: RequestRecord;
  depth: number;
  callIndex: { value: number };
}

export interface PoolSettings {
  functions: string;
  runner: string;
  /** Known once the server listens. */
  adminUrl: () => string;
  secrets: Record<string, string>;
  credentials: Credentials;
  clock: Clock;
  limits: () => Limits;
  /** Each line a function prints, with the request it belongs to. */
  onLine: (line: string, name: string, caller: Caller) => void;
  /** The process of a caller has ended: what it left open ends too. */
  onEnd: (caller: Caller) => void;
}

/** A process that nobody asks ends after this time; the last one of its function so much later, for the next call to be a warm one. */
const IDLE_MS = 60_000;
const LAST_IDLE_MS = 240_000;
const INSTANCES_MAX = 4 * availableParallelism();

/** The instances of all functions: started by demand, one request each, ended when idle. */
export class Pool {
  /** A new process for each request: shows cold starts, and state that leaks between requests. */
  alwaysCold = false;
  private readonly instances = new Map<string, Instance[]>();
  private readonly waiting = new Map<string, (() => void)[]>();
  private readonly idleTimers = new Map<Instance, NodeJS.Timeout>();
  private closed = false;

  constructor(private readonly settings: PoolSettings) {}

  async invoke(invocation: Invocation): Promise<string> {
    const { name, event, record } = invocation;
    const limits = this.settings.limits();
    if (!isFunction(this.settings.functions, name)) {
      throw new CloudError(
        'FUNCTIONS_REQUEST_FAIL',
        `[ResourceNotFound.Function] function ${name} does not exist`,
      );
    }
    if (Buffer.byteLength(event) > limits.functionBodyBytes) {
      throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', 'The request of a function is too large.');
    }
    if (invocation.depth > limits.nestedCalls) {
      throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'Functions call each other too deep.');
    }
    const instance = await this.take(name, record);
    const { caller } = instance;
    caller.record = record;
    caller.depth = invocation.depth;
    caller.callIndex = invocation.callIndex;
    const startedAt = performance.now();
    try {
      const { answer, rss } = await instance.serve(this.message(instance, invocation));
      record.peakMemoryBytes = Math.max(record.peakMemoryBytes, rss);
      if (Buffer.byteLength(answer) > limits.functionBodyBytes) {
        throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'The answer of the function is too large.');
      }
      return answer;
    } finally {
      record.gbSeconds += ((performance.now() - startedAt) / 1000) * (instance.settings.config.memory / 1024);
      caller.last = record;
      caller.record = undefined;
      this.giveBack(name, instance);
    }
  }

  close(): void {
    this.closed = true;
    for (const list of this.instances.values()) for (const instance of [...list]) this.end(instance);
  }

  /** Ends every instance, so that the next call starts afresh. */
  recycle(): void {
    for (const list of this.instances.values()) {
      for (const instance of [...list]) if (!instance.busy) this.end(instance);
    }
  }

  /** Ends every request that still runs, and nothing of it comes any more: it began in a state that is gone. */
  abandon(): void {
    for (const instance of [...this.instances.values()].flat().filter(({ busy }) => busy)) {
      this.settings.credentials.revoke(instance.caller);
      this.end(instance);
    }
  }

  /** Every instance loads its function anew at its next request: nothing is remembered, and no process has to start. */
  forget(): void {
    for (const list of this.instances.values()) for (const instance of list) instance.afresh = true;
  }

  private message(
    instance: Instance,
    { name, event, identity }: Invocation,
  ): Parameters<Instance['serve']>[0] {
    const { config } = instance.settings;
    const id = randomUUID();
    const seconds = Math.min(config.timeout, this.settings.limits().functionSeconds);
    const context = {
      request_id: id,
      function_name: name,
      memory_limit_in_mb: config.memory,
      time_limit_in_ms: seconds * 1000,
      namespace: 'local',
    };
    return { id, event, identity, context, clock: this.settings.clock.shift() };
  }

  private async take(name: string, record: RequestRecord): Promise<Instance> {
    for (;;) {
      const list = this.instances.get(name) ?? [];
      const version = versionOf(this.settings.functions, name);
      for (const stale of list.filter(
        (entry) => !entry.busy && (entry.dead || entry.settings.version !== version),
      )) {
        this.end(stale);
      }
      const idle = (this.instances.get(name) ?? []).find((entry) => !entry.busy && !entry.dead);
      const chosen = idle ?? (list.length < INSTANCES_MAX ? this.start(name, version, record) : undefined);
      if (chosen !== undefined) {
        clearTimeout(this.idleTimers.get(chosen));
        chosen.busy = true;
        return chosen;
      }
      record.queued += 1;
      await new Promise<void>((resolve) =>
        this.waiting.set(name, [...(this.waiting.get(name) ?? []), resolve]),
      );
    }
  }

  private start(name: string, version: number, record: RequestRecord): Instance {
    if (this.closed) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'The local cloud is closing.');
    const { functions, runner, adminUrl, secrets, credentials, onLine, onEnd } = this.settings;
    const config = readFunctionConfig(functions, name);
    const caller = credentials.issue('instance', () => instance.kill());
    const instance: Instance = new Instance(
      {
        name,
        folder: join(functions, name),
        runner,
        version,
        config,
        adminUrl: adminUrl(),
        secrets,
        onLine: (line) => onLine(line, name, caller),
      },
      caller,
      () => {
        credentials.revoke(caller);
        this.remove(instance);
        onEnd(caller);
      },
    );
    this.instances.set(name, [...(this.instances.get(name) ?? []), instance]);
    record.coldStart = true;
    return instance;
  }

  private giveBack(name: string, instance: Instance): void {
    instance.busy = false;
    if (this.alwaysCold || instance.dead || this.closed) this.end(instance);
    else this.rest(name, instance, IDLE_MS);
    const [next, ...rest] = this.waiting.get(name) ?? [];
    this.waiting.set(name, rest);
    next?.();
  }

  private rest(name: string, instance: Instance, milliseconds: number): void {
    const look = (): void => {
      const isLast = this.instances.get(name)?.length === 1;
      if (isLast && milliseconds === IDLE_MS) this.rest(name, instance, LAST_IDLE_MS);
      else this.end(instance);
    };
    this.idleTimers.set(instance, setTimeout(look, milliseconds).unref());
  }

  private end(instance: Instance): void {
    this.remove(instance);
    instance.kill();
  }

  private remove(instance: Instance): void {
    clearTimeout(this.idleTimers.get(instance));
    this.idleTimers.delete(instance);
    const { name } = instance.settings;
    this.instances.set(
      name,
      (this.instances.get(name) ?? []).filter((entry) => entry !== instance),
    );
  }
}

/** Building writes the bundle anew, so its time of change is its version. */
function versionOf(functions: string, name: string): number {
  return statSync(join(functions, name, 'index.js')).mtimeMs;
}
