/**
 * What the product expects of CloudBase, asked through the unmodified SDK alone. By default of the local cloud; with
 * CONFORMANCE_ENV=<environment> and TENCENTCLOUD_SECRETID / TENCENTCLOUD_SECRETKEY the same file asks a real environment,
 * in collections of a scratch prefix. There, `scratch_numbered` must exist with a unique index on `no`, and the tests of
 * functions need the function `conformance` of this file to be deployed.
 */
import { randomBytes } from 'node:crypto';
import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { databaseOf, type TestApp, type TestCommand, type TestDatabase } from './sdk-view';
import { openCloud, SDK_PATH, writeFolders, type TestCloud } from './cloud';
const environment = process.env['CONFORMANCE_ENV'];
const prefix = `scratch_${randomBytes(4).toString('hex')}_`;
const homes = `${prefix}homes`;
const audit = `${prefix}audit`;

const CONFORMANCE_FUNCTION = `
  const tcb = require(${SDK_PATH});
  exports.main = async (event, context) => {
    const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
    if (event.fail) throw new Error('as asked');
    const { openId } = app.auth().getUserInfo();
    return { echo: event.echo, openId, source: JSON.parse(context.environment).TCB_SOURCE };
  };`;

let local: TestCloud | undefined;
let app: TestApp;
let db: TestDatabase;

beforeAll(async () => {
  if (environment === undefined) {
    local = await openCloud({
      collections: ['scratch_numbered'],
      indexes: { scratch_numbered: [{ name: 'no', fields: [['no', 1]], unique: true }] },
      functions: { conformance: { code: CONFORMANCE_FUNCTION } },
    });
    app = local.app;
  } else {
    app = tcb.init({ env: environment });
  }
  db = databaseOf(app);
  await db.createCollection(homes);
  await db.createCollection(audit);
  await db.collection(homes).add(
    Array.from({ length: 120 }, (_, i) => ({
      _id: `h${i}`,
      building: `b${i % 3}`,
      room: String(100 + i),
      n: i,
      tags: i % 2 === 1 ? ['a', 'b'] : ['c'],
      state: i % 5 === 0 ? 'todo' : 'done',
      at: new Date(1.7e12 + i * 1e6),
      members: [{ name: `人${i}`, age: i }],
    })),
  );
});

afterAll(async () => {
  await db.collection('scratch_numbered').where({ run: prefix }).remove();
  await local?.close();
});

const one = async (id: string): Promise<Record<string, unknown>> => {
  const { data } = await db.collection(homes).doc(id).get();
  return data[0] ?? {};
};
const total = async (filter: object): Promise<number> =>
  (await db.collection(homes).where(filter).count()).total;

describe('documents', () => {
  it('keep numbers, dates, nulls and nested values; undefined never arrives', async () => {
    const stored = {
      n: 1,
      f: 1.5,
      big: 1_700_000_000_000,
      at: new Date(1.7e12),
      none: null,
      list: [1, { a: '汉𠮷' }],
    };
    const sent = { ...stored, missing: undefined, server: db.serverDate({ offset: 0 }) };
    const { id } = await db.collection(homes).add(sent);
    const { server, _id, ...rest } = await one(id);
    expect(_id).toBe(id);
    expect(server).toBeInstanceOf(Date);
    expect(rest).toEqual(stored);
    expect(rest).not.toHaveProperty('missing');
    await db.collection(homes).doc(id).remove();
  });

  it('that are missing give an empty list', async () => {
    expect((await db.collection(homes).doc('missing').get()).data).toEqual([]);
    expect((await db.collection(homes).doc('missing').update({ n: 1 })).updated).toBe(0);
    expect((await db.collection(homes).doc('missing').remove()).deleted).toBe(0);
  });

  it('added together are all there or none', async () => {
    const clash = db.collection(homes).add([{ _id: 'fresh1' }, { _id: 'h1' }]);
    await expect(clash).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('E11000'),
    });
    expect((await db.collection(homes).doc('fresh1').get()).data).toEqual([]);
  });

  it('are replaced by set, and created by it', async () => {
    expect(
      await db
        .collection(homes)
        .doc('s1')
        .set({ a: { b: 1, c: 2 } }),
    ).toMatchObject({ updated: 0, upsertedId: 's1' });
    expect(
      await db
        .collection(homes)
        .doc('s1')
        .set({ a: { b: 3 } }),
    ).toMatchObject({ updated: 1 });
    expect(await one('s1')).toEqual({ _id: 's1', a: { b: 3 } });
    await db.collection(homes).doc('s1').remove();
  });

  it('of a collection that does not exist are refused', async () => {
    await expect(db.collection(`${prefix}nowhere`).get()).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    });
  });
});

describe('queries', () => {
  it('filter, order, skip, limit and project', async () => {
    const query = db
      .collection(homes)
      .where({ building: 'b1' })
      .orderBy('room', 'desc')
      .skip(2)
      .limit(5)
      .field({ room: true });
    const { data } = await query.get();
    expect(data.map((row) => row['room'])).toEqual(['212', '209', '206', '203', '200']);
    expect(Object.keys(data[0] ?? {}).sort()).toEqual(['_id', 'room']);
  });

  it('give 100 documents unless asked for more', async () => {
    expect((await db.collection(homes).get()).data).toHaveLength(100);
    expect((await db.collection(homes).limit(5_000).get()).data).toHaveLength(120);
  });

  it.each<[string, (_: TestCommand) => object, number]>([
    ['comparisons', (_) => ({ n: _.gt(10).and(_.lte(20)), room: _.exists(true) }), 10],
    ['a list', (_) => ({ n: _.in([1, 2, 3, 999]) }), 3],
    ['a list of others', (_) => ({ n: _.nin([1, 2]), building: 'b1' }), 39],
    ['alternatives', (_) => _.or([{ n: 5 }, { n: 6 }]), 2],
    ['neither', (_) => _.nor([{ building: 'b0' }, { building: 'b1' }]), 40],
    ['members of an array', () => ({ tags: 'c' }), 60],
    ['all members', (_) => ({ tags: _.all(['a', 'b']) }), 60],
    ['sizes', (_) => ({ tags: _.size(1) }), 60],
    ['elements', (_) => ({ members: _.elemMatch({ age: _.gte(118) }) }), 2],
    ['fields of elements', () => ({ 'members.name': '人7' }), 1],
    ['remainders', (_) => ({ n: (_.mod as (pair: number[]) => object)([100, 0]) }), 2],
    ['negations', (_) => ({ n: _.not(_.lt(119)) }), 1],
    ['differences', (_) => ({ building: _.neq('b0') }), 80],
    ['dates', (_) => ({ at: _.gte(new Date(1.7e12 + 115e6)) }), 5],
    ['null and missing', () => ({ nothing: null }), 120],
  ])('know %s', async (_name, filter, expected) => {
    expect(await total(filter(db.command))).toBe(expected);
  });

  it('know regular expressions', async () => {
    expect(await total({ room: db.RegExp({ regexp: '^10[0-4]$', options: 'i' }) })).toBe(5);
  });
});

describe('updates', () => {
  const _ = (): TestCommand => db.command;

  it('merge nested objects and apply operators', async () => {
    await db
      .collection(homes)
      .doc('u1')
      .set({ n: 1, a: { keep: 1 }, tags: ['x'], gone: 1, low: 5, high: 5, twice: 4 });
    const changes = {
      n: _().inc(5),
      a: { b: { c: 2 } },
      'd.e': 1,
      tags: _().push(['y', 'z']),
      gone: _().remove(),
      low: _().min(3),
      high: _().max(9),
      twice: _().mul(2),
      state: _().set({ q: 1 }),
    };
    expect(await db.collection(homes).doc('u1').update(changes)).toMatchObject({ updated: 1 });
    expect(await one('u1')).toEqual({
      _id: 'u1',
      n: 6,
      a: { keep: 1, b: { c: 2 } },
      d: { e: 1 },
      tags: ['x', 'y', 'z'],
      low: 3,
      high: 9,
      twice: 8,
      state: { q: 1 },
    });
  });

  it('change arrays in every way', async () => {
    const row = db.collection(homes).doc('u2');
    await row.set({ tags: ['m'], members: [{ name: '甲' }, { name: '乙' }] });
    await row.update({ tags: _().unshift(['z']) });
    await row.update({ tags: _().push({ each: ['q', 'r'], position: 1 }) });
    expect((await one('u2'))['tags']).toEqual(['z', 'q', 'r', 'm']);
    await row.update({ tags: _().pop() });
    await row.update({ tags: _().shift() });
    await row.update({ tags: _().addToSet('q') });
    await row.update({ tags: _().addToSet('s'), members: _().pull({ name: '甲' }) });
    await row.update({ tags: _().pullAll(['r']) });
    expect(await one('u2')).toEqual({ _id: 'u2', tags: ['q', 's'], members: [{ name: '乙' }] });
  });

  it('rename a field', async () => {
    await db.collection(homes).doc('u3').set({ old: 1 });
    const renamed = { old: _().rename('fresh') };
    await db.collection(homes).doc('u3').update(renamed);
    expect(await one('u3')).toEqual({ _id: 'u3', fresh: 1 });
  });

  it('compare and set: of four at once exactly one wins', async () => {
    await db.collection(homes).doc('cas').set({ v: 1 });
    const rivals = [1, 2, 3, 4].map((by) =>
      db
        .collection(homes)
        .where({ _id: 'cas', v: 1 })
        .update({ v: _().inc(1), by }),
    );
    const results = await Promise.all(rivals);
    expect(results.map((result) => result.updated).sort()).toEqual([0, 0, 0, 1]);
  });

  it('of many documents count them, and hand back one', async () => {
    expect(
      (
        await db
          .collection(homes)
          .where({ building: 'b2', n: _().lt(30) })
          .update({ seen: true })
      ).updated,
    ).toBe(10);
    const reply = await db
      .collection(homes)
      .where({ _id: 'h8' })
      .updateAndReturn({ n: _().inc(100) });
    expect(reply.doc['n']).toBe(108);
    await db.collection(homes).doc('h8').update({ n: 8 });
  });
});

describe('aggregates', () => {
  it('match, group, sort, project and limit', async () => {
    const $ = db.command.aggregate;
    const { data } = await db
      .collection(homes)
      .aggregate()
      .match({ n: db.command.lt(30), building: db.command.in(['b0', 'b1', 'b2']) })
      .group({ _id: '$building', count: $.sum(1), mean: $.avg('$n') })
      .sort({ _id: -1 })
      .project({ count: 1, floor: $.floor('$mean') })
      .limit(2)
      .end();
    expect(data).toEqual([
      { _id: 'b2', count: 10, floor: 15 },
      { _id: 'b1', count: 10, floor: 14 },
    ]);
  });

  it('unwind, add fields, look up and count', async () => {
    const $ = db.command.aggregate;
    await db.collection(audit).add({ home: 'h1', what: 1 });
    const joined = await db
      .collection(homes)
      .aggregate()
      .match({ _id: 'h1' })
      .unwind('$members')
      .addFields({ greeting: $.concat(['$members.name', '!']) })
      .lookup({ from: audit, localField: '_id', foreignField: 'home', as: 'events' })
      .limit(1)
      .end();
    expect(joined.data[0]).toMatchObject({ greeting: '人1!', events: [{ what: 1 }] });
    const counted = await db.collection(homes).aggregate().match({ building: 'b0' }).count('n').end();
    expect(counted.data).toEqual([{ n: 40 }]);
  });
});

describe('a unique index', () => {
  it('refuses a second value, and counts missing and null as one value', async () => {
    const numbered = db.collection('scratch_numbered');
    const no = Date.now();
    await numbered.add({ no, run: prefix });
    await expect(numbered.add({ no, run: prefix })).rejects.toMatchObject({
      message: expect.stringContaining('E11000'),
    });
    await numbered.add({ run: prefix });
    await expect(numbered.add({ no: null, run: prefix })).rejects.toMatchObject({
      message: expect.stringContaining('E11000'),
    });
  });
});

describe('transactions', () => {
  it('commit over two collections, and read their own writes before others do', async () => {
    await db.collection(homes).doc('t1').set({ n: 1 });
    await db.runTransaction(async (transaction) => {
      const { data } = await transaction.collection(homes).doc('t1').get();
      await transaction
        .collection(homes)
        .doc('t1')
        .update({ n: Number(data?.['n']) + 1 });
      await transaction.collection(audit).add({ _id: `${prefix}t1`, what: 2 });
      expect((await transaction.collection(homes).doc('t1').get()).data).toMatchObject({ n: 2 });
      expect(await one('t1')).toMatchObject({ n: 1 });
    });
    expect(await one('t1')).toMatchObject({ n: 2 });
    expect((await db.collection(audit).doc(`${prefix}t1`).get()).data).toHaveLength(1);
  });

  it('roll back, with a value', async () => {
    await db.collection(homes).doc('t2').set({ n: 1 });
    const undone = db.runTransaction(async (transaction) => {
      await transaction.collection(homes).doc('t2').set({ n: 2 });
      await transaction.collection(homes).doc('h99').delete();
      await transaction.rollback({ why: 'changed my mind' });
    });
    await expect(undone).rejects.toEqual({ why: 'changed my mind' });
    expect(await one('t2')).toMatchObject({ n: 1 });
    expect(await one('h99')).toBeDefined();
  });

  it('conflict at once when two write one document', async () => {
    await db.collection(homes).doc('t3').set({ n: 1 });
    const [first, second] = [await db.startTransaction(), await db.startTransaction()];
    await first.collection(homes).doc('t3').update({ n: 2 });
    const rival = second.collection(homes).doc('t3').update({ n: 3 });
    await expect(rival).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
    await first.commit();
    expect(await one('t3')).toMatchObject({ n: 2 });
  });

  it('lose no update when retried', async () => {
    await db.collection(homes).doc('t4').set({ n: 0 });
    const work = (): Promise<unknown> =>
      db.runTransaction(async (transaction) => {
        const { data } = await transaction.collection(homes).doc('t4').get();
        await transaction
          .collection(homes)
          .doc('t4')
          .update({ n: Number(data?.['n']) + 1 });
      }, 20);
    const results = await Promise.allSettled([work(), work(), work(), work()]);
    const committed = results.filter((result) => result.status === 'fulfilled').length;
    expect(await one('t4')).toMatchObject({ n: committed });
  });
});

describe('functions', () => {
  it('answer a call, and know who called', async () => {
    const { result } = await app.callFunction({ name: 'conformance', data: { echo: ['一', 2] } });
    expect(result).toMatchObject({ echo: ['一', 2], openId: '' });
  });

  it('that throw, or do not exist, reject the call', async () => {
    await expect(app.callFunction({ name: 'conformance', data: { fail: true } })).rejects.toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
    });
    await expect(app.callFunction({ name: 'no-such-function', data: {} })).rejects.toMatchObject({
      code: expect.stringContaining('FUNCTION'),
    });
  });
});

describe('storage', () => {
  it('takes a buffer and a stream, gives them back and erases them', async () => {
    const content = Buffer.from('你好'.repeat(20_000));
    const { fileID } = await app.uploadFile({ cloudPath: `${prefix}/a.bin`, fileContent: content });
    const downloaded = await app.downloadFile({ fileID });
    expect(content.equals(downloaded.fileContent as Buffer)).toBe(true);

    const path = join(writeFolders({}).root, 's.bin');
    writeFileSync(path, Buffer.alloc(300_000, 7));
    const streamed = await app.uploadFile({
      cloudPath: `${prefix}/s.bin`,
      fileContent: createReadStream(path),
    });
    expect((await app.downloadFile({ fileID: streamed.fileID })).fileContent).toHaveLength(300_000);

    const { fileList } = await app.deleteFile({ fileList: [fileID, streamed.fileID] });
    expect(fileList.map((file) => file.code)).toEqual(['SUCCESS', 'SUCCESS']);
    await expect(app.downloadFile({ fileID })).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
  });
});
