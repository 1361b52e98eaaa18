import type { HoursDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';
import { hoursAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

async function waiting(changes: Partial<HoursDocument> = {}): Promise<{ hoursId: string; version: number }> {
  const row = hoursAt(street, 'volunteer E', {
    state: 'waiting',
    by: street.userId('administrator S'),
    ...changes,
  });
  await street.replaceAll('hours', [row]);
  return { hoursId: row._id, version: row.version };
}

describe('decide about hours', () => {
  it('is refused where there are none, and in another community', async () => {
    const row = await waiting();
    for (const [person, hoursId] of [
      ['administrator S2', 'nothing'],
      ['leader GL1', row.hoursId],
    ] as const) {
      const call = () => street.as(person).volunteer.decideHours({ ...row, hoursId, verdict: 'approve' });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused to the leader of a team, to who entered them, and to whose they are', async () => {
    const row = await waiting();
    for (const person of ['volunteer L', 'administrator S']) {
      const call = () => street.as(person).volunteer.decideHours({ ...row, verdict: 'approve' });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    const own = await waiting({ volunteerId: street.userId('administrator S2') });
    const call = () => street.as('administrator S2').volunteer.decideHours({ ...own, verdict: 'approve' });
    await expectStandstill(street, call, refused('FORBIDDEN'));
  });

  it.each(['granted', 'refused', 'void'] as const)('is refused for hours that are %s', async (state) => {
    const row = await waiting({ state });
    const call = () => street.as('administrator S2').volunteer.decideHours({ ...row, verdict: 'approve' });
    await expectStandstill(street, call, refused('WRONG_STATE', { state }));
  });

  it('is refused on a version that has passed', async () => {
    const row = await waiting({ version: 3 });
    const call = () =>
      street.as('administrator S2').volunteer.decideHours({ ...row, version: 2, verdict: 'approve' });
    await expectStandstill(street, call, refused('STALE_VERSION', { version: 3 }));
  });

  it.each([
    ['approve', 'granted'],
    ['refuse', 'refused'],
  ] as const)('says %s, and the volunteer is told', async (verdict, state) => {
    const row = await waiting();
    expect(await street.as('administrator S2').volunteer.decideHours({ ...row, verdict })).toEqual(
      accepted({ state }),
    );
    expect(await street.count('hours', { state })).toBe(1);
    expect(
      await street.count('messages', { userId: street.userId('volunteer E'), kind: 'hoursDecided' }),
    ).toBe(1);
  });
});
