import { LIMITS, lowered } from '../../../local/cloud/limits';
import { openCloud, SDK_PATH, type TestCloud } from './cloud';
import type { TestCollection } from './sdk-view';

const WORKER_FUNCTION = `
  const tcb = require(${SDK_PATH});
  exports.main = async (event) => {
    if (event.size !== undefined) return 'x'.repeat(event.size);
    const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database();
    const reads = await Promise.allSettled(Array.from({ length: event.reads }, () => db.collection('notes').doc('n1').get()));
    return { ok: true, data: reads.filter((read) => read.status === 'fulfilled').length };
  };`;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud({
    collections: ['notes'],
    indexes: { notes: [{ name: 'group', fields: [['group', 1]], unique: false }] },
    functions: { work: { code: WORKER_FUNCTION } },
  });
});
afterAll(() => cloud.close());

const notes = (): TestCollection => cloud.db.collection('notes');
const fill = (count: number): Promise<unknown> =>
  cloud.post('/control/seed', {
    collections: { notes: Array.from({ length: count }, (_, i) => ({ _id: `n${i}`, group: 'g' })) },
  });
const lower = (limits: object): Promise<unknown> => cloud.post('/control/reset', { limits });
const tooLarge = { code: 'DATABASE_REQUEST_FAILED' };

afterEach(() => lower({}));

it('a limit can be lowered, never raised', () => {
  expect(lowered({ getMax: 5 }).getMax).toBe(5);
  expect(() => lowered({ getMax: 1_001 })).toThrow();
  expect(() => lowered({ unheardOf: 1 } as object)).toThrow();
  expect(LIMITS).toMatchObject({
    getDefault: 100,
    getMax: 1_000,
    aggregateDefault: 20,
    callsInFlight: 30,
    clientBodyBytes: 100_000,
    transactionSeconds: 30,
  });
});

it('a get gives 100 documents by default and 1,000 at most, cut silently and counted', async () => {
  await fill(1_001);
  expect((await notes().where({ group: 'g' }).get()).data).toHaveLength(100);
  expect((await notes().where({ group: 'g' }).limit(1_000).get()).data).toHaveLength(1_000);
  expect((await notes().where({ group: 'g' }).limit(5_000).get()).data).toHaveLength(1_000);
});

it('an aggregate without a limit gives up to 20 documents, and is refused beyond', async () => {
  await fill(20);
  expect((await notes().aggregate().match({ group: 'g' }).end()).data).toHaveLength(20);
  await notes().add({ group: 'g' });
  await expect(notes().aggregate().match({ group: 'g' }).end()).rejects.toMatchObject({
    code: 'INVALID_PARAM',
  });
  expect((await notes().aggregate().match({ group: 'g' }).limit(50).end()).data).toHaveLength(21);
});

it('one call changes or removes 1,000 documents at most', async () => {
  await fill(1_000);
  expect((await notes().where({ group: 'g' }).update({ seen: 1 })).updated).toBe(1_000);
  await notes().add({ group: 'g' });
  await expect(notes().where({ group: 'g' }).update({ seen: 2 })).rejects.toMatchObject(tooLarge);
  await expect(notes().where({ group: 'g' }).remove()).rejects.toMatchObject(tooLarge);
});

it('a document and an answer have a greatest size', async () => {
  await lower({ documentBytes: 2_000, answerBytes: 3_000 });
  await notes().add({ _id: 'a', group: 'g', text: 'x'.repeat(1_900) });
  await expect(notes().add({ group: 'g', text: 'x'.repeat(2_000) })).rejects.toMatchObject(tooLarge);
  await expect(
    notes()
      .doc('a')
      .update({ more: 'x'.repeat(200) }),
  ).rejects.toMatchObject(tooLarge);
  expect((await notes().where({ group: 'g' }).get()).data).toHaveLength(1);
  await notes().add({ group: 'g', text: 'x'.repeat(1_900) });
  await expect(notes().where({ group: 'g' }).get()).rejects.toMatchObject(tooLarge);
});

it('an index key has 1,024 bytes at most', async () => {
  await notes().add({ group: 'x'.repeat(1_021) });
  await expect(notes().add({ group: 'x'.repeat(1_022) })).rejects.toMatchObject({
    ...tooLarge,
    message: expect.stringContaining('key too large'),
  });
});

it('the database serves 30 calls at once: more wait, and are counted', async () => {
  await fill(2);
  const transaction = await cloud.db.startTransaction();
  await transaction.collection('notes').doc('n1').update({ held: 1 });
  await lower({ callsInFlight: 2, waitSeconds: 1 });
  await fill(2);
  const again = await cloud.db.startTransaction();
  await again.collection('notes').doc('n1').update({ held: 1 });
  const blocked = [1, 2].map((n) => notes().doc('n1').update({ n }));
  const starved = notes().doc('n0').get();
  const results = await Promise.allSettled([...blocked, starved]);
  expect(
    results
      .map((result) => (result.status === 'rejected' ? (result.reason as { code: string }).code : 'served'))
      .filter((code) => code === 'DATABASE_TIMEOUT').length,
  ).toBeGreaterThanOrEqual(2);
  await again.rollback().catch(() => undefined);
});

it('many calls of one function are all served', async () => {
  await fill(2);
  expect((await cloud.call('work', { reads: 60 })).body).toEqual({ ok: true, data: 60 });
});

it('open transactions, their operations and their time are limited', async () => {
  await lower({ transactionsOpen: 2, transactionOperations: 3, transactionSeconds: 1 });
  const [first] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()];
  await expect(cloud.db.startTransaction()).rejects.toMatchObject({
    code: 'EXCEED_CONCURRENT_REQUEST_LIMIT',
  });
  for (let i = 0; i < 3; i += 1) await first.collection('notes').doc(`t${i}`).set({ i });
  await expect(first.collection('notes').doc('t3').set({ i: 3 })).rejects.toMatchObject(tooLarge);
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  await expect(first.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  expect((await notes().doc('t0').get()).data).toEqual([]);
});

it('a transaction that holds a document makes others wait no longer than the limit', async () => {
  await lower({ waitSeconds: 0.2 });
  const transaction = await cloud.db.startTransaction();
  await transaction.collection('notes').doc('held').set({ n: 1 });
  await expect(notes().doc('held').set({ n: 2 })).rejects.toMatchObject({ code: 'DATABASE_TIMEOUT' });
  await transaction.rollback();
});

it('a client sends 100 kB at most, and gets 6 MB at most', async () => {
  const padding = (bytes: number): string => 'x'.repeat(bytes - JSON.stringify({ size: 1, p: '' }).length);
  expect((await cloud.call('work', { size: 1, p: padding(100_000) })).status).toBe(200);
  expect(await cloud.call('work', { size: 1, p: padding(100_001) })).toMatchObject({
    status: 413,
    body: { problem: { code: 'PAYLOAD_TOO_LARGE', details: { platform: 'EXCEED_MAX_PAYLOAD_SIZE' } } },
  });
  expect((await cloud.call('work', { size: 6_000_000 - 2 })).status).toBe(200);
  expect((await cloud.call('work', { size: 6_000_000 })).body).toMatchObject({
    problem: { details: { platform: 'FUNCTIONS_EXECUTE_FAIL' } },
  });
  const { requests } = await cloud.get('/control/meter');
  expect((requests as unknown as { largeAnswers: number }[]).map((record) => record.largeAnswers)).toContain(
    1,
  );
});

it('a function is sent 6 MB at most', async () => {
  await lower({ functionBodyBytes: 1_000 });
  expect((await cloud.app.callFunction({ name: 'work', data: { size: 1, p: 'x'.repeat(900) } })).result).toBe(
    'x',
  );
  await expect(
    cloud.app.callFunction({ name: 'work', data: { size: 1, p: 'x'.repeat(1_000) } }),
  ).rejects.toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
});

it('uploads and storage batches are limited', async () => {
  await lower({ objectBytes: 100, clientFileBytes: 50, storageBatch: 2, addressSecondsMax: 60 });
  const { fileID } = await cloud.app.uploadFile({ cloudPath: 'a.bin', fileContent: Buffer.alloc(100) });
  await expect(
    cloud.app.uploadFile({ cloudPath: 'b.bin', fileContent: Buffer.alloc(101) }),
  ).rejects.toMatchObject({ code: 'STORAGE_REQUEST_FAIL' });
  expect(
    (await cloud.post('/files/a.bin', 'x'.repeat(50), { 'x-wanjia-openid': 'openid-worker' })).status,
  ).toBe(200);
  expect(
    (await cloud.post('/files/a.bin', 'x'.repeat(51), { 'x-wanjia-openid': 'openid-worker' })).status,
  ).toBe(413);
  await expect(cloud.app.deleteFile({ fileList: [fileID, fileID, fileID] })).rejects.toMatchObject({
    code: 'INVALID_PARAM',
  });
  await expect(cloud.app.getTempFileURL({ fileList: [{ fileID, maxAge: 61 }] })).rejects.toMatchObject({
    code: 'INVALID_PARAM',
  });
});
