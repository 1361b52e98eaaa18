import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('a removed note', () => {
  it('is in nobody’s list any more', async () => {
    const { unitId } = street.door('苹果花园 3-2-502');
    const worker = street.as('worker W1').visit;
    const { id: noteId } = dataOf(await worker.writeNote({ unitId, wholeBuilding: true, text: '电梯坏了' }));

    dataOf(await worker.removeNote({ noteId }));

    expect(dataOf(await worker.listNotes({ unitId })).notes).toEqual([]);
    expect(await worker.removeNote({ noteId })).toEqual(refused('NOT_FOUND'));
  });
});
