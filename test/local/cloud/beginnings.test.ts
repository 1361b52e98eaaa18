/** A suite begins again and again: what it goes back to is what there was, whatever was written in between. */
import { openCloud, type TestCloud } from './cloud';

const FIRST = [
  { _id: 'h1', area: 'a', people: 1 },
  { _id: 'h2', area: 'b', people: 2 },
];

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud({
    collections: ['homes', 'walls'],
    indexes: { homes: [{ name: 'area', fields: [['area', 1]], unique: true }] },
  });
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await cloud.post('/control/reset', {});
  await cloud.post('/control/seed', { collections: { homes: FIRST } });
  await cloud.post('/control/clock', { freeze: true, now: '2026-03-10T01:00:00Z' });
});

const state = async (): Promise<unknown> => [
  await cloud.get('/control/digests'),
  await cloud.get('/control/collections/homes'),
  (await cloud.post('/control/clock', {})).body['now'],
];
const keep = (): Promise<unknown> => cloud.post('/control/keep', {});
const resume = (): Promise<unknown> => cloud.post('/control/resume', {});
const homes = () => cloud.db.collection('homes');

/** Changes, removes, adds, and moves a unique value from one document to another. */
async function disturb(): Promise<void> {
  await homes().doc('h2').remove();
  await homes().doc('h1').update({ area: 'b', people: 7 });
  await homes().add({ _id: 'h3', area: 'a' });
  await cloud.db.collection('walls').add({ _id: 'w1' });
  await cloud.post('/control/clock', { now: '2026-04-01T00:00:00Z' });
}

describe('a moment that was kept', () => {
  it('comes back as often as it is asked for', async () => {
    await keep();
    const before = await state();

    for (let times = 0; times < 2; times += 1) {
      await disturb();
      expect(await state()).not.toEqual(before);
      await resume();
      expect(await state()).toEqual(before);
    }

    expect((await homes().where({ area: 'b' }).get()).data).toMatchObject([{ _id: 'h2', people: 2 }]);
  });

  it('holds what was stored in place of a whole collection', async () => {
    await keep();
    const before = await state();
    const put = { method: 'PUT', headers: { 'content-type': 'application/json' } };

    await fetch(`${cloud.url}/control/collections/homes`, { ...put, body: '{"documents":[{"_id":"h1"}]}' });
    expect(await state()).not.toEqual(before);
    await resume();

    expect(await state()).toEqual(before);
  });

  it('holds the files', async () => {
    const upload = (cloudPath: string, content: string) =>
      cloud.app.uploadFile({ cloudPath, fileContent: Buffer.from(content) });
    const { fileID } = await upload('a/kept.txt', 'kept');
    await keep();
    await cloud.app.deleteFile({ fileList: [fileID] });
    const late = await upload('a/late.txt', 'late');

    await resume();

    const { fileList } = await cloud.app.getTempFileURL({ fileList: [fileID, late.fileID] });
    expect(fileList.map(({ code }) => code)).toEqual(['SUCCESS', 'STORAGE_FILE_NONEXIST']);
    expect(await (await fetch(String(fileList[0]?.tempFileURL))).text()).toBe('kept');
  });

  it('is forgotten by a reset, which goes back behind it', async () => {
    await keep();
    await disturb();

    await cloud.post('/control/reset', {});

    expect(await cloud.get('/control/collections/homes')).toEqual({ documents: [] });
    expect((await cloud.post('/control/resume', {})).status).toBe(400);
  });
});
