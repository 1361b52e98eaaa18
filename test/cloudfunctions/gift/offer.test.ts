import { giver, desk, giftStored, offered, STOOL, which } from '../fixture/gifts';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const rejected = (details: object) =>
  expect.objectContaining({
    ok: false,
    problem: expect.objectContaining({
      code: 'CONTENT_REJECTED',
      details: expect.objectContaining(details) as object,
    }) as object,
  }) as object;

describe('offer a thing', () => {
  it('is for residents and volunteers, and only their own comes back to them', async () => {
    for (const person of ['outsider X', 'community S', 'worker W1']) {
      await expectStandstill(street, () => street.as(person).gift.offer(STOOL), refused('FORBIDDEN'));
    }
    const { gift } = await giver(street);
    const again = { giftId: 'nothing', version: 1 };
    await expectStandstill(street, () => gift.offer({ ...STOOL, again }), refused('NOT_FOUND'));
  });

  it.each([
    [{ words: '有事打 10012345678' }, { kinds: 'phone' }],
    [{ words: '二十块钱拿走' }, { field: 'words' }],
    [{ title: '出售浴凳' }, { field: 'words' }],
  ])('refuses %j in kind words', async (changes, details) => {
    const { gift } = await giver(street);
    await expectStandstill(street, () => gift.offer({ ...STOOL, ...changes }), rejected(details));
  });

  it('keeps it sealed until the community has looked; who gives it is known by no address', async () => {
    const { gift } = await giver(street);
    const opId = newOpId();
    const reply = dataOf(await gift.offer(STOOL, { opId }));

    expect(await gift.offer(STOOL, { opId, again: true })).toEqual(repeated(reply));
    const kept = await giftStored(street, reply.giftId);
    expect(kept).toMatchObject({
      state: 'review',
      desk: 'review',
      title: '',
      words: '',
      pictures: [],
      takenBy: '',
    });
    expect(JSON.stringify(kept)).not.toContain(STOOL.title);
    expect(Object.keys(kept)).not.toEqual(expect.arrayContaining(['buildingId']));
    expect(await street.count('contents', { kind: 'gift' })).toBe(1);
    const [event] = (await street.events()).filter(({ audit }) => audit.action === 'gift.create');
    expect(event?.audit).toMatchObject({ objects: [reply.giftId], actAs: 'RE' });
  });

  it('takes what a volunteer gives, who sees it and takes it back; reserving is for residents', async () => {
    const { gift } = street.as('volunteer E');
    const { giftId } = dataOf(await gift.offer(STOOL));
    const kept = await giftStored(street, giftId);
    const userId = street.userId('volunteer E');
    expect(kept).toMatchObject({ communityId: street.area('金果社区'), givenBy: userId, barred: [userId] });
    expect(await gift.request({ giftId })).toEqual(refused('FORBIDDEN'));
    expect(dataOf(await gift.listOwn({ view: 'given' })).gifts).toHaveLength(1);
    expect(dataOf(await gift.withdraw(which(kept)))).toMatchObject({ state: 'withdrawn' });
  });

  it('takes one that came back in other words, once, in the version that was seen', async () => {
    const waiting = await offered(street);
    const { gift } = await giver(street);
    await expectStandstill(
      street,
      () => gift.offer({ ...STOOL, again: which(waiting) }),
      expect.objectContaining({ ok: false }),
    );
    dataOf(await desk(street).review({ ...which(waiting), verdict: { is: 'return', reason: '请写明高矮' } }));
    const returned = await giftStored(street, waiting._id);
    const stale = { ...which(returned), version: 1 };
    await expectStandstill(
      street,
      () => gift.offer({ ...STOOL, again: stale }),
      refused('STALE_VERSION', { version: 2 }),
    );

    dataOf(await gift.offer({ ...STOOL, words: '高四十厘米', again: which(returned) }));

    expect(await giftStored(street, waiting._id)).toMatchObject({
      state: 'review',
      desk: 'review',
      step: 'none',
    });
    const { gifts } = dataOf(await gift.listOwn({ view: 'given' }));
    expect(gifts).toMatchObject([{ words: '高四十厘米', state: 'review' }]);
    expect(gifts[0]).not.toHaveProperty('reason');
  });
});
