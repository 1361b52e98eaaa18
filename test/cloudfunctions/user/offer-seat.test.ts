import type { AssignmentDocument, OfferDocument } from '../../../cloudfunctions/repositories/documents';
import { offer, take } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const HOUR = 3_600_000;
const community = (): string => street.area('金果社区');
const wish = (changes: object = {}) => ({
  role: 'GV' as const,
  areaIds: [community()],
  name: '王小明',
  ...changes,
});

describe('offer a seat', () => {
  it('is refused for a place that is not there, or another community’s', async () => {
    const { user } = street.as('community S');

    for (const areaIds of [['nowhere'], [street.area('樱花社区')], [street.area('金果01网格')]]) {
      await expectStandstill(street, () => user.offerSeat(wish({ areaIds })), refused('NOT_FOUND'));
    }
    const far = wish({ role: 'GW', areaIds: [street.area('金果01网格'), street.area('樱花01网格')] });
    await expectStandstill(street, () => user.offerSeat(far), refused('NOT_FOUND'));
  });

  it('is refused to everybody on the ground, to the auditor, and to those who only look', async () => {
    for (const person of [
      'outsider X',
      'head H3',
      'worker W1',
      'volunteer V1',
      'auditor Q',
      'secretary SEC',
    ]) {
      await expectStandstill(street, () => street.as(person).user.offerSeat(wish()), refused('FORBIDDEN'));
    }
  });

  it('is refused to a community for a seat beside or above it', async () => {
    const { user } = street.as('community S');

    for (const role of ['CA', 'SA', 'AU'] as const) {
      const call = () => user.offerSeat(wish({ role, areaIds: role === 'CA' ? [community()] : [] }));
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused without a place, with too many, for a wrong name, duty or day', async () => {
    const { user } = street.as('community S');

    for (const [field, changes] of [
      ['areaIds', { areaIds: [] }],
      ['areaIds', { role: 'BH', areaIds: [street.building('苹果花园 3'), street.building('苹果花园 5')] }],
      ['name', { name: '王大爷' }],
      ['duty', { duty: 'upload' }],
      ['days', { days: 0 }],
      ['days', { days: 367 }],
    ] as const) {
      await expectStandstill(street, () => user.offerSeat(wish(changes)), refused('VALIDATION', { field }));
    }
  });

  it('keeps name and link sealed, ends in 90 days, and is one offer however often it is sent', async () => {
    const { user } = street.as('community S');
    const opId = newOpId();

    const first = dataOf(await user.offerSeat(wish(), { opId }));
    const again = await user.offerSeat(wish(), { opId, again: true });

    expect(again).toEqual(repeated(first));
    const [stored] = await street.all<OfferDocument>('offers');
    const { token } = dataOf(await user.showOffer({ offerId: first.offerId }));
    expect(stored).toMatchObject({ state: 'open', label: '金果社区', endsOn: '2026-06-08' });
    expect(JSON.stringify(await street.all('offers'))).not.toContain('王小明');
    expect(JSON.stringify([await street.all('offers'), await street.events()])).not.toContain(token);
  });

  it('stands on the ground of its role', async () => {
    for (const [role, area, scope] of [
      ['BH', street.building('苹果花园 3'), { buildingId: street.building('苹果花园 3') }],
      ['GW', street.area('金果01网格'), { gridIds: [street.area('金果01网格')] }],
      ['PR', street.area('苹果花园'), { compoundIds: [street.area('苹果花园')] }],
      ['CL', community(), { communityIds: [community()] }],
    ] as const) {
      const { token } = await offer(street, { role, areaIds: [area] });
      const { seatId } = await take(street, 'outsider X', { token });
      const seat = await street.stored<AssignmentDocument>('assignments', seatId);
      expect({ role, scope: seat?.scope, within: seat?.communityIds }).toEqual({
        role,
        scope,
        within: [community()],
      });
    }
  });
});

describe('the link of an offer', () => {
  it('works once', async () => {
    const { token } = await offer(street);
    await take(street, 'outsider X', { token });

    const call = () => street.as('resident B').session.takeOffer({ token });
    await expectStandstill(street, call, refused('WRONG_STATE'));
  });

  it('is dead after 24 hours, and when the offer was taken back', async () => {
    const late = await offer(street);
    await street.clock.set(street.clock.now() + 24 * HOUR - 1);
    expect((await street.as('outsider X').session.readOffer({ token: late.token })).ok).toBe(true);
    await street.clock.set(street.clock.now() + 1);
    const call = () => street.as('outsider X').session.takeOffer({ token: late.token });
    await expectStandstill(street, call, refused('EXPIRED'));

    const { offerId, token } = await offer(street);
    dataOf(await street.as('community S2').user.withdrawOffer({ offerId }));
    await expectStandstill(
      street,
      () => street.as('outsider X').session.takeOffer({ token }),
      refused('WRONG_STATE'),
    );
  });
});
