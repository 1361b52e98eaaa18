import { dataOf, openStreet, refused, type Door, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = (): Door => street.door('苹果花园 3-2-502');

describe('the knocks at a door', () => {
  it('are refused elsewhere and to others', async () => {
    const far = street.door('龙泉苑 1-1-101').id;
    expect(await street.as('worker W1').visit.listVisits({ doorId: far })).toEqual(refused('NOT_FOUND'));
    expect(await street.as('head H3').visit.listVisits({ doorId: door().id })).toEqual(refused('FORBIDDEN'));
  });

  it('come newest first, and who knocked is said, masked, to those alone who hand out seats', async () => {
    const doorId = door().id;
    const worker = street.as('worker W1').visit;
    dataOf(await worker.recordVisit({ doorId, result: 'nobody', slipLeft: true }));
    dataOf(await worker.recordVisit({ doorId, result: 'refused' }));

    const answer = dataOf(await street.as('community S').visit.listVisits({ doorId }));

    expect(answer).toMatchObject({ state: 'refused', attempts: 1 });
    expect(answer.visits.map(({ result }) => result)).toEqual(['refused', 'nobody']);
    expect(answer.visits.map(({ name }) => name)).toEqual(['吕*一', '吕*一']);
    expect(JSON.stringify(answer)).not.toContain(street.userId('worker W1'));
    const { visits } = dataOf(await worker.listVisits({ doorId }));
    expect(visits.map(({ name }) => name)).toEqual([undefined, undefined]);
  });

  it('are none at a door where nobody has knocked', async () => {
    expect(dataOf(await street.as('worker W1').visit.listVisits({ doorId: door().id })).visits).toEqual([]);
  });
});
