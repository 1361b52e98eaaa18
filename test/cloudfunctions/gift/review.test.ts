import { desk, giftStored, giver, offered, shown, STOOL, taker, toldOfGifts, which } from '../fixture/gifts';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const RELEASE = { is: 'release', pictures: [] as number[] } as const;

describe('review a thing', () => {
  it('is refused for what is not there, elsewhere, of the own home, and to residents', async () => {
    const gift = await offered(street);
    const input = { ...which(gift), verdict: RELEASE };
    await expectStandstill(
      street,
      () => desk(street).review({ ...input, giftId: 'nothing' }),
      refused('NOT_FOUND'),
    );
    const resident = await taker(street);
    await expectStandstill(street, () => resident.gift.review(input), refused('FORBIDDEN'));
    await street.replaceAll('gifts', [{ ...gift, barred: [street.userId('community S')] }]);
    await expectStandstill(street, () => desk(street).review(input), refused('FORBIDDEN'));
    await street.replaceAll('gifts', [{ ...gift, communityId: street.area('樱花社区') }]);
    await expectStandstill(street, () => desk(street).review(input), refused('NOT_FOUND'));
  });

  it('is refused before the machine has looked, without a reason, in an old version, and a second time', async () => {
    const { gift: own } = await giver(street);
    const { giftId } = dataOf(await own.offer(STOOL));
    await expectStandstill(
      street,
      () => desk(street).review({ giftId, version: 1, verdict: RELEASE }),
      refused('WRONG_STATE', { state: 'checking' }),
    );
    const gift = await offered(street, '台灯');
    const back = { is: 'return', reason: '改' } as const;
    await expectStandstill(
      street,
      () => desk(street).review({ ...which(gift), verdict: back }),
      refused('REASON_REQUIRED'),
    );
    await expectStandstill(
      street,
      () => desk(street).review({ ...which(gift), version: 0, verdict: RELEASE }),
      refused('STALE_VERSION', { version: 1 }),
    );
    const onShelf = await shown(street, '书架');
    const sentence = expect.stringContaining('在架上') as string;
    await expectStandstill(
      street,
      () => desk(street).review({ ...which(onShelf), verdict: RELEASE }),
      refused('WRONG_STATE', { state: 'shown', sentence }),
    );
  });

  it('puts it on the shelf, or back to its giver under seal, who is told', async () => {
    const [good, vague] = [await offered(street), await offered(street, '东西')];

    expect(await desk(street).review({ ...which(good), verdict: RELEASE })).toEqual(
      accepted({ state: 'shown', version: 2 }),
    );
    const back = { is: 'return', reason: '请写明是什么' } as const;
    expect(await desk(street).review({ ...which(vague), verdict: back })).toEqual(
      accepted({ state: 'returned', version: 2 }),
    );

    expect(await giftStored(street, good._id)).toMatchObject({
      title: STOOL.title,
      words: STOOL.words,
      desk: '',
      step: 'expire',
      stepOn: '2026-05-09',
    });
    const returned = await giftStored(street, vague._id);
    expect(returned).toMatchObject({ title: '', desk: '' });
    expect(JSON.stringify(returned)).not.toContain('请写明');
    expect(await toldOfGifts(street, 'resident A')).toEqual(
      expect.arrayContaining(['社区看过，放上架了。有人要了再告诉您。', '社区请您改一改再交。']),
    );
  });
});
