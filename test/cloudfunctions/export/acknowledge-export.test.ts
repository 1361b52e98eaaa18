import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { agreedExport, madeExport, storedExport, wishFor } from './export-kit';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const wish = () => wishFor(street.area('苹果花园'));
const acknowledge = (person: string, exportId: string) =>
  street.as(person).export.acknowledgeExport({ exportId });

describe('acknowledge an export', () => {
  it('is not there for anybody but the one who asked', async () => {
    const exportId = await madeExport(street, wish());

    expect(await acknowledge('admin ADM2', exportId)).toEqual(refused('NOT_FOUND'));
    expect(await acknowledge('admin ADM', '0000')).toEqual(refused('NOT_FOUND'));
    expect(await acknowledge('worker W1', exportId)).toEqual(refused('FORBIDDEN'));
    expect(await storedExport(street, exportId)).toMatchObject({ state: 'ready' });
  });

  it('is refused for a file that is not there yet', async () => {
    const exportId = await agreedExport(street, wish());

    expect(await acknowledge('admin ADM', exportId)).toEqual(refused('WRONG_STATE', { state: 'approved' }));
  });

  it('erases the file: its address is dead at once and no second one is given', async () => {
    const exportId = await madeExport(street, wish());
    const { url } = dataOf(await street.as('admin ADM').export.openExport({ exportId }));
    expect((await fetch(url)).status).toBe(200);

    expect(await acknowledge('admin ADM', exportId)).toEqual(accepted({ state: 'gone' }));

    expect((await fetch(url)).status).toBe(404);
    const stored = await storedExport(street, exportId);
    expect(stored?.state).toBe('gone');
    expect(stored?.fileId).toBeUndefined();
    expect(await street.as('admin ADM').export.openExport({ exportId })).toEqual(refused('EXPIRED'));
    expect(await acknowledge('admin ADM', exportId)).toEqual(refused('WRONG_STATE', { state: 'gone' }));
  });
});
