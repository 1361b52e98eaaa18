import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { hoursAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const note = '那天我做了三个小时';

describe('dispute hours', () => {
  it('is refused where there are none, for somebody else’s, and to administrators', async () => {
    const row = hoursAt(street, 'volunteer F');
    await street.replaceAll('hours', [row]);
    const input = { hoursId: row._id, version: 1, note };
    for (const [person, tried, code] of [
      ['volunteer E', { ...input, hoursId: 'nothing' }, 'NOT_FOUND'],
      ['volunteer E', input, 'NOT_FOUND'],
      ['administrator S', input, 'FORBIDDEN'],
      ['volunteer F', { ...input, note: '不' }, 'VALIDATION'],
      ['volunteer F', { ...input, version: 2 }, 'STALE_VERSION'],
    ] as const) {
      const call = () => street.as(person).volunteer.dispute(tried);
      await expectStandstill(
        street,
        call,
        expect.objectContaining({ problem: expect.objectContaining({ code }) }),
      );
    }
  });

  it.each(['waiting', 'disputed', 'void'] as const)('is refused for hours that are %s', async (state) => {
    const row = hoursAt(street, 'volunteer E', { state });
    await street.replaceAll('hours', [row]);
    const call = () => street.as('volunteer E').volunteer.dispute({ hoursId: row._id, version: 1, note });
    await expectStandstill(street, call, refused('WRONG_STATE', { state }));
  });

  it('takes them out of the count, and the community reads why', async () => {
    const row = hoursAt(street, 'volunteer E');
    await street.replaceAll('hours', [row]);

    const reply = await street.as('volunteer E').volunteer.dispute({ hoursId: row._id, version: 1, note });

    expect(reply).toEqual(accepted({ state: 'disputed' }));
    expect(JSON.stringify(await street.stored('hours', row._id))).not.toContain('三个小时');
    const { hours } = dataOf(await street.as('administrator S').volunteer.listHours({ state: 'disputed' }));
    expect(hours).toEqual([expect.objectContaining({ note })]);
  });
});
