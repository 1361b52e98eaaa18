import { approvedVolunteer } from '../fixture/volunteers';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { metForK } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const everybody = () => street.as('outsider X', null).wish;

describe('list thanks', () => {
  it('is refused for a cursor that is none', async () => {
    expect(await everybody().listThanks({ cursor: 'x' })).toEqual(refused('VALIDATION'));
  });

  it('J14.X8 holds only those who let their name stand there, and no longer once they say no', async () => {
    await metForK(street);
    expect(dataOf(await everybody().listThanks({})).thanks).toEqual([]);
    await approvedVolunteer(street, 'volunteer E', { allowsHonour: true, honour: 'yes' });

    const { thanks } = dataOf(await everybody().listThanks({}));

    expect(thanks).toMatchObject([{ thanks: 'greatHelp', kind: 'goods' }]);
    expect(thanks[0]?.name).toContain('*');
    await approvedVolunteer(street, 'volunteer E', { allowsHonour: false, honour: 'no' });
    expect(dataOf(await everybody().listThanks({})).thanks).toEqual([]);
  });
});
