import { dataOf, openStreet, type TestStreet } from '../fixture/street';
import { hoursAt } from '../fixture/volunteers';
import type { VolunteerDocument } from '../../../cloudfunctions/repositories/documents';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const read = async () => dataOf(await street.as('outsider X', null).volunteer.board({})).communities;
const ours = async () => (await read()).find(({ name }) => name === '金果社区');

describe('figures of volunteers', () => {
  it('are not there before they are counted', async () => {
    expect(await read()).toEqual([]);
  });

  it('tell nobody of a few apart', async () => {
    await street.replaceAll('hours', [hoursAt(street, 'volunteer E', { minutes: 600 })]);
    await street.runTimer('countVolunteers');

    expect(await ours()).toMatchObject({
      id: street.area('金果社区'),
      volunteers: '<10',
      teams: 0,
      grantedHours: 0,
    });
  });

  it('equal a recount', async () => {
    const [one] = await street.all<VolunteerDocument>('volunteers');
    const many = Array.from({ length: 23 }, (_, at) => ({ ...one, _id: `helper${at}` }));
    await street.replaceAll('volunteers', many);
    await street.replaceAll(
      'hours',
      many.map(({ _id }) => hoursAt(street, 'volunteer E', { volunteerId: _id, sourceId: _id, minutes: 90 })),
    );
    await street.runTimer('countVolunteers');

    expect(await ours()).toMatchObject({
      volunteers: '25',
      grantedHours: Math.floor((23 * 90) / 60),
    });
  });
});
