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

describe('an offered seat', () => {
  it('is read by its link: role, place, last day, and nothing of whoever offered it', async () => {
    const { token } = await offer(street);

    const read = dataOf(await street.as('outsider X').session.readOffer({ token }));

    expect(read).toEqual({
      role: 'GV',
      label: '金果社区',
      endsOn: '2026-06-08',
      expiresAt: expect.any(Number),
    });
    const wrong = () => street.as('outsider X').session.readOffer({ token: 'z'.repeat(26) });
    await expectStandstill(street, wrong, refused('NOT_FOUND'));
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
  });

  it('leads to work only after the pledge', async () => {
    const { token } = await offer(street);
    const { calls } = await take(street, 'outsider X', { token });

    expect(dataOf(await calls.session.whoami({})).seats).toMatchObject([{ role: 'GV', lacks: 'pledge' }]);
    await expectStandstill(street, () => calls.census.listWalls({}), refused('PLEDGE_REQUIRED'));
    dataOf(await calls.session.signPledge({ version: '1' }));

    expect(dataOf(await calls.session.whoami({})).seats[0]).not.toHaveProperty('lacks');
    await expectStandstill(street, () => calls.session.signPledge({ version: '1' }), refused('WRONG_STATE'));
  });
});

describe('the pledge', () => {
  it('is signed in a seat of one’s own, in the text that is in force', async () => {
    await expectStandstill(
      street,
      () => street.as('outsider X').session.signPledge({ version: '1' }),
      refused('FORBIDDEN'),
    );
    const { token } = await offer(street);
    const { calls } = await take(street, 'outsider X', { token });
    const old = () => calls.session.signPledge({ version: '0' as '1' });
    await expectStandstill(street, old, refused('VALIDATION'));
  });
});
