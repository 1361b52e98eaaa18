import { openStreet, refused, accepted, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the notes of a unit', () => {
  it('are refused where there is none, out of reach, and to a building head', async () => {
    const { unitId } = street.door('苹果花园 3-2-502');
    const worker = street.as('worker W1').visit;
    expect(await worker.listNotes({ unitId: 'none' })).toEqual(refused('NOT_FOUND'));
    expect(await worker.listNotes({ unitId: street.door('龙泉苑 1-1-101').unitId })).toEqual(
      refused('NOT_FOUND'),
    );
    expect(await street.as('head H3').visit.listNotes({ unitId })).toEqual(refused('FORBIDDEN'));
    expect(await worker.listNotes({ unitId })).toEqual(accepted({ notes: [] }));
  });
});
