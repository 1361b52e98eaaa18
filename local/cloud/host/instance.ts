import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { CloudError } from '../cloud-error';
import type { Caller } from '../protocol/caller';
import type { FunctionConfig } from './function-config';
import type { ServeMessage } from './runner';

export interface InstanceSettings {
  name: string;
  folder: string;
  runner: string;
  /** Version of the code: another one retires the instance. */
  version: number;
  config: FunctionConfig;
  adminUrl: string;
  secrets: Record<string, string>;
  onLine: (line: string, stream: 'out' | 'error') => void;
}

interface Reply {
  id: string;
  /** Says, before the first answer, that the function is loaded and its time begins. */
  loaded?: boolean;
  answer?: string;
  error?: string;
  rss: number;
  /** Lines that the function printed last. */
  printed: string;
}

/** The request that is being served, and the time it has once the function is loaded. */
interface Pending {
  id: string;
  limitMs: number;
  settle: (reply: Reply | CloudError) => void;
}

const MB = 1_048_576;
/** Node itself and a loaded SDK need about this much beside the heap that `memory` allows. */
const RESIDENT_ALLOWANCE_BYTES = 96 * MB;
const WATCH_MS = 200;
/** Loading a function has a time of its own, as on the platform. */
const LOAD_MS = 20_000;

/** One process of one function, serving one request at a time. */
export class Instance {
  busy = false;
  dead = false;
  /** The next request loads the function anew. */
  afresh = false;
  private readonly process: ChildProcess;
  private readonly temporary = mkdtempSync(join(tmpdir(), 'wanjia-instance-'));
  private timer: NodeJS.Timeout | undefined;
  private pending: Pending | undefined;
  private isLoaded = false;

  constructor(
    readonly settings: InstanceSettings,
    readonly caller: Caller,
    private readonly onEnd: () => void,
  ) {
    const { runner, folder, config } = settings;
    this.process = fork(runner, [folder], {
      execArgv: [`--max-old-space-size=${config.memory}`],
      env: this.environment(),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.process.on('message', (message) => this.settle(message as Reply));
    this.process.on('exit', (code, signal) => this.onExit(signal ?? `code ${code}`));
    this.process.on('error', () => this.onExit('could not start'));
    this.follow(this.process.stdout, 'out');
    this.follow(this.process.stderr, 'error');
  }

  /** Serves one request; past the function's time the process is killed. Resolves with the answer's JSON text. */
  async serve(request: Omit<ServeMessage, 'afresh'>): Promise<{ answer: string; rss: number }> {
    const message = { ...request, afresh: this.afresh };
    const limitMs = message.context.time_limit_in_ms;
    this.isLoaded &&= !this.afresh;
    this.afresh = false;
    this.busy = true;
    this.limitTime(this.isLoaded ? limitMs : LOAD_MS);
    const watch = setInterval(() => this.watchMemory(), WATCH_MS);
    const reply = await new Promise<Reply | CloudError>((settle) => {
      this.pending = { id: message.id, limitMs, settle };
      if (this.dead) this.fail(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the instance has ended'));
      else {
        this.process.send(
          message,
          (error) => error && this.fail(new CloudError('FUNCTIONS_EXECUTE_FAIL', error.message)),
        );
      }
    });
    clearTimeout(this.timer);
    clearInterval(watch);
    this.busy = false;
    if (reply instanceof CloudError) throw reply;
    if (reply.answer === undefined) {
      throw new CloudError('FUNCTIONS_EXECUTE_FAIL', reply.error ?? 'the function threw');
    }
    return { answer: reply.answer, rss: reply.rss };
  }

  /** The cloud may end before it hears that the process has, so the folder goes at once. */
  kill(): void {
    this.dead = true;
    this.process.kill('SIGKILL');
    this.removeFolder();
  }

  private environment(): Record<string, string> {
    const { config, adminUrl, secrets } = this.settings;
    const { secretId, secretKey, token } = this.caller.secret;
    return {
      PATH: process.env['PATH'] ?? '',
      TMPDIR: this.temporary,
      TZ: 'UTC',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: 'local',
      TCB_ENV: 'local',
      TENCENTCLOUD_SECRETID: secretId,
      TENCENTCLOUD_SECRETKEY: secretKey,
      TENCENTCLOUD_SESSIONTOKEN: token,
      WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID',
      TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
      ...config.variables,
      ...secrets,
    };
  }

  /** Past this time from now the process is killed. */
  private limitTime(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const seconds = milliseconds / 1000;
      this.fail(
        new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`),
      );
      this.kill();
    }, milliseconds);
  }

  private settle(reply: Reply): void {
    const { pending } = this;
    if (pending === undefined || pending.id !== reply.id) return;
    if (reply.loaded === true) {
      this.isLoaded = true;
      this.limitTime(pending.limitMs);
      return;
    }
    for (const line of reply.printed.split('\n')) if (line !== '') this.settings.onLine(line, 'out');
    pending.settle(reply);
    this.pending = undefined;
  }

  private fail(error: CloudError): void {
    this.pending?.settle(error);
    this.pending = undefined;
  }

  private onExit(how: string): void {
    this.dead = true;
    this.onEnd();
    this.fail(new CloudError('FUNCTIONS_EXECUTE_FAIL', `the process of the function ended (${how})`));
    this.removeFolder();
  }

  private removeFolder(): void {
    rmSync(this.temporary, { recursive: true, force: true });
  }

  private follow(stream: Readable | null, kind: 'out' | 'error'): void {
    if (stream !== null) {
      createInterface({ input: stream }).on('line', (line) => this.settings.onLine(line, kind));
    }
  }

  /** Memory outside of the heap counts too. Only Linux tells; elsewhere the heap's limit stands alone. */
  private watchMemory(): void {
    if (process.platform !== 'linux' || this.dead) return;
    const pages = residentPages(this.process.pid);
    const limit = this.settings.config.memory * MB + RESIDENT_ALLOWANCE_BYTES;
    if (pages * 4096 <= limit) return;
    this.fail(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the function ran out of memory'));
    this.kill();
  }
}

function residentPages(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  } catch {
    // The process is gone; its exit settles the request.
    return 0;
  }
}
