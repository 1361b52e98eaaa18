import type { OfferDocument } from '../../../cloudfunctions/repositories/documents';
import { offer, take } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

/** A seat beside community S, asked for by ADM. */
async function asked(): Promise<string> {
  const wish = { role: 'CA' as const, areaIds: [street.area('金果社区')], name: '王小明' };
  return dataOf(await street.as('office ADM').user.offerSeat(wish)).offerId;
}

describe('withdraw an offer', () => {
  it('is refused for an offer that is not there, or of another community', async () => {
    const { offerId } = await offer(street);
    const call = (person: string, id: string) => () => street.as(person).user.withdrawOffer({ offerId: id });

    await expectStandstill(street, call('community S', 'nothing'), refused('NOT_FOUND'));
    await expectStandstill(street, call('leader GL1', offerId), refused('NOT_FOUND'));
  });

  it('is refused to everybody on the ground, to the auditor, and to those who only look', async () => {
    const { offerId } = await offer(street);

    for (const person of [
      'outsider X',
      'head H3',
      'worker W1',
      'volunteer V1',
      'auditor Q',
      'secretary SEC',
    ]) {
      const call = () => street.as(person).user.withdrawOffer({ offerId });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused to a community for a seat that it could not have offered', async () => {
    const offerId = await asked();
    const call = () => street.as('community S').user.withdrawOffer({ offerId });

    await expectStandstill(street, call, refused('FORBIDDEN'));
  });

  it('is refused without an offer named', async () => {
    const call = () => street.as('community S').user.withdrawOffer({ offerId: '' });

    await expectStandstill(street, call, refused('VALIDATION', { field: 'offerId' }));
  });

  it('is refused for an offer that was taken, or taken back before', async () => {
    const { user } = street.as('community S');
    const taken = await offer(street);
    await take(street, 'outsider X', taken);
    const back = await offer(street);
    dataOf(await user.withdrawOffer({ offerId: back.offerId }));

    for (const { offerId } of [taken, back]) {
      await expectStandstill(street, () => user.withdrawOffer({ offerId }), refused('WRONG_STATE'));
    }
  });

  it('kills the link at once by any colleague’s hand, once', async () => {
    const { offerId, token } = await offer(street);
    const { user } = street.as('community S2');
    const opId = newOpId();

    const first = dataOf(await user.withdrawOffer({ offerId }, { opId }));
    const again = await user.withdrawOffer({ offerId }, { opId, again: true });

    expect(first).toEqual({ state: 'void' });
    expect(again).toEqual(repeated(first));
    expect((await street.stored<OfferDocument>('offers', offerId))?.state).toBe('void');
    const call = () => street.as('outsider X').session.takeOffer({ token });
    await expectStandstill(street, call, refused('WRONG_STATE'));
  });

  it('ends what waits for a second word: nobody can agree to it any more', async () => {
    const offerId = await asked();

    dataOf(await street.as('office ADM').user.withdrawOffer({ offerId }));

    const call = () => street.as('office ADM2').user.decideOffer({ offerId, verdict: 'approve' });
    await expectStandstill(street, call, refused('WRONG_STATE'));
  });
});
