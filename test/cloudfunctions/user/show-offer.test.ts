import { offer, take } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const HOUR = 3_600_000;

describe('show the link of an offer', () => {
  it('is refused for an offer that is not there, or somebody else’s', async () => {
    const { offerId } = await offer(street);
    const call = (person: string, id: string) => () => street.as(person).user.showOffer({ offerId: id });

    await expectStandstill(street, call('community S', 'nothing'), refused('NOT_FOUND'));
    for (const person of ['community S2', 'leader GL1', 'office ADM']) {
      await expectStandstill(street, call(person, offerId), refused('NOT_FOUND'));
    }
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
      const call = () => street.as(person).user.showOffer({ offerId });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused without an offer named', async () => {
    const call = () => street.as('community S').user.showOffer({ offerId: '' });

    await expectStandstill(street, call, refused('VALIDATION', { field: 'offerId' }));
  });

  it('is refused while the seat waits for a second word, once it is taken or taken back, and after a day', async () => {
    const { user } = street.as('community S');
    const call = (offerId: string) => () => user.showOffer({ offerId });
    const office = street.as('office ADM').user;
    const waiting = dataOf(await office.offerSeat({ role: 'SA', areaIds: [], name: '王小明' }));
    await expectStandstill(
      street,
      () => office.showOffer({ offerId: waiting.offerId }),
      refused('WRONG_STATE'),
    );
    const taken = await offer(street);
    await take(street, 'outsider X', taken);
    await expectStandstill(street, call(taken.offerId), refused('WRONG_STATE'));
    const back = await offer(street);
    dataOf(await user.withdrawOffer({ offerId: back.offerId }));
    await expectStandstill(street, call(back.offerId), refused('WRONG_STATE'));
    const late = await offer(street);
    await street.clock.set(street.clock.now() + 24 * HOUR);
    await expectStandstill(street, call(late.offerId), refused('EXPIRED'));
  });

  it('gives the same link to who offered, each time on record and never in it', async () => {
    const { offerId, token } = await offer(street);

    const shown = dataOf(await street.as('community S').user.showOffer({ offerId }));

    expect(shown).toEqual({ token, expiresAt: street.clock.now() + 24 * HOUR });
    const events = await street.events();
    const looks = events.filter(({ audit }) => audit.fields.includes('token'));
    expect(looks.map(({ audit }) => audit.objects)).toEqual([[offerId], [offerId]]);
    expect(JSON.stringify(events)).not.toContain(token);
  });
});
