import { openCloud, type Answer, type TestCloud } from './cloud';
import type { TestCollection } from './sdk-view';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud({
    collections: ['notes'],
    indexes: { notes: [{ name: 'n', fields: [['n', 1]], unique: false }] },
  });
  await cloud.db.collection('notes').add({ _id: 'n1', n: 1, text: 't', list: [1], deep: { x: 1 } });
});
afterAll(() => cloud.close());

/** An action as no version of the SDK sends it. */
async function admin(body: object | string): Promise<Answer> {
  const headers = {
    authorization: `TC3-HMAC-SHA256 Credential=${cloud.secret.secretId}/day/tcb/tc3_request`,
  };
  return (await cloud.post('/admin', body, headers)).body;
}
const notes = (): TestCollection => cloud.db.collection('notes');
const stage = (stageKey: string, stageValue: unknown): Promise<Answer> =>
  admin({
    action: 'database.aggregateDocuments',
    collectionName: 'notes',
    stages: [
      { stageKey: '$match', stageValue: '{"n":1}' },
      { stageKey, stageValue: JSON.stringify(stageValue) },
    ],
  });
const update = (modifier: object, id = 'n1'): Promise<Answer> =>
  admin({
    action: 'database.modifyDocument',
    collectionName: 'notes',
    query: JSON.stringify({ _id: id }),
    merge: true,
    data: JSON.stringify(modifier),
  });

describe('what is not imitated is an error, and is counted', () => {
  it.each([
    'database.watch',
    'storage.batchCopyFile',
    'storage.getFileAuthority',
    'auth.getUserInfoForAdmin',
    'wx.api',
    'nonsense',
    '',
  ])('the action %s', async (action) => {
    const before = ((await cloud.get('/control/meter'))['notImitated'] as unknown as string[]).length;
    expect(await admin({ action })).toMatchObject({ code: 'LOCAL_NOT_IMITATED' });
    expect((await cloud.get('/control/meter'))['notImitated']).toHaveLength(before + 1);
  });

  it.each(['$out', '$merge', '$geoNear', '$facet', '$nonsense'])('the stage %s', async (name) => {
    expect(await stage(name, {})).toMatchObject({ code: 'LOCAL_NOT_IMITATED' });
  });

  it('code within a pipeline', async () => {
    expect(
      await stage('$addFields', { y: { $function: { body: 'return 1', args: [], lang: 'js' } } }),
    ).toMatchObject({ code: 'LOCAL_NOT_IMITATED' });
    expect(await stage('$match', { $where: 'true' })).toMatchObject({ code: 'LOCAL_NOT_IMITATED' });
    expect(await stage('$group', { _id: 1, y: { $accumulator: {} } })).toMatchObject({
      code: 'LOCAL_NOT_IMITATED',
    });
  });

  it.each([
    { n: { $near: [1, 2] } },
    { $where: 'true' },
    { n: { $nonsense: 1 } },
    { $or: [{ n: { $jsonSchema: {} } }] },
  ])('the filter %j', async (filter) => {
    const answer = await admin({
      action: 'database.getDocument',
      collectionName: 'notes',
      query: JSON.stringify({ n: 1, ...filter }),
    });
    expect(answer).toMatchObject({ code: 'LOCAL_NOT_IMITATED' });
  });

  it.each([{ $bit: { n: { or: 1 } } }, { $currentDate: { at: true } }, { $set: { 'list.$': 1 } }])(
    'the update %j',
    async (modifier) => {
      expect(await update(modifier)).toMatchObject({ code: 'LOCAL_NOT_IMITATED' });
    },
  );
});

describe('what the platform refuses is refused', () => {
  it('a collection nobody declared, in use and in a lookup', async () => {
    await expect(cloud.db.collection('others').get()).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    });
    await expect(cloud.db.createCollection('others')).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    await expect(cloud.db.createCollection('notes')).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
    });
    expect(
      await stage('$lookup', { from: 'others', localField: 'n', foreignField: 'n', as: 'x' }),
    ).toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' });
  });

  it.each<[string, object]>([
    ['$inc of a text', { $inc: { text: 1 } }],
    ['$mul of a list', { $mul: { list: 2 } }],
    ['$push to a text', { $push: { text: 1 } }],
    ['$addToSet to a number', { $addToSet: { n: 1 } }],
    ['$pull from a number', { $pull: { n: 1 } }],
    ['$pop of an object', { $pop: { deep: 1 } }],
    ['$set through a scalar', { $set: { 'n.x': 1 } }],
    ['overlapping paths', { $set: { deep: {} }, $inc: { 'deep.x': 1 } }],
    ['one path twice', { $set: { n: 1 }, $inc: { n: 1 } }],
    ['$rename onto itself', { $rename: { n: 'n' } }],
    ['another _id', { $set: { _id: 'other' } }],
  ])('%s', async (_name, modifier) => {
    expect(await update(modifier)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    expect((await notes().doc('n1').get()).data[0]).toEqual({
      _id: 'n1',
      n: 1,
      text: 't',
      list: [1],
      deep: { x: 1 },
    });
  });

  it.each<[string, string]>([
    ['a name that begins with $', '{"a":{"$b":1}}'],
    ['a name with a dot', '{"a.b":1}'],
    ['an empty name', '{"":1}'],
    ['a prototype', '{"a":{"constructor":1}}'],
    ['an integer beyond 2^53', '{"n":{"$numberLong":"9007199254740993"}}'],
    ['NaN', '{"n":{"$numberDouble":"NaN"}}'],
    ['an _id that is an object', '{"_id":{"a":1}}'],
    ['a pattern as a value', '{"a":{"$regularExpression":{"pattern":"x","options":""}}}'],
    ['a date beyond the year 9999', '{"a":{"$date":{"$numberLong":"253402300800000"}}}'],
    ['101 levels', `${'{"a":'.repeat(102)}1${'}'.repeat(102)}`],
  ])('a document with %s', async (_name, document) => {
    const answer = await admin({
      action: 'database.insertDocument',
      collectionName: 'notes',
      data: [document],
    });
    expect(answer).toMatchObject({ code: 'INVALID_PARAM' });
  });

  it('operators within a whole document, and a bare field within an update', async () => {
    expect(
      await admin({
        action: 'database.modifyDocument',
        collectionName: 'notes',
        query: '{"_id":"n1"}',
        merge: false,
        upsert: true,
        data: '{"$set":{"a":1}}',
      }),
    ).toMatchObject({ code: 'INVALID_PARAM' });
    expect(await update({ bare: 1 })).toMatchObject({ code: 'INVALID_PARAM' });
  });

  it.each(['(a+)+$', '(a|a)*b', 'x'.repeat(257)])(
    'the pattern %s, which could run for minutes',
    async (pattern) => {
      const query = JSON.stringify({ n: 1, text: { $regularExpression: { pattern, options: '' } } });
      expect(await admin({ action: 'database.getDocument', collectionName: 'notes', query })).toMatchObject({
        code: 'INVALID_PARAM',
      });
    },
  );

  it('a body that is not JSON, and one without its fields', async () => {
    expect(await admin('no json')).toMatchObject({ code: 'LOCAL_NOT_IMITATED' });
    expect(await admin({ action: 'database.getDocument' })).toMatchObject({ code: 'INVALID_PARAM' });
    expect(
      await admin({ action: 'database.getDocument', collectionName: 'notes', query: '[1]' }),
    ).toMatchObject({ code: 'INVALID_PARAM' });
  });

  it('nothing of all this is a defect of this tool', async () => {
    expect((await notes().doc('n1').get()).data).toHaveLength(1);
  });
});
