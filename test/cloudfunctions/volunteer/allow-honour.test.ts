import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { approvedVolunteer } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the own name in the list of thanks', () => {
  it('is refused to who is none, on a version that has passed, to a minor, and at rest', async () => {
    const input = { version: 2, isAllowed: true };
    const call =
      (person: string, tried = input) =>
      () =>
        street.as(person).volunteer.allowHonour(tried);
    await expectStandstill(street, call('administrator S'), refused('FORBIDDEN'));
    const stale = call('volunteer E', { ...input, version: 1 });
    await expectStandstill(street, stale, refused('STALE_VERSION', { version: 2 }));
    await approvedVolunteer(street, 'volunteer E', { isAdult: false });
    await expectStandstill(street, call('volunteer E'), refused('WRONG_STATE', { state: 'approved' }));
    await approvedVolunteer(street, 'volunteer E', { state: 'paused' });
    await expectStandstill(street, call('volunteer E'), refused('WRONG_STATE', { state: 'paused' }));
    await street.replaceAll('volunteers', []);
    await expectStandstill(street, call('volunteer E'), refused('NOT_FOUND'));
  });

  it('stands there until it is taken back', async () => {
    const { volunteer } = street.as('volunteer E');
    const communityId = street.area('金果社区');
    const shown = async () =>
      dataOf(await street.as('outsider X', null).volunteer.honourList({ communityId })).names.length;

    expect(await volunteer.allowHonour({ version: 2, isAllowed: true })).toEqual(accepted({ version: 3 }));
    expect(await shown()).toBe(1);
    dataOf(await volunteer.allowHonour({ version: 3, isAllowed: false }));
    expect(await shown()).toBe(0);
  });
});
