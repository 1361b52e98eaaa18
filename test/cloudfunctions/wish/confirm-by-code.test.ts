import type { HoursDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { claimedForK, codeOf, doneForK, metForK, STOOL, toldOfWishes, wishStored } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const refusal = (code: string, details: object = {}) => ({ ok: false, problem: { code, details } });
const hours = () => street.all<HoursDocument>('hours', { source: 'wish' });
const wrongCode = (code: string): string => (code === '0000' ? '0001' : '0000');
describe('confirm a wish by the code of the slip', () => {
  it('is refused to who has not claimed it, and before it was reported', async () => {
    const wish = await claimedForK(street);
    const input = { wishId: wish._id, code: codeOf(street, wish) };

    await expectStandstill(
      street,
      () => street.as('volunteer F').wish.confirmByCode(input),
      refused('NOT_FOUND'),
    );
    expect(await street.as('volunteer E').wish.confirmByCode(input)).toMatchObject(
      refusal('WRONG_STATE', { state: 'claimed' }),
    );
  });

  it('counts wrong ones, and after the third takes not even the right one', async () => {
    const stored = await doneForK(street);
    const { wish } = street.as('volunteer E');
    const code = codeOf(street, stored);
    const wrong = { wishId: stored._id, code: wrongCode(code) };

    const replies = [];
    for (let sent = 0; sent < 3; sent += 1) replies.push(dataOf(await wish.confirmByCode(wrong)));
    const right = await wish.confirmByCode({ wishId: stored._id, code });

    expect(replies.map(({ outcome, triesLeft }) => [outcome, triesLeft])).toEqual([
      ['wrongCode', 2],
      ['wrongCode', 1],
      ['locked', 0],
    ]);
    expect(dataOf(right)).toEqual({ outcome: 'locked', triesLeft: 0 });
    expect(await wishStored(street, stored._id)).toMatchObject({ state: 'done' });
    const [own, seen] = [await wish.listOwn({}), await street.as('community S').wish.listDesk({})];
    for (const { wishes } of [dataOf(own), dataOf(seen)]) {
      expect(wishes).toMatchObject([{ isCodeLocked: true }]);
    }
  });

  it('gives no fourth try to twenty sent at once', async () => {
    const stored = await doneForK(street);
    const { wish } = street.as('volunteer E');
    const right = codeOf(street, stored);
    const wrong = wrongCode(right);

    await Promise.all(
      Array.from({ length: 8 }, () => wish.confirmByCode({ wishId: stored._id, code: wrong })),
    );

    expect((await wishStored(street, stored._id)).codeTries).toBe(3);
  });

  it('meets the wish, counts the hours on the helper’s side, and tells the helper', async () => {
    const wish = await metForK(street);

    expect(wish).toMatchObject({ state: 'confirmed', thanks: 'greatHelp', closedOn: '2026-03-10' });
    expect(await hours()).toMatchObject([
      { minutes: 60, state: 'granted', by: street.userId('head H3'), title: STOOL },
    ]);
    const told = await toldOfWishes(street, 'head H3');
    expect(told.map(({ values }) => values.note)).toContain('圆梦了，谢谢您。');
    const fields = (await street.events())
      .filter(({ audit }) => audit.action.startsWith('wish.'))
      .map(({ audit }) => audit.fields[0]);
    expect(fields.sort()).toEqual(['claimed', 'confirmed', 'done', 'published', 'review']);
  });
});
