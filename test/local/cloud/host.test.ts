import { existsSync } from 'node:fs';
import { openCloud, RESIDENT, SDK_PATH, WORKER, writeFunction, type TestCloud } from './cloud';

const LIVELY = `
  const tcb = require(${SDK_PATH});
  let served = 0;
  const acts = {
    who: (_event, context) => ({ served, pid: process.pid, openid: process.env.WX_OPENID, unionid: process.env.WX_UNIONID, source: process.env.TCB_SOURCE, login: process.env.LOGINTYPE, environment: JSON.parse(context.environment), zone: process.env.TZ, names: Object.keys(process.env).sort() }),
    sleep: (event) => new Promise((resolve) => setTimeout(resolve, event.ms)),
    spin: () => { for (;;); },
    exit: () => process.exit(3),
    fill: () => { const kept = []; for (;;) kept.push(new Array(100000).fill({})); },
    buffers: async () => { const kept = []; for (;;) { kept.push(Buffer.alloc(20e6, 1)); await new Promise((go) => setTimeout(go, 5)); } },
    folder: () => ({ folder: process.env.TMPDIR }),
    fail: () => { throw new Error('as asked'); },
    late: () => { setTimeout(() => tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database().collection('notes').add({ late: 1 }).catch(() => 0), 50); return 'early'; },
    afterwards: async (event) => { await new Promise((go) => setTimeout(go, event.ms)); await tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database().collection('notes').add({ afterwards: 1 }); return process.pid; },
    nested: async (event) => (await tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).callFunction({ name: event.depth > 1 ? 'nest' : 'idle', data: { procedure: 'nested', depth: event.depth - 1 } })).result,
  };
  exports.main = async (event, context) => { served += 1; return acts[event.procedure](event, context); };`;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud({
    collections: ['notes'],
    functions: {
      lively: { code: LIVELY, config: { timeout: 1, memory: 64, variables: { COLOUR: 'green' } } },
      // Memory is filled as fast as the machine is free to: what ends it is its size and not its time.
      greedy: { code: LIVELY, config: { timeout: 20, memory: 64 } },
      nest: { code: LIVELY, config: { timeout: 20 } },
      idle: {
        code: 'exports.main = async () => ({ openid: process.env.WX_OPENID, source: process.env.TCB_SOURCE });',
      },
    },
    options: { secrets: { WANJIA_ROOT_KEY: 'secret' } },
  });
});
afterAll(() => cloud.close());

const act = (procedure: string, more: object = {}): ReturnType<TestCloud['call']> =>
  cloud.call('lively', { procedure, ...more });
const unavailable = (platform: string, status = 502): object => ({
  status,
  body: { ok: false, problem: { code: 'DEPENDENCY_UNAVAILABLE', details: { platform } } },
});

/** Waits for what the cloud measures to become so. */
async function until(holds: (report: Awaited<ReturnType<TestCloud['get']>>) => boolean): Promise<void> {
  for (let wait = 0; wait < 100 && !holds(await cloud.get('/control/meter')); wait += 1) {
    await new Promise((tick) => setTimeout(tick, 50));
  }
}

describe('a function process', () => {
  it('is told who calls, and nothing else of this machine', async () => {
    const { body } = await act('who');
    expect(body).toMatchObject({
      openid: WORKER.openid,
      unionid: WORKER.unionid,
      source: 'wx_client',
      login: 'WECHAT-OPENID',
      zone: 'UTC',
    });
    expect(body['environment']).toMatchObject({
      WX_OPENID: WORKER.openid,
      TCB_ENV: 'local',
      WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID',
    });
    const known =
      /^(PATH|TMPDIR|TZ|TCB_|TENCENTCLOUD_|SCF_NAMESPACE|WX_|LOGINTYPE|COLOUR|WANJIA_ROOT_KEY|NODE_CHANNEL)/;
    expect((body['names'] as unknown as string[]).filter((name) => !known.test(name))).toEqual([]);
  });

  it('carries no identity from one request to the next', async () => {
    const first = (await cloud.call('lively', { procedure: 'who' }, RESIDENT.openid)).body;
    const second = (await cloud.app.callFunction({ name: 'lively', data: { procedure: 'who' } }))
      .result as Record<string, unknown>;
    expect(first).toMatchObject({ openid: RESIDENT.openid });
    expect(second).toMatchObject({ pid: first['pid'], source: 'functions' });
    expect(Object.keys(second)).not.toEqual(expect.arrayContaining(['openid', 'unionid', 'login']));
    expect(second['environment']).not.toHaveProperty('WX_OPENID');
  });

  it('serves one request at a time: two at once need two processes', async () => {
    const replies = await Promise.all([act('sleep', { ms: 100 }), act('sleep', { ms: 100 }), act('who')]);
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200]);
    const { requests } = await cloud.get('/control/meter');
    expect(
      (requests as unknown as { coldStart: boolean }[]).filter((record) => record.coldStart).length,
    ).toBeGreaterThanOrEqual(2);
  });

  it('that outlives its time is killed, asleep or in an endless loop', async () => {
    expect(await act('sleep', { ms: 5_000 })).toMatchObject(
      unavailable('FUNCTIONS_TIME_LIMIT_EXCEEDED', 504),
    );
    expect(await act('spin')).toMatchObject(unavailable('FUNCTIONS_TIME_LIMIT_EXCEEDED', 504));
    expect((await act('who')).status).toBe(200);
  });

  it('has less time where a suite says so, until the next reset', async () => {
    await cloud.post('/control/reset', { limits: { functionSeconds: 0.2 } });
    expect(await act('sleep', { ms: 600 })).toMatchObject(unavailable('FUNCTIONS_TIME_LIMIT_EXCEEDED', 504));

    await cloud.post('/control/reset', {});

    expect((await act('sleep', { ms: 600 })).status).toBe(200);
  });

  it.each(['exit', 'fill', 'buffers', 'fail'])(
    'that ends by %s fails its own request only',
    async (procedure) => {
      const call = (name: string): ReturnType<TestCloud['call']> => cloud.call('greedy', { procedure: name });
      const [bad, good] = await Promise.all([call(procedure), call('who')]);
      expect(bad).toMatchObject(unavailable('FUNCTIONS_EXECUTE_FAIL'));
      expect(good.status).toBe(200);
      expect((await call('who')).status).toBe(200);
    },
  );

  it('makes no call after its answer: it is refused and counted', async () => {
    await cloud.get('/control/meter?reset=1');
    expect((await act('late')).body).toBe('early');
    await until(({ lateCalls }) => Number(lateCalls) > 0);
    const report = await cloud.get('/control/meter');
    expect(report['lateCalls']).toBe(1);
    expect(report['requests']?.[0]).toMatchObject({ procedure: 'late', lateCalls: 1 });
    expect(await cloud.get('/control/collections/notes')).toEqual({ documents: [] });
  });

  it('ends with the state it works on: a reset leaves no request behind', async () => {
    const ended = act('afterwards', { ms: 300 });
    await until(
      ({ requests }) => (requests as unknown as { procedure: string }[]).at(-1)?.procedure === 'afterwards',
    );

    await cloud.post('/control/reset', {});

    expect(await ended).toMatchObject(unavailable('FUNCTIONS_EXECUTE_FAIL'));
    expect(await cloud.get('/control/collections/notes')).toEqual({ documents: [] });
    expect((await act('afterwards', { ms: 0 })).status).toBe(200);
    await cloud.post('/control/reset', {});
  });

  it('calls another function without handing on the identity, three deep at most', async () => {
    expect((await cloud.call('nest', { procedure: 'nested', depth: 1 })).body).toEqual({
      source: 'functions',
    });
    expect(await cloud.call('nest', { procedure: 'nested', depth: 5 })).toMatchObject(
      unavailable('FUNCTIONS_EXECUTE_FAIL'),
    );
  });

  it('runs new code on the next call after a build', async () => {
    expect((await cloud.call('idle', { procedure: 'x' })).body).toMatchObject({ source: 'wx_client' });
    writeFunction(cloud.functions, 'idle', { code: 'exports.main = async () => "rebuilt";' });
    expect((await cloud.call('idle', { procedure: 'x' })).body).toBe('rebuilt');
  });

  it('is started anew for each request when asked for, so that leaked state shows', async () => {
    await cloud.post('/control/pool', { alwaysCold: true });
    expect((await act('who')).body).toMatchObject({ served: 1 });
    expect((await act('who')).body).toMatchObject({ served: 1 });
    await cloud.post('/control/pool', { alwaysCold: false });
  });

  it('forgets what it remembered when asked to, in the process that it has', async () => {
    const { pid } = (await act('who')).body;
    await cloud.post('/control/pool', { forget: true });
    expect((await act('who')).body).toMatchObject({ served: 1, pid });
  });

  it('leaves no folder behind when it ends', async () => {
    const folder = String((await act('folder')).body['folder']);
    expect(existsSync(folder)).toBe(true);
    await cloud.post('/control/pool', { alwaysCold: false });
    expect(existsSync(folder)).toBe(false);
  });
});
