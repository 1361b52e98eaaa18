import { officeOf } from '../fixture/services';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S').guide;

const OF_STREET = '人大代表联络站';

describe('guide.withdrawOffice', () => {
  it('is refused where there is no such office, and for the street’s own', async () => {
    const { version } = await officeOf(street);
    const { _id: streetOwn } = await officeOf(street, OF_STREET);
    for (const officeId of ['nothing', streetOwn]) {
      await expectStandstill(street, () => S().withdrawOffice({ version, officeId }), refused('NOT_FOUND'));
    }
  });

  it('is refused to whoever writes none', async () => {
    const { _id: officeId, version } = await officeOf(street);
    for (const person of ['outsider X', 'worker W1', 'volunteer E', 'auditor Q']) {
      const withdraw = () => street.as(person).guide.withdrawOffice({ officeId, version });
      await expectStandstill(street, withdraw, refused('FORBIDDEN'));
    }
  });

  it('is refused on a version that has passed', async () => {
    const { _id: officeId } = await officeOf(street);
    const stale = () => S().withdrawOffice({ officeId, version: 9 });
    await expectStandstill(street, stale, refused('STALE_VERSION', { version: 1 }));
  });

  it('takes the office out of the directory, once', async () => {
    const { _id: officeId } = await officeOf(street);

    expect(await S().withdrawOffice({ officeId, version: 1 })).toEqual(accepted({ version: 2 }));

    const { entries } = dataOf(await street.as('outsider X').guide.listDirectory({}));
    expect(entries.map(({ name }) => name)).not.toContain('苹果花园业主委员会');
    const twice = () => S().withdrawOffice({ officeId, version: 2 });
    await expectStandstill(street, twice, refused('WRONG_STATE', { state: 'withdrawn' }));
  });
});
