import type { MessageDocument, OfferDocument } from '../../../cloudfunctions/repositories/documents';
import { offer, offerByTwo } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const HOUR = 3_600_000;

/** A seat of the street, asked for by ADM. */
async function asked(): Promise<string> {
  const { user } = street.as('office ADM');
  const wish = { role: 'SA' as const, areaIds: [], name: '王小明' };
  const { offerId, state } = dataOf(await user.offerSeat(wish));
  expect(state).toBe('asked');
  return offerId;
}

describe('decide an offer', () => {
  it('is refused for an offer that is not there', async () => {
    const { user } = street.as('office ADM2');
    const call = () => user.decideOffer({ offerId: 'nothing', verdict: 'approve' });

    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to who asked, and to all but administrators of the street', async () => {
    const input = { offerId: await asked(), verdict: 'approve' } as const;

    for (const person of [
      'office ADM',
      'community S',
      'auditor Q',
      'secretary SEC',
      'worker W1',
      'outsider X',
    ]) {
      const call = () => street.as(person).user.decideOffer(input);
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused with a word that is neither yes nor no', async () => {
    const offerId = await asked();
    const { user } = street.as('office ADM2');
    const call = () => user.decideOffer({ offerId, verdict: 'perhaps' as never });

    await expectStandstill(street, call, refused('VALIDATION', { field: 'verdict' }));
  });

  it('is refused for a seat that waits for nobody’s word, or no longer', async () => {
    const { user } = street.as('office ADM2');
    const call = (offerId: string) => () => user.decideOffer({ offerId, verdict: 'approve' });

    await expectStandstill(street, call((await offer(street)).offerId), refused('WRONG_STATE'));
    await expectStandstill(street, call((await offerByTwo(street, 'SA')).offerId), refused('WRONG_STATE'));
    const refusedOnce = await asked();
    dataOf(await user.decideOffer({ offerId: refusedOnce, verdict: 'refuse' }));
    await expectStandstill(street, call(refusedOnce), refused('WRONG_STATE'));
    const late = await asked();
    await street.clock.set(street.clock.now() + 24 * HOUR);
    await expectStandstill(street, call(late), refused('WRONG_STATE'));
  });

  it('opens the offer with a yes, for a day from then on, once', async () => {
    const offerId = await asked();
    const { user } = street.as('office ADM2');
    await street.clock.set(street.clock.now() + HOUR);
    const opId = newOpId();

    const first = dataOf(await user.decideOffer({ offerId, verdict: 'approve' }, { opId }));
    const again = await user.decideOffer({ offerId, verdict: 'approve' }, { opId, again: true });

    expect(first).toEqual({ state: 'open' });
    expect(again).toEqual(repeated(first));
    expect(await street.stored<OfferDocument>('offers', offerId)).toMatchObject({
      state: 'open',
      decidedBy: street.userId('office ADM2'),
      expiresAt: street.clock.now() + 24 * HOUR,
    });
    const { token } = dataOf(await street.as('office ADM').user.showOffer({ offerId }));
    expect(token).toMatch(/^[0-9a-z]{26}$/);
  });

  it('ends it with a no, and who asked is told of either', async () => {
    const { user } = street.as('office ADM2');
    dataOf(await user.decideOffer({ offerId: await asked(), verdict: 'approve' }));
    const offerId = await asked();

    expect(dataOf(await user.decideOffer({ offerId, verdict: 'refuse' }))).toEqual({ state: 'void' });

    expect((await street.stored<OfferDocument>('offers', offerId))?.state).toBe('void');
    const told = await street.all<MessageDocument>('messages', { kind: 'offerDecided' });
    expect(told.map(({ userId }) => userId)).toEqual(Array(2).fill(street.userId('office ADM')));
    expect(told.map(({ values }) => values.note).sort()).toEqual(
      ['同意了，可以把邀请发给对方', '没同意'].sort(),
    );
  });
});
