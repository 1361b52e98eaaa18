import type { HouseholdView } from '@domain/contract/census';
import type { Seat } from '@domain/contract/session';
import { viewHome, type HomeState } from '../../miniprogram/pages/home/home.view';
import { viewMy } from '../../miniprogram/pages/my/my.view';
import { viewPrivacy } from '../../miniprogram/packages/home/pages/privacy/privacy.view';
import {
  afterSame,
  afterWithdrawal,
  viewLooks,
  viewNothing,
  viewProblem,
  viewSent,
  viewSettled,
  viewStored,
} from '../../miniprogram/packages/home/pages/my/my.view';
import { viewResume } from '../../miniprogram/packages/home/pages/resume/resume.view';
import { lookOf } from '../../miniprogram/services/appearance';
import { formInHand } from '../../miniprogram/services/outbox-entry';
import { CAMPAIGN, entryOf, HOME_SEAT, problemOf } from './samples';

const SESSION = {
  campaign: CAMPAIGN,
  seats: [],
  seatId: undefined,
  unread: 0,
  asOf: Date.UTC(2026, 10, 24, 1),
};
const HOME: HomeState = { session: SESSION, isStale: false, drafts: [], entries: [], isLarge: false };
const PLATE = { compound: '苹果花园', line: '3-2-502' };

describe('the first page', () => {
  it('offers a code to somebody new', () => {
    expect(viewHome(HOME)).toMatchObject({
      step: 'scan',
      office: '万家街道',
      phone: '10000000000',
      stale: '',
    });
  });

  it('asks for nothing once the campaign is closed', () => {
    const session = { ...SESSION, campaign: { ...CAMPAIGN, isOpen: false } };

    expect(viewHome({ ...HOME, session })).toMatchObject({ action: '', isOpen: false });
  });

  it('puts what is refused before what is begun, and that before what is known', () => {
    const drafts = [{ doorId: 'unit-3', plate: PLATE, savedAt: 1 }];
    const session = { ...SESSION, seats: [HOME_SEAT], seatId: HOME_SEAT.id };
    const refused = entryOf({ problem: problemOf('VALIDATION') });
    const waiting = entryOf({ problem: problemOf('OFFLINE') });

    expect(viewHome({ ...HOME, session, drafts, entries: [refused] }).face).toBe('problem');
    expect(viewHome({ ...HOME, session, drafts, entries: [waiting] }).face).toBe('offline');
    expect(viewHome({ ...HOME, session, drafts })).toMatchObject({ step: 'draft', target: 'unit-3' });
    expect(viewHome({ ...HOME, session })).toMatchObject({ step: 'mine', detail: '苹果花园 3-2-502' });
  });

  it('keeps a receipt in sight until the worker has confirmed', () => {
    const view = viewHome({ ...HOME, entries: [entryOf({ state: 'saved' })] });

    expect(view).toMatchObject({ step: 'receipt', sentence: '已交，等网格员确认' });
    const confirmed = entryOf({ state: 'confirmed', answer: { state: 'submitted' } });
    expect(viewHome({ ...HOME, entries: [confirmed] })).toMatchObject({
      step: 'mine',
      sentence: '登记确认好了',
    });
    const ends = [entryOf({ state: 'confirmed', answer: { state: 'returned' } })];
    expect([formInHand(ends), formInHand([entryOf({ state: 'queued' })])]).toEqual([undefined, undefined]);
  });

  it('leads whoever filled for a family far away to the invitation, until that is decided', () => {
    const answer = { state: 'waiting', invitationId: 'invitation1' };
    const helped = entryOf({ state: 'confirmed', input: undefined, answer });

    expect(viewHome({ ...HOME, entries: [helped] })).toMatchObject({
      sentence: '替家里填好了一份',
      step: 'invitation',
      target: 'invitation1',
    });
    const decided = { ...helped, answer: { ...answer, state: 'submitted' } };
    expect(viewHome({ ...HOME, entries: [decided] }).step).toBe('scan');
  });

  it('offers to register where the last form was a neighbour’s, or nothing comes of it', () => {
    const head = { id: 'seat3', role: 'BH', label: '苹果花园 3栋', endsOn: '2027-11-24' } as const;
    const session = { ...SESSION, seats: [head], seatId: 'seat3' };
    const helped = entryOf({ state: 'saved', answer: { state: 'waiting', invitationId: 'invitation1' } });
    const moved = entryOf({ state: 'confirmed', answer: { state: 'closed' } });

    expect(viewHome({ ...HOME, session, entries: [helped] }).step).toBe('scan');
    expect(viewHome({ ...HOME, entries: [moved] }).step).toBe('scan');
  });

  it('says that a form came back, why, and where the next one is begun, as long as one is asked for', () => {
    const answer = { state: 'returned', receipt: { code: '', day: '2026-11-24', plate: PLATE } };
    const back = entryOf({ state: 'confirmed', input: undefined, answer: { ...answer, reason: 'mismatch' } });
    const session = { ...SESSION, campaign: { ...CAMPAIGN, isOpen: false } };

    expect(viewHome({ ...HOME, entries: [back] })).toMatchObject({
      face: 'problem',
      sentence: '登记退回来了',
      detail: '苹果花园 3-2-502：网格员说有的地方对不上。再填一次，或打电话问问',
      action: '重新登记',
      step: 'entry',
    });
    expect(viewHome({ ...HOME, entries: [back, entryOf({ state: 'saved' })] }).step).toBe('receipt');
    expect(viewHome({ ...HOME, session, entries: [back] })).toMatchObject({ action: '', step: 'scan' });
    const over = { ...back, answer: { ...answer, state: 'over' } };
    expect(viewHome({ ...HOME, entries: [over] }).sentence).toBe('这一份放久了，已经删掉');
  });

  it('says of a home that is listed with another one that it is, and asks for no form', () => {
    const merged = entryOf({ state: 'confirmed', answer: { state: 'closed', isMerged: true } });

    expect(viewHome({ ...HOME, entries: [merged] })).toMatchObject({
      sentence: '您的登记合成一份了',
      step: 'mine',
    });
    expect(viewMy({ session: SESSION, look: lookOf({ theme: 'system' }, 1), entries: [merged] }).title).toBe(
      '您的登记合成一份了',
    );
  });

  it('says how old the answer is when there is no network', () => {
    expect(viewHome({ ...HOME, isStale: true }).stale).toBe('现在没网，这是 11月24日 09:00 的');
  });
});

describe('我的', () => {
  const look = lookOf({ theme: 'dark' }, 1);

  it('shows a visitor the way and nobody a choice of one seat', () => {
    expect(viewMy({ session: SESSION, look, entries: [] })).toMatchObject({
      title: '您还没有登记',
      seats: [],
      theme: 'dark',
      size: 'normal',
    });
  });

  it('does not say that nobody is registered as long as nobody could be asked', () => {
    expect(viewMy({ session: { ...SESSION, asOf: 0 }, look, entries: [] }).title).toBe('还没连上');
  });

  it('does not tell somebody who has handed in a form that nothing was', () => {
    expect(viewMy({ session: SESSION, look, entries: [entryOf({ state: 'saved' })] })).toMatchObject({
      title: '您填过登记表',
    });
    const moved = entryOf({ state: 'confirmed', answer: { state: 'closed' } });
    expect(viewMy({ session: SESSION, look, entries: [moved] }).title).toBe('您搬走了');
  });

  it('offers the seats of somebody with several, and what waits to be sent', () => {
    const staff = { id: 'seat2', role: 'GW', label: '金果01网格', endsOn: '2027-11-24' } as const;
    const session = { ...SESSION, seats: [HOME_SEAT, staff], seatId: 'seat2' };
    const view = viewMy({ session, look, entries: [entryOf({}), entryOf({ state: 'confirmed' })] });

    expect(view.seats.map(({ label, hint }) => `${label} ${hint ?? ''}`)).toEqual([
      '居民 苹果花园 3-2-502，到 2027年11月24日',
      '网格员 金果01网格，到 2027年11月24日',
    ]);
    expect(view.waiting).toHaveLength(1);
  });

  it('leads to a page of the seat, and to none where the duty leaves none', () => {
    const staff = { id: 'seat2', role: 'PR', label: '苹果花园', endsOn: '2027-11-24' } as const;
    const wayOf = (seat: Seat) =>
      viewMy({ session: { ...SESSION, seats: [seat], seatId: seat.id }, look, entries: [] }).workspace;

    expect([wayOf(staff), wayOf({ ...staff, duty: 'upload' })]).toEqual(['去物业的页面', '']);
  });
});

describe('我家', () => {
  const household: HouseholdView = {
    id: 'household1',
    version: 3,
    seq: 1,
    state: 'submitted',
    kind: 'family',
    countedElsewhere: [],
    isHeld: false,
    channel: 'doorCode',
    filledOn: '2026-11-20',
    form: {
      useState: 3,
      fillRole: 1,
      phone: { number: '10012345678' },
      liveCount: 0,
      hukouOnlyCount: 0,
      members: [],
      vehicles: [],
      care: [],
      contactOk: false,
      reasons: {},
      findings: [],
    },
  };

  const stored = { doorId: 'door1', plate: PLATE, household, consent: {} };

  it('shows a bound household everything that is stored', () => {
    const view = viewStored(stored);

    expect(view).toMatchObject({ face: 'stored', detail: '11月20日填的', canChange: true });
    expect(view.lines.map(({ value }) => value)).toContain('10012345678');
  });

  it('offers no change once the consent was withdrawn', () => {
    const view = viewStored({ ...stored, consent: { withdrawnOn: '2026-11-23' } });

    expect(view).toMatchObject({ canChange: false, detail: '11月23日已撤回，电话和车牌删掉了' });
  });

  it('shows what a change has left, without asking again', () => {
    const same = afterSame(stored, '2026-11-24');
    const withdrawn = afterWithdrawal(stored, '2026-11-24');

    expect(same.household).toMatchObject({ version: 4, filledOn: '2026-11-24', form: household.form });
    expect(viewStored(withdrawn)).toMatchObject({ canChange: false });
    expect(JSON.stringify(viewStored(withdrawn))).not.toContain('10012345678');
  });

  it('shows somebody unbound a receipt and a state, and no answer', () => {
    const view = viewSent('waiting', { code: '7F3K9-Q2PX4-C', day: '2026-11-24', plate: PLATE });

    expect(view).toMatchObject({ face: 'sent', code: '7F3K9-Q2PX4-C', lines: [], action: '改一改' });
  });

  it('says of a form that came back what the street says of it, and leads to another one', () => {
    expect(viewSent('returned', undefined, { reason: 'notOfDoor' })).toMatchObject({
      sentence: '登记退回来了',
      detail: '网格员说不是这一户的。看看房号对不对，再填一次',
      action: '去登记',
    });
    expect(viewSent('returned', undefined).detail).toContain('没认出这一户');
  });

  it('says of a confirmed home that is not theirs whose it is', () => {
    const receipt = { code: '7F3K9-Q2PX4-C', day: '2026-11-24', plate: PLATE };

    expect(viewSettled('family', receipt)).toMatchObject({ face: 'settled', sentence: '家里人确认好了' });
    expect(viewSettled('bed', receipt).detail).toBe('集体户的内容不在手机上看');
  });

  it('says when a home ended, and leads to the entry of the new one', () => {
    const receipt = { code: '7F3K9-Q2PX4-C', day: '2026-11-24', plate: PLATE };

    expect(viewSent('closed', receipt, { closedOn: '2026-11-30' })).toMatchObject({
      sentence: '11月30日搬走了',
      action: '去登记',
    });
    expect(viewSent('closed', receipt, { closedOn: '2026-11-30', isMerged: true })).toMatchObject({
      sentence: '和另一份登记合成一份了',
      action: '',
    });
  });

  it('has a face for nothing, for no network and for a problem', () => {
    expect(viewNothing().action).toBe('去登记');
    expect(viewProblem(problemOf('OFFLINE')).face).toBe('offline');
    expect(viewProblem(problemOf('NOT_FOUND'))).toMatchObject({ face: 'problem', action: '再试一次' });
    expect(viewProblem(problemOf('INTERNAL')).sentence).toBe('刚才没打开，点“再试一次”');
  });

  it('says who looked by role, act, moment and reason', () => {
    const at = Date.UTC(2026, 10, 24, 1);
    const looks = [
      { id: 'l1', at, role: 'GW', act: 'person.revealPhone', fields: ['phone'], reason: '漏水联系' },
      {
        id: 'l2',
        at,
        role: 'SA',
        act: 'export.download',
        fields: ['compoundTable', 'masked'],
        reason: '月报',
      },
      { id: 'l3', at, role: 'SA', act: 'export.download', fields: ['compoundTable', 'clear'] },
    ] as const;
    const taken = (names: string) => `街道取走了整份登记表，名字、电话${names}`;

    expect(viewLooks(looks)).toEqual([
      { key: 'l1', label: '11月24日 09:00', value: '网格员看了电话', note: '漏水联系', editable: false },
      { key: 'l2', label: '11月24日 09:00', value: taken('是遮住的'), note: '月报', editable: false },
      { key: 'l3', label: '11月24日 09:00', value: taken('都在上面'), note: '', editable: false },
    ]);
  });
});

describe('the privacy page', () => {
  it('names the responsible person, the versions, and every field with purpose, time and readers', () => {
    const view = viewPrivacy(CAMPAIGN);

    expect(view.facts.map(({ value }) => value)).toEqual(expect.arrayContaining(['万保护', '说明第 1 版']));
    const phone = view.fields.find(({ key }) => key === 'phone');
    expect(phone?.note).toContain('网格员、社区、街道');
    expect(view.fields.every(({ value, note }) => value !== '' && note.includes('能看到的'))).toBe(true);
  });

  it('is complete in its fields without ever having had a network', () => {
    expect(viewPrivacy(undefined)).toMatchObject({ facts: [], phone: '' });
    expect(viewPrivacy(undefined).fields.length).toBeGreaterThan(10);
  });
});

describe('the look of a page', () => {
  it.each([
    [undefined, 1, false, '16px'],
    [undefined, 1.29, false, '20.64px'],
    [undefined, 1.3, true, '16px'],
    [undefined, 1.56, true, '19.2px'],
    [true, 1, true, '16px'],
    [false, 1.5, false, '24px'],
    [false, 3, false, '25.6px'],
  ])('of large %s at scale %d is large %s at %s', (large, scale, isLarge, rootSize) => {
    const settings = { theme: 'system', ...(large === undefined ? {} : { large }) } as const;

    expect(lookOf(settings, scale)).toEqual({ large: isLarge, rootSize, theme: '' });
  });
});

describe('改一改', () => {
  it('leads whoever has typed something on with it, and nobody else', () => {
    expect(viewResume('confirmed', PLATE, true)).toMatchObject({
      action: '接着改',
      ways: ['correct', 'household'],
    });
    expect(viewResume('confirmed', undefined, false).ways[0]).toBe('household');
    expect(viewResume('returned', PLATE, true).detail).toContain('您填的都还在');
    expect(viewResume('returned', undefined, false).detail).not.toContain('您填的');
  });

  it('asks which of two goes on', () => {
    for (const face of ['already', 'replaced'] as const) {
      expect(viewResume(face, PLATE, true).ways).toEqual(['goOn', 'newest']);
    }
  });
});
