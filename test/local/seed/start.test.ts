import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cpuOf } from '../../../bench/kit/process-tree';
import { newOpId, openCalls } from '../../cloudfunctions/fixture/cloud-client';
import { dataOf } from '../../cloudfunctions/fixture/replies';
import { formFor } from '../../cloudfunctions/fixture/residents';

const ROOT = resolve(__dirname, '../../..');
const READY = /Wanjia is running: (http:\/\/127\.0\.0\.1:\d+)/;
const START_S = 3;

let home: string;
let running: Started[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'wanjia-start-'));
});
afterEach(async () => {
  for (const { child } of running) child.kill('SIGTERM');
  await Promise.all(running.map(({ ended }) => ended));
  running = [];
  rmSync(home, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

interface Started {
  child: ChildProcess;
  /** The address it printed; rejects when it ended before. */
  ready: Promise<string>;
  ended: Promise<Ended>;
}

function start(args: string[] = [], variables: NodeJS.ProcessEnv = {}): Started {
  const env = { ...process.env, NODE_ENV: '', WANJIA_HOME: home, PORT: '0', ...variables };
  // Node itself, so that a signal reaches the program and not a launcher in front of it.
  const program = ['--import', 'tsx', 'scripts/start.ts', '--no-build', ...args];
  const child = spawn(process.execPath, program, { cwd: ROOT, env });
  const text = { out: '', err: '' };
  const ended = new Promise<Ended>((done) => child.on('close', (code) => done({ code, ...text })));
  const ready = new Promise<string>((done, failed) => {
    child.stdout.on('data', (chunk: Buffer) => {
      text.out += chunk.toString();
      const [, url] = READY.exec(text.out) ?? [];
      if (url !== undefined) done(url);
    });
    void ended.then(({ err }) => failed(new Error(err)));
  });
  ready.catch(() => undefined);
  child.stderr.on('data', (chunk: Buffer) => (text.err += chunk.toString()));
  const started = { child, ready, ended };
  running.push(started);
  return started;
}

interface Restart {
  seconds: number;
  code: number | null;
}

/** Seconds that it has computed, where the system tells; else those that have passed. What runs beside it is not its doing. */
function secondsOf(pid: number, startedAt: number): number {
  return process.platform === 'linux' ? cpuOf(pid) : (performance.now() - startedAt) / 1_000;
}

/** Starts, looks, stops, and tells what it took to be ready. */
async function startAgain(look: (url: string) => Promise<void>): Promise<Restart> {
  const startedAt = performance.now();
  const started = start();
  const url = await started.ready;
  const seconds = secondsOf(started.child.pid ?? 0, startedAt);
  await look(url);
  started.child.kill('SIGTERM');
  return { seconds, code: (await started.ended).code };
}

/** Exit code 1, one line, no stack. */
function expectOneSentence({ code, err }: Ended, words: string): void {
  const lines = err.trim().split('\n');
  expect(lines).toEqual([expect.stringContaining(words)]);
  expect(err).not.toMatch(/\n\s+at /);
  expect(code).toBe(1);
}

async function json<T>(address: string): Promise<T> {
  return (await (await fetch(address)).json()) as T;
}

describe('npm start', () => {
  it('shows a street, ends in good order, and starts again with its data in three seconds', async () => {
    const first = start();
    const url = await first.ready;
    const codes = await json<{ label: string; scene: string }[]>(`${url}/codes`);
    const people = await json<{ openid: string }[]>(`${url}/personas`);
    const page = await fetch(url);
    const opId = newOpId();
    const [{ scene } = { scene: '' }] = codes;
    dataOf(await openCalls(url, { openid: 'wx-a' }).census.submitForm(formFor({ scene }), { opId }));
    first.child.kill('SIGINT');
    const end = await first.ended;

    const stillThere = async (address: string): Promise<void> => {
      const { census } = openCalls(address, { openid: 'wx-a' });
      expect(dataOf(await census.readReceipt({ opId })).state).toBe('waiting');
    };
    const again = await startAgain(stillThere);

    expect(codes[0]).toMatchObject({ label: '苹果花园 3-2-502 门贴', scene: expect.stringMatching(/^H\./) });
    expect(people.map(({ openid }) => openid)).toEqual(expect.arrayContaining(['visitor', 'wx-a', 'wx-w1']));
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(end.out.match(/正在准备街道/g)).toHaveLength(1);
    expect(end.out).toContain(`${url}/?as=wx-a`);
    expect([end.code, end.err]).toEqual([0, '']);
    expect(again.seconds).toBeGreaterThan(0);
    expect(again.seconds).toBeLessThan(START_S);
    expect(again.code).toBe(0);
  });

  it.each([
    ['in production', [], { NODE_ENV: 'production' }, '不能用于生产环境'],
    ['for a street nobody knows', ['--street', 'big'], {}, '--street 只能是 small 或 full'],
    ['for an option nobody knows', ['--unknown'], {}, '认不出启动参数'],
    ['for a port that is none', [], { PORT: 'seven' }, '不是端口号'],
  ])('says in one sentence that it does not start %s', async (_, args, variables, words) => {
    expectOneSentence(await start(args, variables).ended, words);
    expect(existsSync(join(home, 'street.json'))).toBe(false);
  });

  it('says in one sentence that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;

    const end = await start([], { PORT: String(port) }).ended;
    other.close();

    expectOneSentence(end, `端口 ${port} 已被占用`);
  });

  it('says in one sentence that the folder is in use', async () => {
    const first = start();
    await first.ready;

    const end = await start().ended;

    expectOneSentence(end, '正被另一个万家程序使用');
  });

  it('says in one sentence that the folder is damaged', async () => {
    const first = start();
    await first.ready;
    first.child.kill('SIGINT');
    await first.ended;
    writeFileSync(join(home, 'data.sqlite'), 'not a database '.repeat(1_000));

    expectOneSentence(await start().ended, '已损坏');
  });
});
