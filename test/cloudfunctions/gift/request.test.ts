import type { GiftHoldsDocument } from '../../../cloudfunctions/repositories/documents';
import {
  atHome,
  desk,
  giver,
  giftStored,
  offered,
  reserved,
  shown,
  taker,
  toldOfGifts,
  which,
} from '../fixture/gifts';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const holds = (person: string) => street.stored<GiftHoldsDocument>('giftHolds', street.userId(person));
const sentence = (code: 'FORBIDDEN' | 'ALREADY_CLAIMED', words: string) =>
  refused(code, { sentence: expect.stringContaining(words) as string });

describe('request a thing', () => {
  it('is refused for what is not on the shelf, and to who has no home here', async () => {
    const { gift } = await taker(street);
    const { _id: waiting } = await offered(street);
    for (const giftId of ['nothing', waiting]) {
      await expectStandstill(street, () => gift.request({ giftId }), refused('NOT_FOUND'));
    }
    const { _id: giftId } = await shown(street, '台灯');
    for (const person of ['outsider X', 'volunteer E', 'community S']) {
      await expectStandstill(street, () => street.as(person).gift.request({ giftId }), refused('FORBIDDEN'));
    }
  });

  it('is refused for the own home’s, and for a third thing at once, in words', async () => {
    const first = await reserved(street, '台灯');
    const { _id: second } = await reserved(street, '书架');
    const { _id: third } = await shown(street, '雨伞');
    const [from, to] = [await giver(street), await taker(street)];

    await expectStandstill(
      street,
      () => from.gift.request({ giftId: third }),
      sentence('FORBIDDEN', '自己家'),
    );
    await expectStandstill(
      street,
      () => to.gift.request({ giftId: third }),
      sentence('FORBIDDEN', '已经要了 2\u00a0件'),
    );

    expect((await holds('tenant C'))?.giftIds).toEqual([first._id, second]);
    dataOf(await to.gift.confirm({ ...which(first), word: 'notWanted' }));
    expect((await to.gift.request({ giftId: third })).ok).toBe(true);
  });

  it('has one winner; who comes later is told so in words, and the giver learns nobody’s name', async () => {
    const { _id: giftId, version } = await shown(street);
    const first = await taker(street);
    const second = await atHome(street, 'landlord D');
    const opId = newOpId();

    const won = await first.gift.request({ giftId }, { opId });

    expect(won).toEqual(accepted({ state: 'reserved', version: version + 1 }));
    expect(await first.gift.request({ giftId }, { opId, again: true })).toEqual(repeated(dataOf(won)));
    await expectStandstill(
      street,
      () => second.gift.request({ giftId }),
      sentence('ALREADY_CLAIMED', '先要了'),
    );
    expect(await giftStored(street, giftId)).toMatchObject({
      takenBy: street.userId('tenant C'),
      desk: 'awaited',
      step: 'remind',
      stepOn: '2026-03-15',
    });
    expect(await toldOfGifts(street, 'resident A')).toContain(
      '有人要了。请 7 天内送到社区服务台，社区转交。',
    );
    expect(await desk(street).listDesk({})).toMatchObject({
      data: { gifts: [{ id: giftId, desk: 'awaited' }] },
    });
  });

  it('of two at once by two people leaves one, round after round, and of three at once by one leaves two', async () => {
    const people = [await taker(street), await atHome(street, 'landlord D')];
    for (const title of ['台灯', '书架']) {
      const { _id: giftId } = await shown(street, title);
      const replies = await Promise.all(people.map(({ gift }) => gift.request({ giftId })));
      expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
      const { takenBy } = await giftStored(street, giftId);
      const winner = await street.stored<GiftHoldsDocument>('giftHolds', takenBy);
      expect(winner?.giftIds).toContain(giftId);
      const { gift } = people[takenBy === street.userId('tenant C') ? 0 : 1] ?? { gift: desk(street) };
      dataOf(await gift.confirm({ ...which(await giftStored(street, giftId)), word: 'notWanted' }));
    }
    const ids = [];
    for (const title of ['雨伞', '花盆', '茶几']) ids.push((await shown(street, title))._id);
    const { gift } = people[0] ?? { gift: desk(street) };

    const replies = await Promise.all(ids.map((giftId) => gift.request({ giftId })));

    expect(replies.filter(({ ok }) => ok)).toHaveLength(2);
    expect((await holds('tenant C'))?.giftIds).toHaveLength(2);
    expect(await street.count('gifts', { takenBy: street.userId('tenant C') })).toBe(2);
  });
});
