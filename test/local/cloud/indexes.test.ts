import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../../../local/cloud/cloud-error';
import type { IndexDefinition } from '../../../local/cloud/store/index';
import { findRows } from '../../../local/cloud/store/query';
import { openStore } from '../../../local/cloud/store/open-store';
import { openCloud, writeFolders, type TestCloud } from './cloud';

const index = (name: string, fields: IndexDefinition['fields'], unique = false): IndexDefinition => ({
  name,
  fields,
  unique,
});

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud({
    collections: ['homes', 'codes'],
    indexes: {
      homes: [
        index('area_at', [
          ['area', 1],
          ['at', -1],
        ]),
        index('keys', [
          ['keys', 1],
          ['area', 1],
        ]),
        index('phones', [['members.phone', 1]]),
      ],
      codes: [
        index('code', [['code', 1]], true),
        index(
          'pair',
          [
            ['a', 1],
            ['b', 1],
          ],
          true,
        ),
      ],
    },
  });
  const homes = Array.from({ length: 60 }, (_, i) => ({
    _id: `h${i}`,
    area: `a${i % 3}`,
    at: i,
    keys: [`k${i}`, `k${i + 1}`],
    members: [{ phone: `p${i}` }, { phone: `q${i}` }],
  }));
  await cloud.db.collection('homes').add(homes);
});
afterAll(() => cloud.close());

const idsOf = (reply: { data: unknown[] }): string[] => reply.data.map((row) => (row as { _id: string })._id);
const duplicate = { code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('E11000') };

describe('an index over an array', () => {
  it('finds a document by each of its members, once', async () => {
    expect(
      idsOf(await cloud.db.collection('homes').where({ keys: 'k5' }).orderBy('at', 'asc').get()),
    ).toEqual(['h4', 'h5']);
    expect(idsOf(await cloud.db.collection('homes').where({ 'members.phone': 'q7' }).get())).toEqual(['h7']);
    expect(
      (
        await cloud.db
          .collection('homes')
          .where({ keys: cloud.db.command.in(['k5', 'k6']) })
          .count()
      ).total,
    ).toBe(3);
  });

  it('follows the document when members change or it is removed', async () => {
    const row = cloud.db.collection('homes').doc('moved');
    await row.set({ keys: ['old', 'both'], area: 'x' });
    await row.update({ keys: cloud.db.command.set(['both', 'fresh']) });
    expect((await cloud.db.collection('homes').where({ keys: 'old' }).count()).total).toBe(0);
    expect((await cloud.db.collection('homes').where({ keys: 'fresh' }).count()).total).toBe(1);
    await row.remove();
    expect((await cloud.db.collection('homes').where({ keys: 'both' }).count()).total).toBe(0);
  });

  it('answers two members asked for at once, which no single key holds', async () => {
    const both = cloud.db.command.and([{ keys: 'k8' }, { keys: 'k9' }]);
    expect(idsOf(await cloud.db.collection('homes').where(both).get())).toEqual(['h8']);
  });

  it('refuses a document with arrays in two of its fields', async () => {
    const write = cloud.db.collection('homes').add({ keys: ['a', 'b'], area: ['x', 'y'] });
    await expect(write).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('parallel'),
    });
  });
});

describe('a unique index', () => {
  it('counts a missing field and null as the same value', async () => {
    await cloud.db.collection('codes').add({ _id: 'c1', a: 1, b: 1 });
    await expect(cloud.db.collection('codes').add({ code: null, a: 2, b: 2 })).rejects.toMatchObject(
      duplicate,
    );
    await cloud.db.collection('codes').doc('c1').update({ code: 'x' });
    await cloud.db.collection('codes').add({ _id: 'c2', a: 2, b: 2 });
    await expect(cloud.db.collection('codes').add({ a: 3, b: 3 })).rejects.toMatchObject(duplicate);
  });

  it('over two fields refuses only both together, and an update as well as an add', async () => {
    await cloud.db.collection('codes').add({ _id: 'c5', code: 'c5', a: 5, b: 1 });
    await cloud.db.collection('codes').add({ _id: 'c6', code: 'c6', a: 5, b: 2 });
    await expect(cloud.db.collection('codes').doc('c6').update({ b: 1 })).rejects.toMatchObject(duplicate);
    expect((await cloud.db.collection('codes').doc('c6').get()).data[0]).toMatchObject({ b: 2 });
  });

  it('tells 1, "1" and true apart', async () => {
    for (const [position, code] of [1, '1', true].entries()) {
      await cloud.db.collection('codes').add({ code, a: 'types', b: position });
    }
    expect((await cloud.db.collection('codes').where({ code: '1' }).get()).data).toMatchObject([{ b: 1 }]);
  });
});

describe('strict mode', () => {
  const refused = { code: 'INVALID_PARAM', message: expect.stringMatching(/homes.*(at|members\.name)/) };

  it.each<[string, () => Promise<unknown>]>([
    ['find', () => cloud.db.collection('homes').where({ at: 3 }).get()],
    ['count', () => cloud.db.collection('homes').where({ at: 3 }).count()],
    ['update', () => cloud.db.collection('homes').where({ at: 3 }).update({ seen: 1 })],
    ['remove', () => cloud.db.collection('homes').where({ at: 3 }).remove()],
    [
      'first $match',
      () => cloud.db.collection('homes').aggregate().match({ 'members.name': '甲' }).limit(1).end(),
    ],
  ])('refuses a %s that no index serves, and names collection and fields', async (_name, query) => {
    await expect(query()).rejects.toMatchObject(refused);
  });

  it('lets through what an index serves: a prefix, an order alone', async () => {
    const { command } = cloud.db;
    expect(
      idsOf(
        await cloud.db
          .collection('homes')
          .where({ area: 'a1', at: command.gt(40) })
          .orderBy('at', 'desc')
          .limit(3)
          .get(),
      ),
    ).toEqual(['h58', 'h55', 'h52']);
    expect(idsOf(await cloud.db.collection('homes').orderBy('_id', 'asc').limit(2).get())).toEqual([
      'h0',
      'h1',
    ]);
  });

  it('reads no more documents than it answers, when the index gives filter and order', () => {
    const { home, database } = writeFolders({
      collections: ['homes'],
      indexes: {
        homes: [
          index('area_at', [
            ['area', 1],
            ['at', -1],
          ]),
        ],
      },
    });
    const store = openStore(home, database);
    store.bulkLoad(
      'homes',
      Array.from({ length: 300 }, (_, i) => ({ _id: `h${i}`, area: `a${i % 3}`, at: i })),
    );
    const scope = {
      sql: store.sql,
      collection: store.collection('homes'),
      strict: true,
      warn: () => undefined,
    };
    const found = findRows(scope, { area: 'a1' }, { sort: [['at', -1]], skip: 2, limit: 5 });
    expect(found.cost).toEqual({ scanned: 7, found: 5, index: 'area_at' });
    store.close();
  });

  it('refuses paging by skip and an aggregate that would be cut', async () => {
    await expect(
      cloud.db.collection('homes').where({ area: 'a1' }).skip(1_001).limit(1).get(),
    ).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    await expect(
      cloud.db
        .collection('homes')
        .aggregate()
        .match({ area: cloud.db.command.in(['a0', 'a1']) })
        .end(),
    ).rejects.toMatchObject({ message: expect.stringContaining('$limit') });
  });
});

describe('the declarations', () => {
  const definitions = { homes: [index('area', [['area', 1]])] };

  it('rebuild an index whose definition changed, and forget one that is gone', () => {
    const { home, database } = writeFolders({ collections: ['homes'], indexes: definitions });
    const first = openStore(home, database);
    first.bulkLoad('homes', [
      { _id: 'x', area: 'a', keys: ['k'] },
      { _id: 'y', area: 'b' },
    ]);
    first.close();
    writeFileSync(
      join(database, 'indexes.json'),
      JSON.stringify({
        homes: [
          index('area', [
            ['area', -1],
            ['keys', 1],
          ]),
        ],
      }),
    );
    const second = openStore(home, database);
    const [, rebuilt] = second.collection('homes').indexes;
    expect(rebuilt?.arrays).toEqual(new Set(['keys']));
    expect(second.sql.prepare(`SELECT n FROM ${rebuilt?.table}`).all([])).toHaveLength(2);
    second.close();
    writeFileSync(join(database, 'indexes.json'), '{}');
    const third = openStore(home, database);
    expect(
      third.sql.prepare("SELECT name FROM sqlite_master WHERE name LIKE 'x_homes%'").all([]),
    ).toMatchObject([{ name: 'x_homes__id_' }]);
    third.close();
  });

  it.each<[string, object]>([
    ['an undeclared collection', { nowhere: definitions.homes }],
    ['a direction that is none', { homes: [{ name: 'area', fields: [['area', 2]] }] }],
    ['a place within an array', { homes: [index('place', [['members.0.name', 1]])] }],
    ['more than 20 indexes', { homes: Array.from({ length: 21 }, (_, i) => index(`i${i}`, [['area', 1]])) }],
    [
      'more than 31 fields',
      {
        homes: [
          index(
            'wide',
            Array.from({ length: 32 }, (_, i): [string, 1] => [`f${i}`, 1]),
          ),
        ],
      },
    ],
  ])('with %s are refused in one sentence', (_name, indexes) => {
    const { home, database } = writeFolders({
      collections: ['homes'],
      indexes: indexes as Record<string, IndexDefinition[]>,
    });
    expect(() => openStore(home, database)).toThrow(StartProblem);
  });
});
