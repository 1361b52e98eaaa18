import type { VolunteerDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import {
  claimed,
  claimedForK,
  daysLater,
  HELPED,
  keptForK,
  metForK,
  publishedForK,
  released,
  wishStored,
} from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const reason = '约时间送过去';

describe('look at whom to ring', () => {
  it('is refused before the claim, to everybody but the winner, and without a reason', async () => {
    const { _id: wishId } = await publishedForK(street);
    const { wish } = street.as('volunteer E');

    await expectStandstill(street, () => wish.contact({ wishId, reason }), refused('NOT_FOUND'));
    dataOf(await wish.claim({ wishId }));
    await expectStandstill(
      street,
      () => street.as('volunteer F').wish.contact({ wishId, reason }),
      refused('NOT_FOUND'),
    );
    for (const person of ['community S', 'head H3', 'outsider X']) {
      const call = () => street.as(person).wish.contact({ wishId, reason });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    await expectStandstill(
      street,
      () => wish.contact({ wishId, reason: '看看' }),
      refused('REASON_REQUIRED'),
    );
  });

  it('shows the number masked beside the one to ring, says with whom to go, and sets the wish under way', async () => {
    const { _id: wishId } = await claimedForK(street);

    const seen = dataOf(await street.as('volunteer E').wish.contact({ wishId, reason }));

    expect(seen).toEqual({
      name: HELPED.name,
      plate: { compound: '苹果花园', line: '3-2-201' },
      note: HELPED.note,
      phone: '100****0303',
      dial: HELPED.phone,
      escort: 'staff',
    });
    expect(await wishStored(street, wishId)).toMatchObject({ state: 'underway', looks: ['2026-03-10'] });
    const [event] = (await street.events()).filter(({ audit }) => audit.action === 'wish.contact');
    expect(event).toMatchObject({ subjects: [wishId], audit: { actAs: 'VO', fields: ['contact'], reason } });
    expect(JSON.stringify(event)).not.toContain(HELPED.phone);
    const [mine] = dataOf(await street.as('head H3').wish.listOwn({})).wishes;
    expect(mine).toMatchObject({ looks: ['2026-03-10'], state: 'underway' });
  });

  it('tells neither door nor note of what goes over the community’s desk', async () => {
    const { _id: wishId } = await claimed(
      street,
      await released(street, await keptForK(street), { escort: 'desk' }),
    );

    const seen = dataOf(await street.as('volunteer E').wish.contact({ wishId, reason }));

    expect(seen).toMatchObject({ escort: 'desk', plate: { compound: '苹果花园', line: '' }, note: '' });
    expect(JSON.stringify(seen)).not.toMatch(/3-2-201|腿脚不便/);
  });

  it('is answered again to a sender whose answer was lost, and noted once', async () => {
    const { _id: wishId } = await claimedForK(street);
    const { wish } = street.as('volunteer E');
    const opId = newOpId();
    const first = dataOf(await wish.contact({ wishId, reason }, { opId }));

    expect(await wish.contact({ wishId, reason }, { opId, again: true })).toEqual(repeated(first));
    expect((await wishStored(street, wishId)).looks).toHaveLength(1);
  });

  it('is refused to whom the community has asked to stop, until it says otherwise', async () => {
    const { _id: wishId } = await claimedForK(street);
    const { volunteer } = street.as('community S');
    const { _id: volunteerId, version } = (await street.stored<VolunteerDocument>(
      'volunteers',
      street.userId('volunteer E'),
    ))!;
    dataOf(await volunteer.decide({ volunteerId, version, verdict: 'pause', reason: '有人说不合适' }));
    const { wish } = street.as('volunteer E');

    const sentence = expect.stringContaining('先停一停') as string;
    await expectStandstill(
      street,
      () => wish.contact({ wishId, reason }),
      refused('FORBIDDEN', { sentence }),
    );

    dataOf(await volunteer.decide({ volunteerId, version: version + 1, verdict: 'resume' }));
    dataOf(await wish.contact({ wishId, reason }));
  });

  it('is refused to who gave it back', async () => {
    const { _id: wishId, version } = await claimedForK(street);
    const { wish } = street.as('volunteer E');
    dataOf(await wish.giveBack({ wishId, version, reason: 'noTime' }));

    await expectStandstill(street, () => wish.contact({ wishId, reason }), refused('NOT_FOUND'));
  });

  it('is the winner’s for seven days after the end, and not on the eighth', async () => {
    const { _id: wishId } = await metForK(street);
    const { wish } = street.as('volunteer E');

    await daysLater(street, 7);
    expect(dataOf(await wish.contact({ wishId, reason }))).toMatchObject({ until: '2026-03-17' });
    await street.clock.set(street.clock.now() + 24 * 3_600_000);
    const late = await wish.contact({ wishId, reason });

    expect(late).toMatchObject({ ok: false, problem: { code: 'EXPIRED' } });
    await daysLater(street, 0);
    expect(await wishStored(street, wishId)).not.toHaveProperty('sealedContact');
  });

  it('is counted: ten a day', async () => {
    const { _id: wishId } = await claimedForK(street);
    const { wish } = street.as('volunteer E');

    for (let look = 0; look < 10; look += 1) dataOf(await wish.contact({ wishId, reason }));

    expect(await wish.contact({ wishId, reason })).toEqual(refused('RATE_LIMITED'));
  });
});
