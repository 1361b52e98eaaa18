/** A local cloud of the bench: a child process on a data folder, its price and its controls. */
import { fork, type ChildProcess } from 'node:child_process';
import type { RequestRecord } from '../../local/cloud/observe/meter';
import type { CallEnvelope, Reply } from '@domain/kernel/contract';
import { post } from '../kit/load';
import { end, firstMessage } from '../kit/program';
import { cpuOf, cpuOfTree, findBelow, peakBytesOf } from '../kit/process-tree';
import { BENCH_DAY } from '../street/cut';
import type { Seated } from '../street/seats';
import { programPath } from './build';
import { BENCH_FUNCTIONS, DATABASE } from './places';
import type { Serving } from './serve';

/** 09:00 in Asia/Shanghai of the day the street opens on. */
export const MORNING = `${BENCH_DAY}T01:00:00Z`;

export interface CloudSettings {
  readonly home: string;
  readonly rootKey: string;
  /** Folder of the built phone, where pages are looked at. */
  readonly phone?: string;
}

/** Somebody, in a seat or in none. */
type Caller = Pick<Seated, 'openid'> & Partial<Seated>;

export interface BenchCloud extends Serving {
  /** Milliseconds from the start of the process until it listens. */
  readonly readyMs: number;
  readonly pid: number;
  /** CPU seconds of cloud and functions since they began. */
  cpu(): number;
  /** CPU seconds of one function's processes that live, and their highest memory. */
  functionCost(name: string): { cpuSeconds: number; peakBytes: number };
  /** CPU seconds of one function since this was asked, whichever of its processes came or went meanwhile. */
  functionWatch(name: string): () => number;
  /** Calls a function and answers its data; a refusal rejects. */
  call<Output>(who: Caller, name: string, envelope: CallEnvelope): Promise<Output>;
  control<Answer>(route: string, body?: object): Promise<Answer>;
  runTimer(name: string): Promise<void>;
  /** What the newest request cost. */
  lastRecord(procedure?: string): Promise<RequestRecord>;
  close(): Promise<void>;
}

export async function startCloud({ home, rootKey, phone }: CloudSettings): Promise<BenchCloud> {
  const options = {
    port: 0,
    home,
    phone,
    functions: BENCH_FUNCTIONS,
    database: DATABASE,
    control: true,
    verbose: process.env['BENCH_VERBOSE'] === '1',
    secrets: { WANJIA_ROOT_KEY: rootKey, WANJIA_TEST_NUMBERS: '1' },
  };
  const startedAt = performance.now();
  const child = fork(programPath('cloud'), [JSON.stringify(options)], { execArgv: [] });
  const serving = await firstMessage<Serving>(child);
  const cloud = new RunningCloud(child, serving, performance.now() - startedAt);
  await cloud.control('POST clock', { now: MORNING });
  return cloud;
}

class RunningCloud implements BenchCloud {
  readonly url: string;
  readonly secret: Serving['secret'];
  readonly pid: number;

  constructor(
    private readonly child: ChildProcess,
    { url, secret }: Serving,
    readonly readyMs: number,
  ) {
    this.url = url;
    this.secret = secret;
    this.pid = child.pid ?? 0;
  }

  cpu(): number {
    return cpuOfTree(this.pid);
  }

  functionCost(name: string): { cpuSeconds: number; peakBytes: number } {
    const pids = findBelow(this.pid, `${BENCH_FUNCTIONS}/${name}\0`);
    if (pids.length === 0) throw new Error(`no process of ${name} is alive`);
    return {
      cpuSeconds: pids.reduce((sum, pid) => sum + cpuOf(pid), 0),
      peakBytes: Math.max(...pids.map(peakBytesOf)),
    };
  }

  functionWatch(name: string): () => number {
    const costs = (): Map<number, number> =>
      new Map(findBelow(this.pid, `${BENCH_FUNCTIONS}/${name}\0`).map((pid) => [pid, cpuOf(pid)]));
    const before = costs();
    return () => [...costs()].reduce((sum, [pid, seconds]) => sum + seconds - (before.get(pid) ?? 0), 0);
  }

  async call<Output>({ openid, seatId }: Caller, name: string, envelope: CallEnvelope): Promise<Output> {
    const body = JSON.stringify({ ...envelope, actAs: seatId });
    const text = await post(`${this.url}/invoke/${name}`, body, { 'x-wanjia-openid': openid });
    const reply = JSON.parse(text) as Reply<Output>;
    if (!reply.ok) throw new Error(`${name}.${envelope.procedure}: ${JSON.stringify(reply.problem)}`);
    return reply.data;
  }

  async control<Answer>(route: string, body?: object): Promise<Answer> {
    const [method = 'GET', path = ''] = route.split(' ');
    const response = await fetch(`${this.url}/control/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${route}: ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  async runTimer(name: string): Promise<void> {
    const { fired } = await this.control<{ fired: { error?: string }[] }>('POST clock', { run: name });
    const failed = fired.find(({ error }) => error !== undefined);
    if (failed !== undefined) throw new Error(`timer ${name}: ${failed.error ?? ''}`);
  }

  async lastRecord(procedure?: string): Promise<RequestRecord> {
    const query = procedure === undefined ? '' : `?procedure=${encodeURIComponent(procedure)}`;
    const { requests } = await this.control<{ requests: RequestRecord[] }>(`GET meter${query}`);
    const newest = requests[requests.length - 1];
    if (newest === undefined) throw new Error('nothing has been called yet');
    return newest;
  }

  close(): Promise<void> {
    return end(this.child);
  }
}
