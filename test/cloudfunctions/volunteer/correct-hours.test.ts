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

const reason = '按签到表更正';
async function granted(changes: Partial<HoursDocument> = {}): Promise<{ hoursId: string; version: number }> {
  const row = hoursAt(street, 'volunteer E', changes);
  await street.replaceAll('hours', [row]);
  return { hoursId: row._id, version: row.version };
}

describe('correct hours', () => {
  it('is refused where there are none, elsewhere, to volunteers, and for oneself', async () => {
    const row = { ...(await granted()), minutes: 60, reason };
    for (const [person, input, code] of [
      ['administrator S', { ...row, hoursId: 'nothing' }, 'NOT_FOUND'],
      ['leader GL1', row, 'NOT_FOUND'],
      ['volunteer L', row, 'FORBIDDEN'],
    ] as const) {
      await expectStandstill(street, () => street.as(person).volunteer.correctHours(input), refused(code));
    }
    const own = {
      ...(await granted({ volunteerId: street.userId('administrator S') })),
      minutes: 60,
      reason,
    };
    const call = () => street.as('administrator S').volunteer.correctHours(own);
    await expectStandstill(street, call, refused('FORBIDDEN'));
  });

  it('is refused without a reason, for hours that wait, and on a version that has passed', async () => {
    const row = { ...(await granted({ version: 2 })), minutes: 60 };
    const { volunteer } = street.as('administrator S');
    await expectStandstill(
      street,
      () => volunteer.correctHours({ ...row, reason: '改' }),
      refused('REASON_REQUIRED'),
    );
    await expectStandstill(
      street,
      () => volunteer.correctHours({ ...row, version: 1, reason }),
      refused('STALE_VERSION', { version: 2 }),
    );
    const waiting = { ...(await granted({ state: 'waiting' })), minutes: 60, reason };
    await expectStandstill(
      street,
      () => volunteer.correctHours(waiting),
      refused('WRONG_STATE', { state: 'waiting' }),
    );
  });

  it('waits again for a third person', async () => {
    const row = { ...(await granted()), minutes: 45, reason };

    expect(await street.as('administrator S').volunteer.correctHours(row)).toEqual(
      accepted({ state: 'waiting' }),
    );

    expect(await street.stored('hours', row.hoursId)).toMatchObject({
      minutes: 45,
      manual: 'yes',
      ground: 'correction',
      by: street.userId('administrator S'),
    });
    const self = () =>
      street
        .as('administrator S')
        .volunteer.decideHours({ hoursId: row.hoursId, version: 2, verdict: 'approve' });
    await expectStandstill(street, self, refused('FORBIDDEN'));
  });
});
