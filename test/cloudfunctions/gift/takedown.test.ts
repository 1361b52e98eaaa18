import { contentId } from '../../../cloudfunctions/records/contents';
import { desk, giftStored, giver, shown, STOOL, stored, taker, toldOfGifts, which } from '../fixture/gifts';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const reason = '这样的东西不能送';

describe('take a thing down', () => {
  it('is refused without a reason, out of reach, stale, and to residents', async () => {
    const gift = await shown(street);
    const input = { ...which(gift), reason };
    await expectStandstill(
      street,
      () => desk(street).takedown({ ...input, giftId: 'nothing' }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => desk(street).takedown({ ...input, reason: ' 不行 ' }),
      refused('REASON_REQUIRED'),
    );
    await expectStandstill(
      street,
      () => desk(street).takedown({ ...input, version: 1 }),
      refused('STALE_VERSION', { version: 2 }),
    );
    const resident = await giver(street);
    await expectStandstill(street, () => resident.gift.takedown(input), refused('FORBIDDEN'));
    await street.replaceAll('gifts', [{ ...gift, communityId: street.area('樱花社区') }]);
    await expectStandstill(street, () => desk(street).takedown(input), refused('NOT_FOUND'));
  });

  it('ends it, reason and all; both are told, and there is no second time', async () => {
    const held = await stored(street);

    expect(await desk(street).takedown({ ...which(held), reason })).toEqual(
      accepted({ state: 'ended', version: held.version + 1 }),
    );

    const ended = await giftStored(street, held._id);
    expect(ended).toMatchObject({ title: '', desk: 'back', step: 'erase' });
    expect(await toldOfGifts(street, 'tenant C')).toContain('社区把它撤下了，不用来取了。');
    expect((await toldOfGifts(street, 'resident A')).join()).toContain('有空取回');
    const own = dataOf(await (await giver(street)).gift.listOwn({ view: 'given' })).gifts;
    expect(own).toMatchObject([{ state: 'ended', reason, title: STOOL.title }]);
    const asked = dataOf(await (await taker(street)).gift.listOwn({ view: 'taken' })).gifts;
    expect(asked).toMatchObject([{ state: 'ended', title: '', words: '' }]);
    const sentence = expect.stringContaining('撤下') as string;
    await expectStandstill(
      street,
      () => desk(street).takedown({ ...which(ended), reason }),
      refused('WRONG_STATE', { state: 'ended', sentence }),
    );
  });

  it('by the publishing desk, after somebody said that something is wrong, is the same', async () => {
    const gift = await shown(street);
    const reader = await giver(street);
    dataOf(await reader.content.reportAbuse({ kind: 'gift', subjectId: gift._id, abuse: 'advert' }));
    const contents = street.as('community S').content;
    const [row] = dataOf(await contents.queue({ show: 'reported' })).contents;
    expect(row).toMatchObject({ id: contentId('gift', gift._id), abuses: ['advert'] });

    dataOf(await contents.takedown({ contentId: row?.id ?? '', version: row?.version ?? 0, reason }));

    expect(await giftStored(street, gift._id)).toMatchObject({ state: 'ended', title: '' });
  });
});
