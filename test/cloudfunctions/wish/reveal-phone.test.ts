import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, type TestStreet } from '../fixture/street';
import {
  claimedForK,
  daysLater,
  doneForK,
  HELPED,
  keptForK,
  metForK,
  publishedForK,
  wishStored,
} from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const reason = '说没收到，两边问一问';
const office = () => street.as('community S').wish;

describe('the number of either side of a wish', () => {
  it('is refused for a wish that is not there, and outside the own community', async () => {
    const { _id: wishId } = await claimedForK(street);
    const input = { wishId, side: 'wisher', reason } as const;

    for (const call of [
      () => office().revealPhone({ ...input, wishId: 'nothing' }),
      () => street.as('leader GL1').wish.revealPhone(input),
    ]) {
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused to everybody but the office, and to who wrote the wish down', async () => {
    const { _id: wishId } = await claimedForK(street);
    const input = { wishId, side: 'wisher', reason } as const;

    for (const person of ['head H3', 'worker W1', 'volunteer E', 'volunteer F', 'outsider X']) {
      const call = () => street.as(person).wish.revealPhone(input);
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    const wish = await wishStored(street, wishId);
    await street.replaceAll('wishes', [{ ...wish, barred: [street.userId('community S')] }]);
    await expectStandstill(street, () => office().revealPhone(input), refused('FORBIDDEN'));
  });

  it('takes a reason, and one of the two sides', async () => {
    const { _id: wishId } = await claimedForK(street);
    const noReason = () => office().revealPhone({ wishId, side: 'wisher', reason: '看看' });
    const noSide = () => office().revealPhone({ wishId, side: 'helper' as 'wisher', reason });

    await expectStandstill(street, noReason, refused('REASON_REQUIRED'));
    expect(await noSide()).toMatchObject({ ok: false, problem: { code: 'VALIDATION' } });
  });

  it('of nobody is not there: before a claim, and once the two may not ring each other any more', async () => {
    const { _id: wishId } = await publishedForK(street);
    const claimant = () => office().revealPhone({ wishId, side: 'claimant', reason });
    await expectStandstill(street, claimant, refused('NOT_FOUND'));

    await street.reset();
    const met = await metForK(street);
    await daysLater(street, 8);
    for (const side of ['wisher', 'claimant'] as const) {
      const call = () => office().revealPhone({ wishId: met._id, side, reason });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is told with a record that names who was rung and why, and never the number', async () => {
    const { _id: wishId, version } = await doneForK(street);
    const { wish } = street.as('community S');

    const wisher = await wish.revealPhone({ wishId, side: 'wisher', reason });
    const claimant = await wish.revealPhone({ wishId, side: 'claimant', reason });

    expect(wisher).toEqual(accepted({ phone: HELPED.phone }));
    const { phone: rung } = dataOf(claimant);
    expect(rung).toMatch(/^100\d{8}$/);
    expect(rung).not.toBe(HELPED.phone);
    const looks = (await street.events()).filter(({ audit }) => audit.action === 'wish.revealPhone');
    // Both may fall into one moment, and then stand in any order.
    const [ofWisher, ofClaimant] = ['wisher', 'claimant'].map((side) =>
      looks.find(({ audit }) => audit.fields.includes(side)),
    );
    expect(looks).toHaveLength(2);
    expect([ofWisher, ofClaimant]).toMatchObject([
      { subjects: [wishId], audit: { actAs: 'CA', fields: ['wisher'], reason } },
      { subjects: [wishId, street.userId('volunteer E')], audit: { fields: ['claimant'], reason } },
    ]);
    expect(JSON.stringify(looks)).not.toMatch(new RegExp(`${HELPED.phone}|${rung}`));
    expect((await wishStored(street, wishId)).version).toBe(version);
  });

  it('is told again to a sender whose answer was lost, with one record', async () => {
    const { _id: wishId } = await keptForK(street);
    const input = { wishId, side: 'wisher', reason } as const;
    const opId = newOpId();
    dataOf(await office().revealPhone(input, { opId }));

    dataOf(await office().revealPhone(input, { opId, again: true }));

    const looks = (await street.events()).filter(({ audit }) => audit.action === 'wish.revealPhone');
    expect(looks).toHaveLength(1);
  });
});
