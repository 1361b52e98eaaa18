/** Words on their way to everybody: checked, let out, taken down, and brought to inboxes. */
import { contentAt, contentOf, layContents, runChecks } from '../../fixture/contents';
import { timer, type Send, type Story } from '../../fixture/fault-runner';
import { layNotice, publish, written } from '../../fixture/notices';
import { register } from '../../fixture/residents';
import { dataOf, type TestStreet } from '../../fixture/street';
import type { ContentDocument, HouseholdDocument } from '../../../../cloudfunctions/repositories/documents';
import { deliveryId, reachId } from '../../../../cloudfunctions/repositories/notices';

const S = (street: TestStreet) => street.as('administrator S');
const UNANSWERED = {
  ok: false,
  problem: { code: 'INTERNAL', message: '', details: {}, requestId: '' },
} as const;

async function laid(street: TestStreet, changes: Partial<ContentDocument>): Promise<void> {
  await layContents(street, [contentAt(street, changes)]);
}

/** A timer that runs again after a time until everything is done. */
function timerUntil(
  street: TestStreet,
  { name, afterMs }: { readonly name: string; readonly afterMs: number },
  isDone: () => Promise<boolean>,
): Send {
  const run = timer(street, name);
  return async (options) => {
    const reply = await run(options);
    if (reply.ok && (await isDone())) return reply;
    await street.clock.set(street.clock.now() + afterMs);
    return UNANSWERED;
  };
}

const TEXTS: readonly Story[] = [
  {
    name: 'a notice let out',
    procedure: 'content.review',
    begin: async (street) => {
      const { noticeId } = dataOf(await S(street).notice.saveNotice(written(street)));
      await runChecks(street);
      const { _id: contentId, version } = await contentOf(street, 'notice', noticeId);
      const input = { contentId, version, verdict: 'release' } as const;
      return (options) => S(street).content.review(input, options);
    },
  },
  {
    name: 'a text given back',
    procedure: 'content.review',
    begin: async (street) => {
      const { noticeId } = dataOf(await S(street).notice.saveNotice(written(street)));
      const { _id: contentId, version } = await contentOf(street, 'notice', noticeId);
      await runChecks(street);
      const input = { contentId, version: version + 1, verdict: 'return', reason: '请写清楚时间' } as const;
      return (options) => S(street).content.review(input, options);
    },
  },
  {
    name: 'a notice taken down',
    procedure: 'content.takedown',
    begin: async (street) => {
      const noticeId = await publish(street);
      const { _id: contentId, version } = await contentOf(street, 'notice', noticeId);
      const input = { contentId, version, reason: '时间写错了' };
      return (options) => S(street).content.takedown(input, options);
    },
  },
  {
    name: 'something is wrong with a text',
    procedure: 'content.reportAbuse',
    begin: async (street) => {
      const subjectId = await publish(street);
      const input = { kind: 'notice', subjectId, abuse: 'untrue' } as const;
      return (options) => street.as('worker W1').content.reportAbuse(input, options);
    },
  },
  {
    name: 'texts checked',
    procedure: 'content.timer checkContents',
    begin: async (street) => {
      await laid(street, { check: 'due', state: 'checking', nextCheckAt: 1 });
      const again = { name: 'checkContents', afterMs: 30 * 60_000 };
      return timerUntil(street, again, async () => (await street.count('contents', { check: 'due' })) === 0);
    },
    // Where the checker did not answer it is asked once more, and that is counted.
    drawn: ['tries', 'version'],
  },
  {
    name: 'texts erased',
    procedure: 'content.timer purgeContents',
    begin: async (street) => {
      await laid(street, { state: 'returned', purgeOn: '2026-03-10' });
      return timer(street, 'purgeContents');
    },
  },
];

const NOTICES: readonly Story[] = [
  {
    name: 'a notice written',
    procedure: 'notice.saveNotice',
    begin: (street) => Promise.resolve((options) => S(street).notice.saveNotice(written(street), options)),
  },
  {
    name: 'a notice read',
    procedure: 'notice.markNotice',
    begin: async (street) => {
      await layNotice(street);
      const userId = street.userId('worker W1');
      const { id: doorId, buildingId } = street.door('苹果花园 3-2-502');
      const noticeId = 'notice';
      const came = { noticeId, buildingId, purgeOn: '2026-04-20' };
      const delivery = { ...came, _id: deliveryId(noticeId, userId), userId, doorId, readAt: 0 };
      await street.replaceAll('deliveries', [delivery]);
      await street.replaceAll('reaches', [
        { ...came, _id: reachId(noticeId, buildingId), reached: 1, read: 0 },
      ]);
      return (options) => street.as('worker W1').notice.markNotice({ noticeId }, options);
    },
  },
  {
    name: 'a notice brought to inboxes',
    procedure: 'notice.timer deliverNotices',
    begin: async (street) => {
      const own = await register(street, street.door('苹果花园 3-2-502'));
      const { buildingId } = own;
      const homes = await street.all<HouseholdDocument>('households', { buildingId });
      const beside = homes.find(({ _id, accounts }) => _id !== own._id && accounts.length > 0);
      await street.replaceAll('households', beside === undefined ? [own] : [own, beside]);
      await publish(street);
      const again = { name: 'deliverNotices', afterMs: 120_000 };
      return timerUntil(street, again, async () => (await street.count('jobs', { state: 'done' })) === 1);
    },
    // Whoever it did not reach before the process ended gets it with the next one.
    drawn: ['at', 'pushAt', 'fence', 'lastProblem'],
    // All other households were put aside by hand: two are told as thirteen are, and sooner.
    isRecounted: false,
  },
  {
    name: 'a notice past its last day',
    procedure: 'notice.timer endNotices',
    begin: async (street) => {
      await layNotice(street, { endsOn: '2026-03-09' });
      const row = { noticeId: 'notice', userId: 'u', buildingId: 'b', doorId: 'd', readAt: 0 };
      await street.replaceAll('deliveries', [{ _id: 'gone', ...row, purgeOn: '2026-03-10' }]);
      return timer(street, 'endNotices');
    },
  },
];

export const PUBLISHING_STORIES: readonly Story[] = [...TEXTS, ...NOTICES];
