import type { VolunteerDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import { approvedVolunteer } from '../fixture/volunteers';
import {
  keptForK,
  keptOfA,
  publishedForK,
  released,
  residentA,
  toldOfWishes,
  wishStored,
} from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const volunteer = (person = 'volunteer E') =>
  street.stored<VolunteerDocument>('volunteers', street.userId(person));
const refusal = (code: string, details: object = {}) => ({ ok: false, problem: { code, details } });

describe('claim a wish', () => {
  it('is refused for a wish that is not there, that is not released, and in another community', async () => {
    const { wish } = street.as('volunteer E');
    const { _id: wishId } = await keptForK(street);

    for (const id of ['nothing', wishId]) {
      await expectStandstill(street, () => wish.claim({ wishId: id }), refused('NOT_FOUND'));
    }
    const elsewhere = await publishedForK(street);
    const [stored] = await street.all<object>('wishes', { _id: elsewhere._id });
    const moved = { ...stored, communityId: street.area('樱花社区') };
    await street.replaceAll('wishes', [moved]);
    await expectStandstill(street, () => wish.claim({ wishId: elsewhere._id }), refused('NOT_FOUND'));
  });

  it('is refused to everybody who is no volunteer', async () => {
    const { _id: wishId } = await publishedForK(street);
    await residentA(street);

    for (const person of ['outsider X', 'head H3', 'community S']) {
      await expectStandstill(street, () => street.as(person).wish.claim({ wishId }), refused('FORBIDDEN'));
    }
    const resident = await street.seated('resident A');
    await expectStandstill(street, () => resident.wish.claim({ wishId }), refused('FORBIDDEN'));
  });

  it.each([
    ['a minor', { isAdult: false }, /满 18 岁/],
    ['somebody who pauses', { state: 'paused' }, /社区同意/],
    ['somebody with three in hand', { openWishes: ['a', 'b', 'c'] }, /已经有 3 个/],
    ['somebody who rests', { claimsFrom: '2026-03-12' }, /3月12日/],
  ] as const)('is refused to %s, in words', async (_who, changes, words) => {
    const { _id: wishId } = await publishedForK(street);
    const { wish } = await approvedVolunteer(street, 'volunteer E', changes);

    const reply = await wish.claim({ wishId });

    expect(reply).toMatchObject(refusal('FORBIDDEN'));
    expect(reply.ok ? '' : reply.problem.details['sentence']).toMatch(words);
    expect(await wishStored(street, wishId)).toMatchObject({ state: 'published', claimedBy: '' });
  });

  it('is refused for the own home, by account and by household', async () => {
    const wish = await released(street, await keptOfA(street));
    const own = await approvedVolunteer(street, 'resident A');
    const { householdId } = wish;
    const family = await approvedVolunteer(street, 'volunteer F', { householdId });

    for (const calls of [own, family]) {
      expect(await calls.wish.claim({ wishId: wish._id })).toMatchObject(refusal('FORBIDDEN'));
    }
    expect(await wishStored(street, wish._id)).toMatchObject({ state: 'published' });
  });

  it('is refused to the helper who entered it and to whoever released it', async () => {
    const { _id: wishId } = await publishedForK(street);
    const helper = await approvedVolunteer(street, 'head H3');
    const reviewer = await approvedVolunteer(street, 'community S');

    for (const calls of [helper, reviewer]) {
      expect(await calls.wish.claim({ wishId })).toMatchObject(refusal('FORBIDDEN'));
    }
  });

  it('has one winner; the second is offered the wish that has waited longest', async () => {
    const older = await publishedForK(street);
    await street.clock.set(street.clock.now() + 60_000);
    const next = await released(
      street,
      await keptForK(street, { text: '一位老人想学用手机', isAnother: true }),
      { kind: 'service', limitYuan: 50 },
    );
    const first = await street.as('volunteer E').wish.claim({ wishId: older._id });

    const second = await street.as('volunteer F').wish.claim({ wishId: older._id });

    expect(first).toEqual(accepted({ state: 'claimed', version: older.version + 1 }));
    expect(second).toMatchObject(refusal('ALREADY_CLAIMED', { next: next._id, words: next.text }));
    expect(await wishStored(street, older._id)).toMatchObject({
      claimedBy: street.userId('volunteer E'),
      round: 1,
      firstClaimOn: '2026-03-10',
    });
    expect((await volunteer())?.openWishes).toEqual([older._id]);
    expect((await volunteer('volunteer F'))?.openWishes).toBeUndefined();
    const told = await toldOfWishes(street, 'head H3');
    expect(told.map(({ values }) => values.note)).toContain('有志愿者认领了，会先打电话联系。');
  });

  it('offers the second only what they could have: not for a team, not of the own home, not released by them', async () => {
    const wanted = await publishedForK(street);
    const left = async (text: string, minutes: number) => {
      await street.clock.set(street.clock.now() + minutes * 60_000);
      return released(street, await keptForK(street, { text, isAnother: true }), { limitYuan: 50 });
    };
    const [team, own, theirs, next] = [
      await left('想换一台冰箱', 1),
      await left('想学剪纸', 2),
      await left('想换个灯泡', 3),
      await left('想要一把雨伞', 4),
    ];
    const userId = street.userId('volunteer F');
    await street.replaceAll('wishes', [
      wanted,
      { ...team, limitYuan: 300 },
      { ...own, householdId: 'home1' },
      { ...theirs, reviewedBy: userId },
      next,
    ]);
    const { wish } = await approvedVolunteer(street, 'volunteer F', { householdId: 'home1' });
    dataOf(await street.as('volunteer E').wish.claim({ wishId: wanted._id }));

    const second = await wish.claim({ wishId: wanted._id });

    expect(second).toMatchObject(refusal('ALREADY_CLAIMED', { next: next._id, words: next.text }));
    expect(await wish.claim({ wishId: next._id })).toMatchObject({ ok: true });
  });

  it('offers the second one where they would help before an older one elsewhere', async () => {
    const wanted = await publishedForK(street);
    const older = await released(street, await keptForK(street, { text: '想学剪纸', isAnother: true }));
    await street.clock.set(street.clock.now() + 60_000);
    const near = await released(street, await keptForK(street, { text: '想换个灯泡', isAnother: true }));
    const { compoundId: id } = street.door('金河湾 1-1-101');
    await street.replaceAll('wishes', [wanted, older, { ...near, compoundId: id }]);
    const { wish } = await approvedVolunteer(street, 'volunteer F', { places: [{ id, name: '金河湾' }] });
    dataOf(await street.as('volunteer E').wish.claim({ wishId: wanted._id }));

    expect(await wish.claim({ wishId: wanted._id })).toMatchObject(
      refusal('ALREADY_CLAIMED', { next: near._id }),
    );
  });

  it.each([
    ['has three in hand', { openWishes: ['a', 'b', 'c'] }],
    ['rests', { claimsFrom: '2026-03-12' }],
  ])('offers nothing to a second who %s', async (_who, changes) => {
    const wanted = await publishedForK(street);
    await released(street, await keptForK(street, { text: '想学剪纸', isAnother: true }));
    dataOf(await street.as('volunteer E').wish.claim({ wishId: wanted._id }));
    const { wish } = await approvedVolunteer(street, 'volunteer F', changes);

    await expectStandstill(street, () => wish.claim({ wishId: wanted._id }), refused('ALREADY_CLAIMED'));
    const second = await wish.claim({ wishId: wanted._id });
    expect(second.ok ? {} : second.problem.details).toEqual({});
  });

  it('is done once, however often it is sent', async () => {
    const { _id: wishId } = await publishedForK(street);
    const { wish } = street.as('volunteer E');
    const opId = newOpId();
    const first = dataOf(await wish.claim({ wishId }, { opId }));

    expect(await wish.claim({ wishId }, { opId, again: true })).toEqual(repeated(first));
    expect(await wishStored(street, wishId)).toMatchObject({ round: 1 });
  });

  it('of four at once by one volunteer leaves three in hand', async () => {
    const wishes = [];
    for (const text of ['想要一把雨伞', '想学剪纸', '想换个灯泡', '想要一盆花']) {
      wishes.push(await released(street, await keptForK(street, { text, isAnother: true })));
    }
    const { wish } = street.as('volunteer E');

    const replies = await Promise.all(wishes.map(({ _id: wishId }) => wish.claim({ wishId })));

    expect(replies.filter(({ ok }) => ok)).toHaveLength(3);
    expect((await volunteer())?.openWishes).toHaveLength(3);
    const mine = { claimedBy: street.userId('volunteer E') };
    expect(await street.count('wishes', mine)).toBe(3);
  });
});
