import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import { approvedVolunteer } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const input = (changes: object = {}) => ({
  volunteerId: street.userId('volunteer E'),
  minutes: 120,
  day: '2026-03-09',
  ground: 'codeFailed' as const,
  reason: '签到码当时打不开',
  ...changes,
});

describe('hours entered by hand', () => {
  it('are refused for nobody, and for another community’s volunteer', async () => {
    for (const [person, volunteerId] of [
      ['administrator S', 'nobody'],
      ['leader GL1', street.userId('volunteer E')],
    ] as const) {
      const call = () => street.as(person).volunteer.enterHours(input({ volunteerId }));
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('J13.E3 are refused to team leaders, and to an administrator for himself', async () => {
    const leader = () => street.as('volunteer L').volunteer.enterHours(input());
    await expectStandstill(street, leader, refused('FORBIDDEN'));
    await approvedVolunteer(street, 'administrator S');
    const own = () =>
      street
        .as('administrator S')
        .volunteer.enterHours(input({ volunteerId: street.userId('administrator S') }));
    await expectStandstill(street, own, refused('FORBIDDEN'));
  });

  it.each([
    ['no reason', { reason: '码' }, 'REASON_REQUIRED'],
    ['a day to come', { day: '2026-03-11' }, 'VALIDATION'],
    ['no day', { day: '2026-02-30' }, 'VALIDATION'],
    ['more than a day', { minutes: 721 }, 'VALIDATION'],
  ] as const)('are refused with %s', async (_, changes, code) => {
    const call = () => street.as('administrator S').volunteer.enterHours(input(changes));
    await expectStandstill(street, call, refused(code));
  });

  it('are refused for who has left', async () => {
    await approvedVolunteer(street, 'volunteer E', { state: 'ended' });
    const call = () => street.as('administrator S').volunteer.enterHours(input());
    await expectStandstill(street, call, refused('WRONG_STATE', { state: 'ended' }));
  });

  it('wait for a third person, and are entered once', async () => {
    const opId = newOpId();
    const { volunteer } = street.as('administrator S');

    const reply = await volunteer.enterHours(input(), { opId });
    const { hoursId } = dataOf(reply);
    expect(reply).toEqual(accepted({ hoursId, state: 'waiting' }));
    expect(await volunteer.enterHours(input(), { opId })).toEqual(repeated({ hoursId, state: 'waiting' }));

    const own = dataOf(await street.as('volunteer E').volunteer.hoursOwn({}));
    expect([own.grantedMinutes, own.hours.length]).toEqual([0, 1]);
  });
});
