import { nextAfter, parseCron } from '../../../local/cloud/host/cron';
import type { Fault } from '../../../local/cloud/observe/faults';
import type { RequestRecord } from '../../../local/cloud/observe/meter';
import { openCloud, SDK_PATH, WORKER, type TestCloud } from './cloud';

const FUNCTION = `
  const tcb = require(${SDK_PATH});
  let app;
  const save = async (db, event) => {
    const found = await db.collection('homes').doc(event.id).get();
    if (found.data.length > 0 && found.data[0].by === event.opId) return 'again';
    for (let attempt = 0; ; attempt += 1) {
      try {
        await db.runTransaction(async (t) => {
          const { data } = await t.collection('homes').doc(event.id).get();
          await t.collection('homes').doc(event.id).set({ n: (data ? data.n : 0) + 1, by: event.opId });
          await t.collection('events').add({ _id: event.opId, home: event.id });
        }, 0);
        return 'saved';
      } catch (error) {
        if (error.code !== 'DATABASE_TRANSACTION_CONFLICT' || attempt > 3) throw error;
      }
    }
  };
  const acts = {
    save,
    page: async (db) => (await db.collection('homes').where({ area: 'a' }).limit(3).get()).data.length,
    many: async (db) => (await db.collection('homes').where({ area: 'a' }).update({ seen: 1 })).updated,
    drop: async (db) => (await db.collection('homes').where({ area: 'a' }).remove()).deleted,
    escape: async (db) => { const t = await db.startTransaction(); await db.collection('homes').doc('e').set({ n: 1 }); await t.rollback(); },
    print: async (db, event) => { console.log(event.line); },
    printEarly: async (db, event) => { console.log(event.line); await new Promise((go) => setTimeout(go, 30)); },
    file: async () => { const { fileID } = await app.uploadFile({ cloudPath: 'x.bin', fileContent: Buffer.alloc(10) }); await app.downloadFile({ fileID }); await app.deleteFile({ fileList: [fileID] }); },
    time: async (db) => { const { id } = await db.collection('events').add({ at: db.serverDate() }); const { data } = await db.collection('events').doc(id).get(); return { server: data[0].at.toISOString(), own: new Date().toISOString(), stamp: Date.now(), plain: new Date(0).toISOString(), kind: new Date() instanceof Date }; },
    unknown: async () => { await app.auth().getEndUserInfo('someone').catch(() => 0); },
    Timer: async (db, event) => { await db.collection('events').add({ trigger: event.TriggerName, due: event.Time, now: new Date().toISOString(), openid: process.env.WX_OPENID ?? null, source: process.env.TCB_SOURCE }); },
  };
  exports.main = async (event) => {
    app ??= tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true });
    return { ok: true, data: (await acts[event.procedure ?? event.Type](app.database(), event)) ?? null };
  };`;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud({
    collections: ['homes', 'events', 'outbox'],
    indexes: { homes: [{ name: 'area', fields: [['area', 1]], unique: false }] },
    functions: {
      product: {
        code: FUNCTION,
        config: {
          timeout: 1,
          triggers: [
            { name: 'nightly', type: 'timer', config: '0 0 0 * * * *' },
            { name: 'monthly', type: 'timer', config: '0 30 8 1 * * *' },
          ],
        },
      },
    },
  });
});
afterAll(() => cloud.close());
beforeEach(() => cloud.post('/control/reset', {}));

const run = async (event: object): Promise<RequestRecord> => {
  await cloud.get('/control/meter?reset=1');
  expect((await cloud.call('product', event)).status).toBe(200);
  return (await cloud.get('/control/meter'))['requests']?.[0] as unknown as RequestRecord;
};
const seedHomes = (count: number): Promise<unknown> =>
  cloud.post('/control/seed', {
    collections: { homes: Array.from({ length: count }, (_, i) => ({ _id: `h${i}`, area: 'a' })) },
  });
const stored = async (name: string): Promise<Record<string, unknown>[]> =>
  (await cloud.get(`/control/collections/${name}`))['documents'] as unknown as Record<string, unknown>[];

describe('the meter', () => {
  it('counts a save as it is counted by hand', async () => {
    const record = await run({ procedure: 'save', id: 'h1', opId: 'op1' });
    expect(record).toMatchObject({
      function: 'product',
      procedure: 'save',
      calls: {
        'database.getDocument': 2,
        'database.startTransaction': 1,
        'database.modifyDocument': 1,
        'database.insertDocument': 1,
        'database.commitTransaction': 1,
      },
      reads: 2,
      writes: 2,
      documentsRead: 0,
      documentsWritten: 2,
      transactions: 1,
      conflicts: 0,
      escapedWrites: 0,
    });
    expect(record.bytesIn).toBe(JSON.stringify({ procedure: 'save', id: 'h1', opId: 'op1' }).length);
    expect(record.bytesOut).toBe('{"ok":true,"data":"saved"}'.length);
    const { summary } = await cloud.get('/control/meter?procedure=save');
    expect(summary).toMatchObject({
      'product.save': { count: 1, median: { reads: 2 }, maximum: { writes: 2 } },
    });
  });

  it('tells documents read, examined, written and removed from calls', async () => {
    await seedHomes(5);
    expect(await run({ procedure: 'page' })).toMatchObject({
      reads: 1,
      documentsRead: 3,
      scanned: 3,
      fullPages: 1,
      indexes: { area: 1 },
    });
    expect(await run({ procedure: 'many' })).toMatchObject({
      reads: 0,
      writes: 1,
      documentsWritten: 5,
      scanned: 5,
    });
    expect(await run({ procedure: 'drop' })).toMatchObject({ writes: 1, deletes: 5 });
    expect(await run({ procedure: 'page' })).toMatchObject({ documentsRead: 0, scanned: 0, fullPages: 0 });
  });

  it('costs the same on a street ten times larger', async () => {
    await seedHomes(30);
    const small = await run({ procedure: 'page' });
    await cloud.post('/control/reset', {});
    await seedHomes(300);
    const large = await run({ procedure: 'page' });
    expect([large.reads, large.documentsRead, large.scanned]).toEqual([
      small.reads,
      small.documentsRead,
      small.scanned,
    ]);
  });

  it('counts storage, writes that escape a transaction, lines that leak and what is not imitated', async () => {
    expect((await run({ procedure: 'file' })).storage).toEqual({ puts: 1, gets: 1, deletes: 1, bytes: 10 });
    expect(await run({ procedure: 'escape' })).toMatchObject({ escapedWrites: 1 });
    expect(await run({ procedure: 'print', line: `saved for ${WORKER.name}` })).toMatchObject({
      leakedLines: 1,
    });
    expect(await run({ procedure: 'print', line: 'phone 10012345678 called' })).toMatchObject({
      leakedLines: 1,
    });
    expect(await run({ procedure: 'print', line: 'saved 3 homes in 100123 ms' })).toMatchObject({
      leakedLines: 0,
    });
    const id = '9064f570-cc00-433d-bd6e-f10006425482';
    expect(await run({ procedure: 'print', line: `request ${id} saved` })).toMatchObject({ leakedLines: 0 });
    expect(await run({ procedure: 'print', line: `request ${id} saved for 10012345678` })).toMatchObject({
      leakedLines: 1,
    });
    expect(await run({ procedure: 'printEarly', line: 'phone 10012345678 called' })).toMatchObject({
      leakedLines: 1,
    });
    expect(await run({ procedure: 'unknown' })).toMatchObject({ notImitated: 1 });
  });
});

describe('a fault', () => {
  const install = (faults: Fault[]): Promise<unknown> => cloud.post('/control/faults', { faults });
  const CALLS = 6;

  /** Repeats the call with the same operation until it succeeds, as the phone does. */
  async function persist(): Promise<number> {
    for (let attempt = 1; attempt < 5; attempt += 1) {
      const reply = await cloud
        .call('product', { procedure: 'save', id: 'h1', opId: 'op1' })
        .catch(() => ({ status: 0 }));
      if (reply.status === 200) return attempt;
    }
    return Number.POSITIVE_INFINITY;
  }

  const kinds: [string, Omit<Fault, 'at'>][] = [
    ['fail-before', { kind: 'fail-before' }],
    ['answer-lost', { kind: 'answer-lost' }],
    ['hang without effect', { kind: 'hang' }],
    ['hang after the effect', { kind: 'hang', applied: true }],
    ['exit before', { kind: 'exit' }],
    ['exit after', { kind: 'exit', applied: true }],
    ['slow', { kind: 'slow', ms: 5 }],
  ];
  // A hang lasts until the function's time is over, so the one without effect is tried in the middle only.
  const places = (kind: string): number[] => (kind === 'hang without effect' ? [3] : [1, 3, CALLS]);
  it.each(
    kinds.flatMap(([name, fault]) =>
      places(name).map((at): [string, number, Fault] => [name, at, { ...fault, at }]),
    ),
  )('%s at call %d leaves the state of an undisturbed run', async (_name, _at, fault) => {
    await install([fault]);
    const attempts = await persist();
    expect(attempts).toBe(fault.kind === 'slow' ? 1 : 2);
    expect((await cloud.get('/control/meter'))['idleFaults']).toEqual([]);
    expect(await stored('homes')).toEqual([{ _id: 'h1', n: 1, by: 'op1' }]);
    expect(await stored('events')).toEqual([{ _id: 'op1', home: 'h1' }]);
  });

  it('conflict aborts the transaction, and the function tries again', async () => {
    await install([{ kind: 'conflict', action: 'database.modifyDocument', at: { every: 1 }, times: 2 }]);
    expect(await run({ procedure: 'save', id: 'h1', opId: 'op1' })).toMatchObject({
      transactions: 3,
      conflicts: 2,
      retries: 2,
    });
    expect(await stored('homes')).toMatchObject([{ n: 1 }]);
  });

  it('client-lost drops the answer of a function that has finished', async () => {
    await install([{ kind: 'client-lost', at: 'answer' }]);
    await expect(cloud.call('product', { procedure: 'save', id: 'h1', opId: 'op1' })).rejects.toThrow();
    expect((await cloud.call('product', { procedure: 'save', id: 'h1', opId: 'op1' })).body).toEqual({
      ok: true,
      data: 'again',
    });
    expect(await stored('homes')).toMatchObject([{ n: 1 }]);
  });

  it('answers the code it is given, only where it is meant', async () => {
    await install([
      { kind: 'fail-before', code: 'EXCEED_RATELIMIT', procedure: 'page', collection: 'homes', at: 1 },
    ]);
    await run({ procedure: 'save', id: 'h1', opId: 'op1' });
    expect((await cloud.get('/control/meter'))['idleFaults']).toHaveLength(1);
    expect((await cloud.call('product', { procedure: 'page' })).status).toBe(502);
  });

  it('by chance is the same chance for the same seed', async () => {
    const outcomes = async (): Promise<number[]> => {
      await cloud.post('/control/faults', { seed: 7, faults: [{ kind: 'fail-before', at: { p: 0.4 } }] });
      const statuses: number[] = [];
      for (let i = 0; i < 12; i += 1) {
        statuses.push((await cloud.call('product', { procedure: 'page' })).status);
      }
      return statuses;
    };
    const first = await outcomes();
    expect(await outcomes()).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 502]));
  });
});

describe('the clock', () => {
  it('moves server dates and the time of function code together', async () => {
    await cloud.post('/control/clock', { freeze: true, now: '2031-05-01T00:00:00.000Z' });
    const { body } = await cloud.call('product', { procedure: 'time' });
    expect(body['data']).toEqual({
      server: '2031-05-01T00:00:00.000Z',
      own: '2031-05-01T00:00:00.000Z',
      stamp: Date.parse('2031-05-01T00:00:00.000Z'),
      plain: '1970-01-01T00:00:00.000Z',
      kind: true,
    });
    await cloud.post('/control/clock', { freeze: false, advance: 3_600_000 });
    const later = (await cloud.call('product', { procedure: 'time' })).body['data'] as unknown as {
      stamp: number;
    };
    expect(later.stamp - Date.parse('2031-05-01T01:00:00.000Z')).toBeLessThan(5_000);
  });

  it('fires every timer it passes, in order, across midnight and the end of a month', async () => {
    await cloud.post('/control/clock', { freeze: true, now: '2026-01-30T15:00:00.000Z' });
    const { body } = await cloud.post('/control/clock', { advance: 2 * 86_400_000 });
    expect(body['fired']).toMatchObject([
      { trigger: 'nightly', time: '2026-01-30T16:00:00.000Z' },
      { trigger: 'nightly', time: '2026-01-31T16:00:00.000Z' },
      { trigger: 'monthly', time: '2026-02-01T00:30:00.000Z' },
    ]);
    const runs = (await stored('events')).filter((event) => event['trigger'] === 'monthly');
    expect(runs).toMatchObject([
      { due: '2026-02-01T00:30:00.000Z', now: '2026-02-01T00:30:00.000Z', openid: null, source: 'timer' },
    ]);
    expect(body['now']).toBe('2026-02-01T15:00:00.000Z');
  });

  it('delivers a timer late or twice, as the platform may', async () => {
    await cloud.post('/control/clock', { freeze: true, now: '2026-01-30T15:00:00.000Z' });
    await cloud.post('/control/clock', { advance: 3_600_000, late: 90_000, duplicate: true });
    expect((await stored('events')).map((event) => event['now'])).toEqual([
      '2026-01-30T16:01:30.000Z',
      '2026-01-30T16:01:30.000Z',
    ]);
    expect((await cloud.post('/control/clock', { run: 'monthly' })).body['fired']).toHaveLength(1);
  });

  it.each<[string, string, string | undefined]>([
    ['0 0 0 * * * *', '2026-02-28T15:59:59.000Z', '2026-02-28T16:00:00.000Z'],
    ['0 */5 * * * * *', '2026-01-01T00:04:59.500Z', '2026-01-01T00:05:00.000Z'],
    ['0 0 9 * * 1-5 *', '2026-01-02T02:00:00.000Z', '2026-01-05T01:00:00.000Z'],
    ['0 0 0 29 2 * *', '2026-01-01T00:00:00.000Z', '2028-02-28T16:00:00.000Z'],
    ['30 15 10 * * 7 *', '2026-01-01T00:00:00.000Z', '2026-01-04T02:15:30.000Z'],
    ['0 0 0 1 1 * 2020', '2026-01-01T00:00:00.000Z', undefined],
  ])('reads %s after %s', (text, after, expected) => {
    const cron = parseCron(text);
    const next = cron === undefined ? undefined : nextAfter(cron, Date.parse(after));
    expect(next === undefined ? undefined : new Date(next).toISOString()).toBe(expected);
  });

  it.each(['* * * * *', '60 * * * * * *', '5-1 * * * * * *', 'a * * * * * *', '*/0 * * * * * *'])(
    'refuses %s',
    (text) => {
      expect(parseCron(text)).toBeUndefined();
    },
  );
});

describe('the controls', () => {
  it('show what a local port recorded, and replace a collection', async () => {
    await cloud.post('/control/seed', {
      collections: { outbox: [{ _id: 'm1', to: 'x', at: { $date: '2026-01-01T00:00:00.000Z' } }] },
    });
    expect(await cloud.get('/control/outbox')).toEqual({
      documents: [{ _id: 'm1', to: 'x', at: { $date: '2026-01-01T00:00:00.000Z' } }],
    });
    const body = JSON.stringify({ documents: [{ _id: 'm2' }] });
    await fetch(`${cloud.url}/control/collections/outbox`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(await stored('outbox')).toEqual([{ _id: 'm2' }]);
    expect(await cloud.get('/control/collections/outbox?where={"_id":"m1"}')).toEqual({ documents: [] });
  });

  it('digest what each collection holds', async () => {
    await seedHomes(20);
    const before = await cloud.get('/control/digests');
    await run({ procedure: 'save', id: 'new', opId: 'op1' });
    const changed = await cloud.get('/control/digests');
    expect(changed['homes']).not.toBe(before['homes']);
    expect(changed['outbox']).toBe(before['outbox']);
    await cloud.post('/control/reset', {});
    await seedHomes(20);
    expect(await cloud.get('/control/digests')).toEqual(before);
  });

  it('empty everything in a moment', async () => {
    await seedHomes(2_000);
    const before = performance.now();
    await cloud.post('/control/reset', {});
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(await stored('homes')).toEqual([]);
    expect(await cloud.get('/personas')).toMatchObject([{ openid: WORKER.openid }, {}]);
  });
});
