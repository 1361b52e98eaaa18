/** What issues, texts and notices cost in metered operations, beside few others and beside ten times as many. */
import type { IssueDocument } from '../../cloudfunctions/repositories/documents';
import { contentAt, contentOf, layContents, runChecks } from '../cloudfunctions/fixture/contents';
import {
  assignment,
  PLAN,
  CLASSED,
  DARK,
  neighbour,
  type Neighbour,
  passMinutes,
  reported,
  storedIssue,
} from '../cloudfunctions/fixture/issues';
import { deliver, publish, written } from '../cloudfunctions/fixture/notices';
import { jpegOf, storePicture } from '../cloudfunctions/fixture/pictures';
import { dataOf, openStreet, type PersonCalls, type TestStreet } from '../cloudfunctions/fixture/street';
import { ISSUE_BUDGETS, PUBLISHING_BUDGETS } from './kit/budgets';
import { type Acting, expectFlat, type Ledger, REHEARSAL } from './kit/ledger';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

type Act = Exclude<keyof PersonCalls['issue'], 'report'>;
type Steps = (who: PersonCalls, act: Act, more?: object) => Promise<void>;

const S = () => street.as('administrator S');
const P1 = () => street.as('property P1');
const reason = '打电话问过反映人';

/** Somebody of building 3, registered where they are not yet. */
function resident(person: Neighbour): Promise<PersonCalls> {
  return street.seated(person).catch(() => neighbour(street, person));
}

/** So many issues of other people on the board. */
async function boardOf(count: number): Promise<void> {
  const { id } = await reported(street);
  const issue = await storedIssue(street, id);
  const others = Array.from({ length: count }, (_, index): IssueDocument => ({
    ...issue,
    _id: `${index}`.padStart(26, 'z'),
    reporterIds: ['somebody'],
    sealedOpenid: '',
    checkState: 'none',
    hasNews: false,
    state: 'classified',
    stage: 'assign',
    isOnBoard: true,
    publicText: '楼道灯不亮',
    boardAt: issue.at - index,
    at: issue.at - index,
  }));
  await street.replaceAll('issues', others);
  await street.runTimer('tendIssues');
}

/** Steps of one issue, each in the version that stands. */
function stepsOf(acting: Acting, issueId: string, names: Readonly<Record<string, string>>): Steps {
  return async (who, act, more = {}) => {
    const { version } = await storedIssue(street, issueId);
    const call = who.issue[act] as (input: object) => ReturnType<typeof who.issue.work>;
    const name = names[`${act} ${(more as { act?: string }).act ?? ''}`.trim()] ?? '';
    await acting.of(name, () => call({ issueId, version, ...more }));
  };
}

const STEP_NAMES = {
  review: 'let an issue out onto the board',
  assign: 'give an issue',
  extend: 'another day for an issue',
  'work start': 'begin',
  'work answer': 'answer',
  confirm: 'say that it is solved',
  reopen: 'say that it is not',
  decline: 'decline',
  transfer: 'pass up',
  hide: 'hide an issue',
  close: 'close after asking back',
};

async function born(acting: Acting): Promise<string> {
  const { issue } = await resident('resident A');
  const place = { by: 'home' } as const;
  await acting.of('look for the same', () => issue.findSimilar({ place, text: DARK.text }));
  await acting.of('report an issue', () => issue.report(DARK));
  const { issueId } = dataOf(await issue.report({ ...DARK, text: '楼道里的灯又坏了' }));
  const fileId = await storePicture(street, { by: 'resident A', bytes: jpegOf() });
  await acting.of('add a picture', () => issue.addPicture({ issueId, fileId }));
  await acting.of('page of the own issues', () => issue.listOwn({}));
  await passMinutes(street);
  await acting.of('page of issues at the desk', () => S().issue.list({ stage: 'review' }));
  await acting.of('what is overdue', () => S().issue.list({ stage: 'overdue' }));
  await acting.of('figures by aspect', () => S().issue.readLedger({}));
  await acting.of('open an issue with a picture', () => S().issue.open({ issueId }));
  return issueId;
}

async function seen(acting: Acting, issueId: string): Promise<void> {
  const anybody = street.as('outsider X', null).issue;
  const { compoundId } = street.door('苹果花园 3-2-502');
  await acting.of('page of the board of issues', () => anybody.readBoard({}));
  await acting.of('board of one compound', () => anybody.readBoard({ compoundId }));
  const other = await resident('tenant C');
  await acting.of('met the same', () => other.issue.follow({ issueId }));
  await acting.of('met the same no longer', () => other.issue.unfollow({ issueId }));
  await REHEARSAL.of('met the same', () => other.issue.follow({ issueId }));
  await acting.of('read an issue of the board', () => anybody.readReleased({ issueId }));
}

async function ofAnIssue(acting: Acting): Promise<void> {
  const id = await born(acting);
  const step = stepsOf(acting, id, STEP_NAMES);
  const reporter = await street.seated('resident A');
  await step(S(), 'review', { ...CLASSED, board: 'release' });
  await seen(acting, id);
  await step(S(), 'assign', assignment(street));
  await stepsOf(acting, id, { assign: 'give an issue that all see, by a plan' })(S(), 'assign', {
    ...assignment(street),
    ...PLAN,
  });
  await stepsOf(REHEARSAL, id, {})(S(), 'assign', assignment(street));
  await step(S(), 'extend', { dueOn: '2026-03-20', reason });
  await acting.of('what one was given', () => P1().issue.listGiven({}));
  await step(P1(), 'work', { act: 'start', note: '' });
  await step(P1(), 'work', { act: 'answer', note: '三楼的灯换好了' });
  await step(reporter, 'reopen', { note: '晚上还是黑的' });
  await stepsOf(REHEARSAL, id, {})(S(), 'assign', assignment(street));
  await stepsOf(REHEARSAL, id, {})(P1(), 'work', { act: 'start', note: '' });
  await stepsOf(REHEARSAL, id, {})(P1(), 'work', { act: 'answer', note: '这次换好了' });
  await step(reporter, 'confirm', { rating: 5, note: '' });
  await step(S(), 'hide', { reason: '写了别人的病' });
}

async function ofOtherEnds(acting: Acting): Promise<void> {
  const { issue } = await resident('landlord D');
  const fresh = async (text: string) => dataOf(await issue.report({ ...DARK, text })).issueId;
  await stepsOf(acting, await fresh('东门的门禁坏了'), STEP_NAMES)(S(), 'decline', { reason: '没有这笔钱' });
  const up = { to: '市政热线', reference: 'A-17', reason };
  await stepsOf(acting, await fresh('门口的路坑坑洼洼'), STEP_NAMES)(S(), 'transfer', up);
  const intoId = await fresh('花坛里垃圾没人收');
  const twice = { issueId: await fresh('花坛里全是垃圾'), version: 1, intoId };
  await acting.of('make one of two issues', () => S().issue.merge(twice));
  const place = { by: 'door', doorId: street.door('苹果花园 3-2-502').id } as const;
  const raisedBy = { who: 'phone', phone: '10012345678' } as const;
  const worker = street.as('worker W1').issue;
  const told = { ...DARK, text: '井盖松了', place, raisedBy };
  await acting.of('write down what was said at a door', () => worker.report(told));
  const { issueId } = dataOf(await worker.report({ ...told, text: '井盖松了一个月' }));
  await acting.of('open an issue born in a visit', () => S().issue.open({ issueId }));
  const quiet = stepsOf(REHEARSAL, issueId, {});
  await quiet(S(), 'review', CLASSED);
  await quiet(S(), 'assign', assignment(street));
  await quiet(P1(), 'work', { act: 'start', note: '' });
  await quiet(P1(), 'work', { act: 'answer', note: '井盖压紧了' });
  const office = street.as('office ADM');
  await acting.of('number of a reporter', () => office.issue.revealPhone({ issueId, reason }));
  await stepsOf(acting, issueId, STEP_NAMES)(office, 'close', { isSolved: true, reason });
}

async function ofANotice(acting: Acting): Promise<void> {
  const { notice, content } = S();
  await acting.of('write a notice', () => notice.saveNotice(written(street)));
  const { noticeId } = dataOf(await notice.saveNotice({ ...written(street), title: '周日停水' }));
  await acting.of('page of own notices', () => notice.listManaged({}));
  const former = { noticeId, version: 1 };
  await acting.of('write it anew', () => notice.saveNotice({ ...written(street), former }));
  await runChecks(street);
  const { _id: contentId, version } = await contentOf(street, 'notice', noticeId);
  await acting.of('page of texts', () => content.queue({ show: 'waiting' }));
  await acting.of('read a text', () => content.readContent({ contentId }));
  const release = { contentId, version, verdict: 'release' } as const;
  await acting.of('let a notice out', () => content.review(release));
  await deliver(street);
  const { notice: anybody } = street.as('outsider X', null);
  await acting.of('page of notices', () => anybody.listNotices({}));
  await acting.of('read a notice', () => anybody.readNotice({ noticeId }));
  const own = await resident('resident A');
  await acting.of('page of notices at home', () => own.notice.listNotices({}));
  await acting.of('a notice was read', () => own.notice.markNotice({ noticeId }));
  await acting.of('reach of a notice', () => notice.readReach({ noticeId }));
  const { buildingId } = street.door('苹果花园 3-2-502');
  await acting.of('doors it did not reach', () => notice.listUnread({ noticeId, buildingId }));
  const abuse = { kind: 'notice', subjectId: noticeId, abuse: 'untrue' } as const;
  await acting.of('say that something is wrong', () => own.content.reportAbuse(abuse));
  const down = { contentId, version: (await contentOf(street, 'notice', noticeId)).version, reason };
  await acting.of('take a notice down', () => content.takedown(down));
}

async function ofIssues(ledger: Ledger): Promise<void> {
  for (const acting of [REHEARSAL, ledger]) {
    await ofAnIssue(acting);
    await ofOtherEnds(acting);
  }
}

async function layTexts(count: number): Promise<void> {
  const texts = Array.from({ length: count }, (_, index) =>
    contentAt(street, { subjectId: `${index}`, at: index }),
  );
  await layContents(street, texts);
  for (let notices = 0; notices < 2; notices += 1) await publish(street);
}

async function ofPublishing(ledger: Ledger): Promise<void> {
  for (const acting of [REHEARSAL, ledger]) await ofANotice(acting);
}

describe('metered operations are what the table says, and stay so beside ten times as many', () => {
  it.each([
    ['issues', boardOf, ofIssues, ISSUE_BUDGETS],
    ['texts and notices', layTexts, ofPublishing, PUBLISHING_BUDGETS],
  ] as const)('of %s', (_name, lay, round, budgets) =>
    expectFlat(street, { budgets, lay: (times) => lay(70 * times), rounds: [round] }),
  );
});
