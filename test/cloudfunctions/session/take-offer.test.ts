import type { AssignmentDocument, MessageDocument } from '../../../cloudfunctions/repositories/documents';
import { offer, offerByTwo, take } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const claim = (token: string) => street.as('outsider X', null).session.takeOffer({ token });

describe('take an offered seat', () => {
  it('is refused for a link that nobody made', async () => {
    await expectStandstill(street, () => claim('z'.repeat(26)), refused('NOT_FOUND'));
  });

  it('is refused to who offered it and to who agreed to it', async () => {
    const { token } = await offer(street);
    const own = () => street.as('community S', null).session.takeOffer({ token });
    await expectStandstill(street, own, refused('FORBIDDEN'));

    const byTwo = await offerByTwo(street, 'SA');
    for (const person of ['office ADM', 'office ADM2']) {
      const call = () => street.as(person, null).session.takeOffer({ token: byTwo.token });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('of audit stands beside no other, and no other beside it', async () => {
    const audit = await offerByTwo(street, 'AU');
    const call = () => street.as('worker W1', null).session.takeOffer({ token: audit.token });
    await expectStandstill(street, call, refused('FORBIDDEN'));

    const { token } = await offer(street);
    const beside = () => street.as('auditor Q', null).session.takeOffer({ token });
    await expectStandstill(street, beside, refused('FORBIDDEN'));
    expect((await street.as('resident B', null).session.takeOffer({ token: audit.token })).ok).toBe(true);
  });

  it('takes no text that is no link', async () => {
    for (const token of ['', 'short', 'Z'.repeat(26)]) {
      await expectStandstill(street, () => claim(token), refused('VALIDATION'));
    }
  });

  it('is refused once it is taken, withdrawn or a day old', async () => {
    const taken = await offer(street);
    await take(street, 'resident B', taken);
    await expectStandstill(street, () => claim(taken.token), refused('WRONG_STATE', { state: 'taken' }));

    const { offerId, token } = await offer(street);
    dataOf(await street.as('community S').user.withdrawOffer({ offerId }));
    await expectStandstill(street, () => claim(token), refused('WRONG_STATE', { state: 'void' }));

    const late = await offer(street);
    await street.clock.set(street.clock.now() + 24 * 60 * 60_000);
    await expectStandstill(street, () => claim(late.token), refused('EXPIRED'));
  });

  it('goes to one of two who ask at the same moment', async () => {
    const { token } = await offer(street);

    const replies = await Promise.all([
      claim(token),
      street.as('resident B', null).session.takeOffer({ token }),
    ]);

    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('makes one seat with pledge unsigned and no phone, and both sides are told', async () => {
    const { token } = await offer(street);
    const opId = newOpId();
    const { session } = street.as('outsider X', null);

    const first = dataOf(await session.takeOffer({ token }, { opId }));

    expect(await session.takeOffer({ token }, { opId, again: true })).toEqual(repeated(first));
    const seat = await street.stored<AssignmentDocument>('assignments', first.seatId);
    expect(seat).toMatchObject({ role: 'GV', pledgeSigned: false, deviceBound: false, devices: [] });
    expect(JSON.stringify(seat)).not.toContain('王小明');
    const told = await street.all<MessageDocument>('messages');
    expect(told.map(({ kind, userId }) => [kind, userId])).toEqual(
      expect.arrayContaining([
        ['seatGiven', street.userId('outsider X')],
        ['seatTaken', street.userId('community S')],
      ]),
    );
    // A seat of a year ends on the day on which it was given.
    const given = told.find(({ kind }) => kind === 'seatGiven');
    expect(given?.values.day).toMatch(/^\d{4}年/);
  });
});
