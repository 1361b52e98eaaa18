import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the conflicts of a household', () => {
  it('are refused where there is no household, and are none where nobody disagreed', async () => {
    const { id: householdId } = street.householdAt('苹果花园 3-1-101');
    const { listConflicts } = street.as('worker W1').visit;

    expect(await listConflicts({ householdId: 'none' })).toEqual(refused('NOT_FOUND'));
    expect(await street.as('outsider X').visit.listConflicts({ householdId })).toEqual(refused('FORBIDDEN'));
    const { id: doorId, plate } = street.door('苹果花园 3-1-101');
    expect(await listConflicts({ householdId })).toEqual(accepted({ plate, doorId, conflicts: [] }));
  });
});
