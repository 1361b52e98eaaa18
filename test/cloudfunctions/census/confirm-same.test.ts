import type { HouseholdDocument } from '../../../cloudfunctions/repositories/documents';
import { register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, START, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const DAY = 24 * 60 * 60_000;
const registered = () => register(street, street.door('苹果花园 3-2-502'));

describe('say that nothing changed', () => {
  it('is refused for a household that is not there, and for a neighbour’s', async () => {
    await registered();
    const resident = await street.seated('resident A');
    const { id: neighbour } = street.householdAt('苹果花园 3-1-101');

    for (const householdId of ['nobody', neighbour]) {
      const call = () => resident.census.confirmSame({ householdId, baseVersion: 1 });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused to everybody who is not of the household', async () => {
    const { _id: householdId } = await registered();

    for (const person of ['outsider X', 'worker W1', 'community S', 'office ADM']) {
      const call = () => street.as(person).census.confirmSame({ householdId, baseVersion: 1 });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused on a version that has passed', async () => {
    const { _id: householdId } = await registered();
    const resident = await street.seated('resident A');

    await expectStandstill(
      street,
      () => resident.census.confirmSame({ householdId, baseVersion: 9 }),
      refused('STALE_VERSION', { version: 1 }),
    );
  });

  it('is refused after a withdrawal, and after the campaign', async () => {
    const { _id: householdId } = await registered();
    const resident = await street.seated('resident A');
    dataOf(await resident.census.withdrawConsent({ householdId }));

    await expectStandstill(
      street,
      () => resident.census.confirmSame({ householdId, baseVersion: 2 }),
      refused('WRONG_STATE'),
    );
    await street.changeCampaign({ isOpen: false });
    await expectStandstill(
      street,
      () => resident.census.confirmSame({ householdId, baseVersion: 2 }),
      refused('PURPOSE_CLOSED'),
    );
  });

  it('moves the day of the answer and nothing else', async () => {
    const household = await registered();
    const resident = await street.seated('resident A');
    await street.clock.set(START + DAY);

    const { receipt } = dataOf(
      await resident.census.confirmSame({ householdId: household._id, baseVersion: household.version }),
    );

    expect(receipt).toMatchObject({ day: '2026-03-11', plate: { compound: '苹果花园', line: '3-2-502' } });
    expect(await street.stored<HouseholdDocument>('households', household._id)).toEqual({
      ...household,
      version: household.version + 1,
      filledOn: '2026-03-11',
    });
    const event = (await street.events()).find(({ audit }) => audit.action === 'household.confirm');
    expect(event?.audit).toMatchObject({ actAs: 'RE', fields: ['filledOn'] });
  });
});
