import { dataOf, openStreet, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('a campaign', () => {
  it('that ends at midnight is closed to the first call of the day, by a function that knew it open', async () => {
    const midnight = Date.parse('2026-03-10T16:00:00Z');
    await street.changeCampaign({ closesOn: '2026-03-10' });
    await street.clock.set(midnight - 10_000);
    const isOpen = async (): Promise<boolean> =>
      dataOf(await street.as('outsider X').link.openLink({ scene: street.door('苹果花园 3-2-502').scene }))
        .campaign.isOpen;
    const before = await isOpen();

    await street.clock.set(midnight);

    expect([before, await isOpen()]).toEqual([true, false]);
  });
});
