import { dataOf, openStreet, refused, START, type TestStreet } from '../fixture/street';
import { agreedExport, download, madeExport, sheetsOf, storedExport, wishFor } from './export-kit';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const wish = () => wishFor(street.area('苹果花园'));
const open = (person: string, exportId: string) => street.as(person).export.openExport({ exportId });

describe('open an export', () => {
  it('is not there for anybody but the one who asked, whatever the id', async () => {
    const exportId = await madeExport(street, wish());

    for (const person of ['admin ADM2', 'community S']) {
      expect(await open(person, exportId)).toEqual(refused('NOT_FOUND'));
    }
    expect(await open('admin ADM', '0000')).toEqual(refused('NOT_FOUND'));
    expect(await open('auditor Q', exportId)).toEqual(refused('FORBIDDEN'));
    expect((await street.events()).map(({ audit }) => audit.action)).not.toContain('export.download');
  });

  it('is refused before the file is finished', async () => {
    const exportId = await agreedExport(street, wish());

    expect(await open('admin ADM', exportId)).toEqual(refused('WRONG_STATE', { state: 'approved' }));
  });

  it('is over after a day, also before the file is erased', async () => {
    const exportId = await madeExport(street, wish());
    await street.clock.set(START + 24 * 3_600_000);

    expect(await open('admin ADM', exportId)).toEqual(refused('EXPIRED'));
  });

  it('answers an address of ten minutes, and the look stands in the trail before', async () => {
    const exportId = await madeExport(street, wish());

    const opened = dataOf(await open('admin ADM', exportId));

    expect(opened.fileName).toBe('苹果花园_一个小区一张表_遮住_2026-03-10.xlsx');
    expect(opened.bytes).toBe((await download(street, exportId)).length);
    await street.clock.set(START + 601_000);
    expect((await fetch(opened.url)).status).toBe(403);
    const event = (await street.events()).find(({ audit }) => audit.action === 'export.download');
    expect(event?.audit.objects).toEqual([exportId]);
    expect(JSON.stringify(await street.events())).not.toContain('signature=');
  });

  it('gives the file whose digest its manifest names', async () => {
    const exportId = await madeExport(street, wish());

    const file = await download(street, exportId);

    const stored = await storedExport(street, exportId);
    const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(file));
    expect(Buffer.from(digest).toString('hex')).toBe(stored?.sha256);
    const rows = (await sheetsOf(file)).get('苹果花园')?.length ?? 0;
    expect(stored?.rows).toBe(rows - 1);
  });
});
