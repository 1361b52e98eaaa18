/** J15: an issue enters the ledger and is closed by the person who raised it; A said it to W1, S sorts it, P1 repairs it. */
import { countTree } from '@domain/issue/categories';
import { ledgerRows } from '@domain/issue/ledger';
import type { MessageDocument } from '../../cloudfunctions/repositories/documents';
import {
  answered,
  assigned,
  assignment,
  classified,
  DARK,
  neighbour,
  passMinutes,
  reported,
  step,
  storedIssue,
} from '../cloudfunctions/fixture/issues';
import { jpegOf, storePicture } from '../cloudfunctions/fixture/pictures';
import { register } from '../cloudfunctions/fixture/residents';
import { dataOf, openStreet, refused, type TestStreet } from '../cloudfunctions/fixture/street';
import { holding } from './kit/held';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
const expectHeld = holding();
beforeEach(() => street.reset());
afterEach(() => expectHeld(street));
afterAll(() => street.close());

const DAY_MS = 86_400_000;
const S = () => street.as('administrator S');
const P1 = () => street.as('property P1');
const reason = '物业公司说配件要等';
const counts = async () => dataOf(await S().issue.readLedger({})).counts;
const told = (userId: string) => street.all<MessageDocument>('messages', { userId });
const daysLater = async (days: number): Promise<void> => {
  await street.clock.set(street.clock.now() + days * DAY_MS);
  await street.runTimer('tendIssues');
};
const board = async () => dataOf(await street.as('outsider X', null).issue.readBoard({})).issues;

/** W1 writes down at A's door what A said, takes it for a matter of light, and declines what is similar. */
async function saidAtTheDoor(): Promise<string> {
  const door = street.door('苹果花园 3-2-502');
  const { _id: householdId } = await register(street, door);
  const place = { by: 'door', doorId: door.id } as const;
  const raisedBy = { who: 'household', householdId } as const;
  const { issue } = street.as('worker W1');
  return dataOf(await issue.report({ ...DARK, place, raisedBy, aspect: 'lighting' })).issueId;
}

describe('J15 an issue', () => {
  it('J15.1–3 goes from W1’s visit over the board and a reopening to A’s four stars', async () => {
    const other = await neighbour(street, 'tenant C');
    const { issueId: similar } = dataOf(await other.issue.report(DARK));
    await classified(street, similar, 'release');
    const place = { by: 'door', doorId: street.door('苹果花园 3-2-502').id } as const;
    const near = await street.as('worker W1').issue.findSimilar({ place, text: DARK.text });
    expect(dataOf(near).issues.map(({ id }) => id)).toEqual([similar]);

    const id = await saidAtTheDoor();
    expect(dataOf(await S().issue.open({ issueId: id }))).toMatchObject({
      aspect: 'lighting',
      isMine: false,
    });
    await classified(street, id, 'release');
    await step(street, { person: S(), id, act: 'assign' }, assignment(street));
    for (const person of ['tenant C', 'landlord D'] as const) {
      const follower = person === 'tenant C' ? other : await neighbour(street, person);
      dataOf(await follower.issue.follow({ issueId: id }));
    }
    const work = { person: P1(), id, act: 'work' } as const;
    await step(street, work, { act: 'start', note: '' });
    await step(street, work, { act: 'answer', note: '换了灯泡' });
    const A = await street.seated('resident A');
    await step(street, { person: A, id, act: 'reopen' }, { note: '还是不亮' });
    expect(await told(street.userId('administrator S'))).toMatchObject([
      { kind: 'issueReopened', link: `/packages/ledger/pages/issue-work/issue-work?id=${id}` },
    ]);
    await step(street, { person: S(), id, act: 'assign' }, assignment(street));
    await step(street, work, { act: 'start', note: '' });
    await step(street, work, { act: 'answer', note: '换了整个开关' });
    await step(street, { person: A, id, act: 'confirm' }, { rating: 4, note: '' });

    expect(await storedIssue(street, id)).toMatchObject({ state: 'closed', rating: 4, followers: 2 });
  });

  it('J15.4 of parking is a plan whose three milestones come before its answer', async () => {
    const { id } = await reported(street, { text: '老旧小区没有地方停车' });
    await classified(street, id);
    const days = ['2026-03-20', '2026-04-20', '2026-05-20'];
    const milestones = days.map((dueOn, at) => ({ words: `第${at + 1}步`, dueOn }));
    const plan = { ...assignment(street), track: 'plan', dueOn: '2026-05-20', milestones };
    await step(street, { person: S(), id, act: 'assign' }, plan);
    const work = { person: P1(), id, act: 'work' } as const;
    const { version } = await step(street, work, { act: 'start', note: '' });
    const early = { issueId: id, version, act: 'answer', note: '画好了车位' } as const;
    expect(await P1().issue.work(early)).toEqual(refused('WRONG_STATE'));
    for (const milestone of [0, 1, 2]) await step(street, work, { act: 'milestone', note: '', milestone });

    expect(await step(street, work, { act: 'answer', note: '画好了车位' })).toMatchObject({
      state: 'answered',
    });
  });

  it('J15.X1 stands in a ledger of 6, 14, 88 and 154 that moves with each item', async () => {
    expect(countTree()).toEqual({ classes: 6, aspects: 14, problems: 88, suggestions: 154 });
    const { id, reporter } = await reported(street);
    const { issueId: proposed } = dataOf(await reporter.issue.report({ ...DARK, kind: 'suggestion' }));
    for (const one of [id, proposed]) await classified(street, one);
    await passMinutes(street);

    const rows = ledgerRows(await counts());
    const sum = (key: 'problems' | 'suggestions') => rows.reduce((all, row) => all + row[key], 0);
    expect([sum('problems'), sum('suggestions')]).toEqual([89, 155]);
  });

  it('J15.X2 tells A every change in words, and the neighbours who followed', async () => {
    const { id, reporter } = await reported(street);
    await classified(street, id, 'release');
    const follower = await neighbour(street, 'tenant C');
    dataOf(await follower.issue.follow({ issueId: id }));
    await passMinutes(street);
    await step(street, { person: S(), id, act: 'assign' }, assignment(street));
    await passMinutes(street);

    const [own] = dataOf(await reporter.issue.listOwn({})).issues;
    expect(own?.history.map((one) => one.step)).toEqual(['report', 'release', 'assign']);
    const wordsTo = async (person: string, about: string): Promise<unknown[]> => {
      const heard = (await told(street.userId(person))).filter(({ kind }) => kind === about);
      return heard.map(({ values }) => values.note).sort();
    };
    for (const [person, about] of [
      ['resident A', 'issueMoved'],
      ['tenant C', 'issueFollowed'],
    ] as const) {
      expect(await wordsTo(person, about)).toEqual([
        expect.stringContaining('交给人去办了'),
        expect.stringContaining('已经放到公开的栏里'),
      ]);
    }
    const link = `/packages/life/pages/issue-detail/issue-detail?id=${id}`;
    expect(await street.count('messages', { kind: 'issueFollowed', link })).toBe(2);
  });

  it('J15.X3 keeps its first day in the statistics when it was reopened', async () => {
    const { id, reporter } = await reported(street);
    await answered(street, id);
    await step(street, { person: reporter, id, act: 'reopen' }, { note: '还是不亮' });
    const later = { ...assignment(street), dueOn: '2026-03-30' };
    await step(street, { person: S(), id, act: 'assign' }, later);
    await daysLater(10);
    const work = { person: P1(), id, act: 'work' } as const;
    await step(street, work, { act: 'start', note: '' });
    await step(street, work, { act: 'answer', note: '换了整个开关' });
    await passMinutes(street);

    expect(dataOf(await S().issue.open({ issueId: id }))).toMatchObject({
      firstDueOn: '2026-03-13',
      dueOn: '2026-03-30',
    });
    expect((await counts())['lighting']).toMatchObject({ inTime: 0, late: 1 });
  });

  it('J15.X4 stands on the board with its promise, without a name, and not before somebody let it out', async () => {
    const { id } = await reported(street);
    await passMinutes(street);
    expect(await board()).toEqual([]);
    await classified(street, id, 'release');
    await step(street, { person: S(), id, act: 'assign' }, assignment(street));

    expect(await board()).toMatchObject([{ id, dueOn: '2026-03-13', place: { line: '3号楼' } }]);
    const whole = JSON.stringify(
      dataOf(await street.as('outsider X', null).issue.readReleased({ issueId: id })),
    );
    for (const word of ['502', street.userId('resident A'), '居民']) expect(whole).not.toContain(word);
  });

  it('J15.X5 ends honestly in one of several ways, each a figure of its own', async () => {
    const { id: declined, reporter } = await reported(street);
    const again = async (): Promise<string> => dataOf(await reporter.issue.report(DARK)).issueId;
    const [passedUp, same, kept] = [await again(), await again(), await again()];
    for (const id of [declined, passedUp, same, kept]) await classified(street, id);
    await step(street, { person: S(), id: declined, act: 'decline' }, { reason });
    const upward = { to: '区供电公司', reference: 'GD-2026-18', reason };
    await step(street, { person: S(), id: passedUp, act: 'transfer' }, upward);
    await step(street, { person: S(), id: same, act: 'merge' }, { intoId: kept });
    await passMinutes(street);

    expect((await counts())['lighting']).toMatchObject({
      issues: 4,
      ends: { declined: 1, transferred: 1, merged: 1 },
      stages: { assign: 1, ended: 3 },
    });
  });

  it('J15.X6 stands among what its department is late with, in its aspect alone', async () => {
    const { id } = await reported(street);
    await assigned(street, id);
    await daysLater(4);
    const late = async (aspect: string) =>
      dataOf(await S().issue.list({ stage: 'overdue', aspect })).issues.map(({ department }) => department);

    expect(await late('lighting')).toEqual([expect.stringContaining('物业')]);
    expect(await late('parking')).toEqual([]);
  });

  it('J15.E1 is closed by neither P1 nor S while A can be asked', async () => {
    const { id } = await reported(street);
    const { version } = await answered(street, id);
    const closing = { issueId: id, version, isSolved: true, reason };
    for (const person of ['property P1', 'administrator S', 'office ADM']) {
      expect(await street.as(person).issue.close(closing)).toEqual(refused('FORBIDDEN'));
    }
  });

  it('J15.E2 asks a person without a name in the app; without an account a reviewer asks by phone', async () => {
    const { id, reporter } = await reported(street, { isAnonymous: true });
    await answered(street, id);
    expect(dataOf(await S().issue.open({ issueId: id }))).toMatchObject({ reporter: '', hasAccount: true });
    await step(street, { person: reporter, id, act: 'confirm' }, { rating: 5, note: '' });

    const place = { by: 'door', doorId: street.door('苹果花园 3-2-502').id } as const;
    const raisedBy = { who: 'phone', phone: '10012345678' } as const;
    const { issueId } = dataOf(await street.as('worker W1').issue.report({ ...DARK, place, raisedBy }));
    await answered(street, issueId);
    const { issue } = street.as('office ADM');
    expect(dataOf(await issue.revealPhone({ issueId, reason }))).toEqual({ phone: '10012345678' });
    const closing = { isSolved: true, reason: '打电话问过，说亮了' };
    await step(street, { person: street.as('office ADM'), id: issueId, act: 'close' }, closing);
    expect(await storedIssue(street, issueId)).toMatchObject({ state: 'closed', rating: 0 });
  });

  it('J15.E3 reminds A after seven days, and after thirty shows it apart', async () => {
    const { id } = await reported(street);
    await answered(street, id);
    await daysLater(7);
    expect((await told(street.userId('resident A'))).map(({ kind }) => kind)).toContain('issueAsked');
    await daysLater(23);
    await passMinutes(street);

    expect(dataOf(await S().issue.list({ stage: 'unanswered' })).issues.map((one) => one.id)).toEqual([id]);
    expect((await counts())['lighting']).toMatchObject({
      ends: { unanswered: 1 },
      rated: 0,
      stages: { unanswered: 1 },
    });
  });

  it('J15.E4 outside the street is passed on with a reference that its reporter can ask with', async () => {
    const { id, reporter } = await reported(street, { place: { by: 'outside' }, spot: '高速路口' });
    const upward = { to: '区交通局', reference: 'JT-7', reason: '不在本街道里' };
    await step(street, { person: street.as('office ADM'), id, act: 'transfer' }, upward);

    const [own] = dataOf(await reporter.issue.listOwn({})).issues;
    expect(own?.history[1]).toMatchObject({ step: 'transfer', note: '区交通局 JT-7：不在本街道里' });
  });

  it('J15.E5 keeps a picture to who handles it until somebody has seen it without a face', async () => {
    const { id, reporter } = await reported(street);
    for (const name of ['lamp.jpg', 'face.jpg']) {
      const fileId = await storePicture(street, { by: 'resident A', bytes: jpegOf(), name });
      dataOf(await reporter.issue.addPicture({ issueId: id, fileId }));
    }
    await passMinutes(street);
    expect(dataOf(await S().issue.open({ issueId: id })).shownPictures).toHaveLength(2);
    const sorted = { aspect: 'lighting', board: 'release', pictures: [0] };
    await step(street, { person: S(), id, act: 'review' }, sorted);

    const seen = dataOf(await street.as('outsider X', null).issue.readReleased({ issueId: id }));
    expect(seen.shownPictures).toHaveLength(1);
  });

  it('J15.E6 comes three times a day from an outsider, and no more', async () => {
    const outsider = street.as('outsider X', null);
    const place = { by: 'scene', scene: street.sceneOf('苹果花园') } as const;
    for (let count = 1; count <= 3; count += 1) dataOf(await outsider.issue.report({ ...DARK, place }));

    const sentence = '今天已经说了 3 件，明天再说，急事打社区电话';
    expect(await outsider.issue.report({ ...DARK, place })).toEqual(refused('RATE_LIMITED', { sentence }));
  });

  it('J15.E7 is hidden with a reason, and never lost from the count', async () => {
    const { id, reporter } = await reported(street);
    await classified(street, id, 'release');
    await step(street, { person: S(), id, act: 'hide' }, { reason: '查过了，不是真的' });
    await passMinutes(street);

    expect(await board()).toEqual([]);
    expect((await counts())['lighting']).toMatchObject({ issues: 1, hidden: 1 });
    const [own] = dataOf(await reporter.issue.listOwn({})).issues;
    expect(own).toMatchObject({ isHidden: true, history: [{}, {}, { note: '查过了，不是真的' }] });
  });
});
