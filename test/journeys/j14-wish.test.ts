/** J14: a micro-wish from its making to the thank-you; K has no phone, H3 helps, S decides, E and F both want it. */
import type {
  ContentDocument,
  HoursDocument,
  TeamDocument,
  WishDocument,
} from '../../cloudfunctions/repositories/documents';
import { accepted, dataOf, openStreet, type TestStreet } from '../cloudfunctions/fixture/street';
import {
  claimed,
  claimedForK,
  codeOf,
  daysLater,
  doneForK,
  HELPED,
  keptForK,
  keptOfA,
  metForK,
  publishedForK,
  RELEASE,
  released,
  reported,
  STOOL,
  toldOfWishes,
  wishStored,
} from '../cloudfunctions/fixture/wishes';
import { holding } from './kit/held';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
const expectHeld = holding();
beforeEach(() => street.reset());
afterEach(() => expectHeld(street));
afterAll(() => street.close());

const reason = '约时间送过去';
const refusal = (code: string, details: object = {}) => ({ ok: false, problem: { code, details } });
const board = async (view: 'open' | 'met' = 'open') =>
  dataOf(await street.as('outsider X').wish.listPublished({ view })).wishes;
const notes = async (person: string) =>
  (await toldOfWishes(street, person)).map(({ values }) => values.note).join();
const hours = () => street.all<HoursDocument>('hours', { source: 'wish' });

describe('J14 a micro-wish', () => {
  it('J14.1–5 goes from H3’s words to K’s code, with the winner’s record and H3 told', async () => {
    const kept = await keptForK(street);
    expect(await board()).toEqual([]);
    const wish = await released(street, kept, { escort: 'helper' });
    const claims = await Promise.all(
      ['volunteer E', 'volunteer F'].map((person) => street.as(person).wish.claim({ wishId: wish._id })),
    );
    expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = claims[0]?.ok === true ? 'volunteer E' : 'volunteer F';
    const helper = street.as(winner).wish;
    const seen = dataOf(await helper.contact({ wishId: wish._id, reason }));
    expect(seen).toMatchObject({ dial: HELPED.phone, escort: 'helper' });
    const underway = await wishStored(street, wish._id);
    dataOf(await helper.fulfil({ wishId: wish._id, version: underway.version, minutes: 60 }));
    const code = codeOf(street, wish);
    expect(dataOf(await helper.confirmByCode({ wishId: wish._id, code, thanks: 'greatHelp' }))).toMatchObject(
      {
        outcome: 'confirmed',
      },
    );
    expect(await hours()).toMatchObject([{ volunteerId: street.userId(winner), minutes: 60 }]);
    const heard = await notes('head H3');
    for (const words of ['请您陪着去', '没收到就打社区电话', '圆梦了']) expect(heard).toContain(words);
    expect(await notes(winner)).toContain('帮了大忙');
  });

  it('J14.3 offers F the wish that has waited longest, in its words, and F can have it', async () => {
    const wanted = await publishedForK(street);
    await street.clock.set(street.clock.now() + 60_000);
    const next = await released(street, await keptForK(street, { text: '想学剪纸', isAnother: true }));
    dataOf(await street.as('volunteer E').wish.claim({ wishId: wanted._id }));
    const { wish } = street.as('volunteer F');

    const second = await wish.claim({ wishId: wanted._id });

    const offer = { next: next._id, words: '想学剪纸' };
    expect(second).toMatchObject(refusal('ALREADY_CLAIMED', offer));
    expect(second.ok ? '' : second.problem.message).toContain('刚被别人');
    expect(await wish.claim({ wishId: next._id })).toMatchObject({ ok: true });
  });

  it('J14.X5 refuses a story with a name, a door or a number', async () => {
    const { _id: wishId } = await metForK(street);
    const { wish } = street.as('volunteer E');
    for (const text of [`${HELPED.name}收到了凳子`, '送到了3幢2单元201室', `有事打 ${HELPED.phone}`]) {
      expect(await wish.createStory({ wishId, text })).toMatchObject(refusal('CONTENT_REJECTED'));
    }
  });

  it('J14.X2 shows the private details to E alone, for seven days after the end, and keeps nothing after thirty', async () => {
    const { _id: wishId } = await metForK(street);
    const look = (person: string) => street.as(person).wish.contact({ wishId, reason });

    await daysLater(street, 7);
    expect(await look('volunteer F')).toMatchObject(refusal('NOT_FOUND'));
    expect(dataOf(await look('volunteer E'))).toMatchObject({ name: HELPED.name });
    await daysLater(street, 1);
    expect(await look('volunteer E')).toMatchObject(refusal('EXPIRED'));
    await daysLater(street, 22);
    const wish = await wishStored(street, wishId);
    expect(wish).not.toHaveProperty('sealedContact');
    expect(wish).not.toHaveProperty('sealedPrivate');
    const shown = JSON.stringify(await board('met'));
    for (const word of ['独居', '一个人', HELPED.name, HELPED.phone, '3-2-201']) {
      expect(shown).not.toContain(word);
    }
  });

  it('J14.X3 goes 待审, 公开, 已认领, 进行中, 待确认, 已圆梦, each step in the trail, and is public once S released it', async () => {
    const { wish: helper } = street.as('volunteer E');
    const kept = await keptForK(street);
    const { _id: wishId } = kept;
    const path: string[] = [kept.state];
    const onBoard = [await board()];
    const then = async (next: Promise<WishDocument>): Promise<WishDocument> => {
      const wish = await next;
      path.push(wish.state);
      return wish;
    };
    const shown = await then(released(street, kept));
    onBoard.push(await board());
    await then(claimed(street, shown));
    dataOf(await helper.contact({ wishId, reason }));
    const underway = await then(wishStored(street, wishId));
    const done = await then(reported(street, underway));
    dataOf(await helper.confirmByCode({ wishId, code: codeOf(street, done) }));
    await then(wishStored(street, wishId));

    expect(path).toEqual(['review', 'published', 'claimed', 'underway', 'done', 'confirmed']);
    expect(onBoard.map(({ length }) => length)).toEqual([0, 1]);
    const steps = (await street.events()).filter(({ audit }) => audit.action.startsWith('wish.'));
    expect(steps.map(({ audit }) => audit.action).sort()).toEqual(
      ['claim', 'confirmByCode', 'contact', 'createFor', 'fulfil', 'review'].map((act) => `wish.${act}`),
    );
  });

  it('J14.X4 keeps the oldest unclaimed wish on top', async () => {
    const first = await publishedForK(street);
    await street.clock.set(street.clock.now() + 60_000);
    const second = await released(street, await keptForK(street, { text: '想学剪纸', isAnother: true }));
    const { version } = await claimed(street, first);
    const back = { wishId: first._id, version, reason: 'noTime' } as const;
    dataOf(await street.as('volunteer E').wish.giveBack(back));

    expect((await board()).map(({ id }) => id)).toEqual([first._id, second._id]);
  });

  it('J14.X5 shows a story with consent alone', async () => {
    const { _id: wishId } = await metForK(street);
    dataOf(await street.as('volunteer E').wish.createStory({ wishId, text: '凳子送到了，脚下稳当多了。' }));
    await street.runTimer('checkContents');
    const [story] = await street.all<ContentDocument>('contents', { kind: 'story' });
    const which = { contentId: story?._id ?? '', version: story?.version ?? 0, verdict: 'release' } as const;
    const { content, wish } = street.as('community S');

    expect(await content.review(which)).toMatchObject(refusal('CONSENT_REQUIRED'));
    dataOf(await wish.recordStoryConsent({ wishId, signedOn: '2026-03-10' }));
    dataOf(await content.review(which));

    expect(await board('met')).toMatchObject([{ story: '凳子送到了，脚下稳当多了。' }]);
  });

  it('J14.X6 counts hours after the confirmation alone', async () => {
    const wish = await doneForK(street);
    expect(await hours()).toEqual([]);
    const code = codeOf(street, wish);
    dataOf(await street.as('volunteer E').wish.confirmByCode({ wishId: wish._id, code }));
    expect(await hours()).toHaveLength(1);
  });

  it('J14.X7 recounts its figures', async () => {
    await metForK(street);
    await street.runTimer('advanceWishes');

    const figures = dataOf(await street.as('outsider X').wish.readStats({}));

    expect(figures).toMatchObject({ collected: 1, published: 1, claimed: 1, met: 1, medianDays: 0 });
  });

  it('J14.E1 reminds E on the fifth day and lets go on the seventh, with history', async () => {
    const { _id } = await claimedForK(street);
    await daysLater(street, 5);
    expect((await toldOfWishes(street, 'volunteer E')).map(({ kind }) => kind)).toEqual(['wishReminder']);
    await daysLater(street, 2);

    expect(await wishStored(street, _id)).toMatchObject({ state: 'published', rounds: [{ how: 'lapsed' }] });
  });

  it('J14.E2 lets E give it back with a reason, and E may claim again at once', async () => {
    const { _id: wishId, version } = await claimedForK(street);
    const { wish } = street.as('volunteer E');
    dataOf(await wish.giveBack({ wishId, version, reason: 'notReached' }));

    expect(await wish.claim({ wishId })).toMatchObject({ ok: true });
  });

  it('J14.E3 sends it back to work when K says that nothing came', async () => {
    const { _id: wishId, version } = await doneForK(street);
    const input = { wishId, version, days: 3, notReceived: true };

    expect(await street.as('community S').wish.extend(input)).toEqual(
      accepted({ state: 'underway', version: version + 1 }),
    );
    expect(await notes('volunteer E')).toContain('还没收到');
    expect(await notes('head H3')).toContain('再送一次');
  });

  it('J14.E4 holds a wish for money until S decides', async () => {
    const { _id: wishId, version } = await keptOfA(street, '想借 500 元周转');
    const { wish } = street.as('community S');

    expect(await wish.review({ wishId, version, verdict: RELEASE })).toMatchObject(
      refusal('CONTENT_REJECTED'),
    );
    const verdict = { is: 'return', reason: '这里不借钱，可以打社区电话' } as const;
    dataOf(await wish.review({ wishId, version, verdict }));
    expect(await board()).toEqual([]);
  });

  it('J14.E5 lets L’s team share what is more than one is asked for', async () => {
    const { communityId, streetId } = street.door('苹果花园 3-2-502');
    const [leaderId = '', other = ''] = ['leader L', 'volunteer E'].map((person) => street.userId(person));
    const team: TeamDocument = {
      ...{ _id: 'team1', version: 1, name: '苹果花园志愿队', kind: 'compound', communityId, streetId },
      ...{ compoundId: '', leaderId, members: [leaderId, other], asking: [], state: 'active', at: 1 },
    };
    await street.replaceAll('teams', [team]);
    const wish = await released(street, await keptForK(street), { limitYuan: 300 });
    const shares = [leaderId, other].map((userId) => ({ userId, yuan: 150 }));
    const claim = { wishId: wish._id, teamId: 'team1', shares };

    expect(await street.as('volunteer E').wish.claim({ wishId: wish._id })).toMatchObject(
      refusal('WRONG_STATE'),
    );
    dataOf(await street.as('leader L').wish.claimTeam(claim));
    const done = await reported(street, await wishStored(street, wish._id), 'leader L');
    const code = codeOf(street, done);
    dataOf(await street.as('leader L').wish.confirmByCode({ wishId: done._id, code }));

    expect((await hours()).map(({ volunteerId }) => volunteerId).sort()).toEqual([leaderId, other].sort());
  });

  it('J14.E6 tells everybody when K takes it back, and hides what was left', async () => {
    const { _id: wishId, version } = await claimedForK(street);
    dataOf(await street.as('head H3').wish.withdraw({ wishId, version }));

    expect(await notes('volunteer E')).toContain('撤回');
    expect(await board()).toEqual([]);
    expect(await wishStored(street, wishId)).not.toHaveProperty('sealedContact');
  });

  it('J14.E7 is not closed without K but by two of the office, each with a reason', async () => {
    const { _id: wishId, version } = await doneForK(street);
    const why = '本人住院，家里说收到了';
    const close = (person: string, at: number, word = why) =>
      street.as(person).wish.close({ wishId, version: at, reason: word });

    expect(await close('community S', version, '')).toMatchObject(refusal('REASON_REQUIRED'));
    dataOf(await close('community S', version));
    expect(await close('community S', version + 1)).toMatchObject(refusal('APPROVAL_REQUIRED'));
    expect(dataOf(await close('community S2', version + 1))).toMatchObject({ state: 'confirmed' });
  });

  it('J14.E8 suggests the same wish as the same', async () => {
    const { _id } = await keptForK(street);
    const input = { doorId: street.door('苹果花园 3-2-201').id, text: STOOL, ...HELPED, agrees: true };

    expect(dataOf(await street.as('head H3').wish.createFor(input))).toMatchObject({
      outcome: 'similar',
      wishId: _id,
    });
  });
});
