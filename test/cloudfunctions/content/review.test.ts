import type { ContentDocument, MessageDocument } from '../../../cloudfunctions/repositories/documents';
import { activityAt } from '../fixture/activities';
import { contentAt, contentOf, layContents } from '../fixture/contents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, openStreet, refused, repeated, newOpId, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S').content;
const REASON = '看过原文没有问题';

/** A text that waits; where it is a story, its wish has one that may be told. */
async function laid(changes: Partial<ContentDocument> = {}): Promise<{ contentId: string; version: number }> {
  const [row] = await layContents(street, [contentAt(street, changes)]);
  if (row!.kind === 'story') {
    const story = { text: '', allowedOn: '2026-03-01' };
    await street.replaceAll('wishes', [{ _id: row!.subjectId, version: 1, state: 'confirmed', story }]);
  }
  return { contentId: row!._id, version: row!.version };
}

describe('review a text', () => {
  it('is refused where there is none, and in another community', async () => {
    const at = await laid();
    for (const [person, contentId] of [
      ['administrator S', 'nothing'],
      ['leader GL1', at.contentId],
    ] as const) {
      const call = () => street.as(person).content.review({ ...at, contentId, verdict: 'release' });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused to residents and workers', async () => {
    const at = await laid();
    for (const person of ['resident A', 'worker W1', 'volunteer E']) {
      const call = () => street.as(person).content.review({ ...at, verdict: 'release' });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it.each(['checking', 'released', 'returned', 'hidden'] as const)(
    'is refused for a text that is %s',
    async (state) => {
      const at = await laid({ state });
      for (const verdict of ['release', 'return', 'keep'] as const) {
        const call = () => S().review({ ...at, verdict, reason: REASON });
        await expectStandstill(street, call, refused('WRONG_STATE', { state }));
      }
    },
  );

  it('is refused on a version that has passed', async () => {
    const at = await laid({ version: 3 });
    const call = () => S().review({ ...at, version: 2, verdict: 'release' });
    await expectStandstill(street, call, refused('STALE_VERSION', { version: 3 }));
  });

  it('takes a reason to give back, and to release what the machine did not pass', async () => {
    const passed = await laid();
    await expectStandstill(
      street,
      () => S().review({ ...passed, verdict: 'return', reason: ' 短 ' }),
      refused('REASON_REQUIRED'),
    );
    for (const check of ['doubtful', 'risky', 'unchecked'] as const) {
      const at = await laid({ check });
      const call = () => S().review({ ...at, verdict: 'release' });
      await expectStandstill(street, call, refused('REASON_REQUIRED'));
      expect(await S().review({ ...at, verdict: 'release', reason: REASON })).toEqual(
        accepted({ state: 'released' }),
      );
    }
  });

  it('lets an author release the own text only where the machine passed it', async () => {
    const authorId = street.userId('administrator S');
    for (const check of ['doubtful', 'risky', 'unchecked'] as const) {
      const at = await laid({ authorId, check });
      const call = () => S().review({ ...at, verdict: 'release', reason: REASON });
      await expectStandstill(street, call, refused('FORBIDDEN'));
      const other = street.as('administrator S2').content;
      expect(await other.review({ ...at, verdict: 'release', reason: REASON })).toMatchObject({ ok: true });
    }
    const at = await laid({ authorId });
    expect(await S().review({ ...at, verdict: 'release' })).toEqual(accepted({ state: 'released' }));
  });

  it('leaves wishes, issues and gifts to their own pages, and may give back what its author can change', async () => {
    const giveBack = (at: { contentId: string; version: number }) => () =>
      S().review({ ...at, verdict: 'return', reason: REASON });
    for (const kind of ['wish', 'issue', 'gift'] as const) {
      const at = await laid({ kind });
      const call = () => S().review({ ...at, verdict: 'release' });
      await expectStandstill(street, call, refused('WRONG_STATE', { state: 'waiting' }));
    }
    for (const kind of ['wish', 'gift'] as const) {
      expect(await giveBack(await laid({ kind }))()).toMatchObject({ ok: true });
    }
    const sentence = '这段话作者没有地方改：能公开的照样放，不能公开的撤下来';
    const call = giveBack(await laid({ kind: 'issue' }));
    await expectStandstill(street, call, refused('WRONG_STATE', { state: 'waiting', sentence }));
  });

  it('gives back: the author reads why in the inbox, where it lies sealed; a month later the text goes', async () => {
    const at = await laid();
    expect(await S().review({ ...at, verdict: 'return', reason: '请写清楚时间' })).toEqual(
      accepted({ state: 'returned' }),
    );
    expect(await contentOf(street, 'story', 'subject')).toMatchObject({ purgeOn: '2026-04-09', version: 2 });
    const [message] = await street.all<MessageDocument>('messages', { kind: 'contentReturned' });
    expect(message).toMatchObject({
      userId: street.userId('resident A'),
      link: '/packages/life/pages/my-wishes/my-wishes',
    });
    expect(JSON.stringify(message)).not.toContain('时间');
  });

  it('leads whoever wrote an activity to that one', async () => {
    const { _id: subjectId } = await activityAt(street, { state: 'checking' });
    const at = await laid({ kind: 'activity', subjectId });
    expect(await S().review({ ...at, verdict: 'return', reason: REASON })).toMatchObject({ ok: true });
    const [message] = await street.all<MessageDocument>('messages', { kind: 'contentReturned' });
    expect(message?.link).toBe(`/packages/manage/pages/activity-edit/activity-edit?id=${subjectId}`);
  });

  it('keeps what was reported, once somebody has looked', async () => {
    const at = await laid({ state: 'released', reported: 'open', abuses: ['advert'] });
    expect(await S().review({ ...at, verdict: 'keep' })).toEqual(accepted({ state: 'released' }));
    expect(await contentOf(street, 'story', 'subject')).toMatchObject({ reported: 'none' });
  });

  it('is done once, however often it is sent', async () => {
    const at = await laid();
    const opId = newOpId();
    const input = { ...at, verdict: 'release' as const };
    expect(await S().review(input, { opId })).toEqual(accepted({ state: 'released' }));
    expect(await S().review(input, { opId })).toEqual(repeated({ state: 'released' }));
    expect(await contentOf(street, 'story', 'subject')).toMatchObject({ version: 2 });
  });
});
