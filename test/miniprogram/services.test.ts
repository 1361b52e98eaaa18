import type * as acting from '../../miniprogram/services/acting';
import { changedPaths } from '../../miniprogram/services/changed-paths';
import type * as links from '../../miniprogram/services/link';
import type * as ids from '../../miniprogram/services/new-op-id';
import { isPassing, refusedEntry } from '../../miniprogram/services/outbox-entry';
import type * as sessions from '../../miniprogram/services/session';
import type * as settings from '../../miniprogram/services/settings';
import type * as subscriptions from '../../miniprogram/services/subscription';
import { FakePhone, refused, settle } from './fake-phone';
import { CAMPAIGN, entryOf, HOME_SEAT, problemOf } from './samples';

type Services = typeof acting & typeof ids & typeof links & typeof sessions & typeof settings;

function start(phone: FakePhone): Services {
  phone.restart();
  const names = ['session', 'settings', 'link', 'new-op-id', 'acting'];
  const parts = names.map((name) => jest.requireActual<object>(`../../miniprogram/services/${name}`));
  return Object.assign({}, ...parts) as Services;
}

const WHOAMI = { ok: true, data: { campaign: CAMPAIGN, seats: [HOME_SEAT], now: 1 } };

describe('a call', () => {
  it('answers OFFLINE instead of failing when there is no network', async () => {
    const phone = new FakePhone();
    const { link } = start(phone);
    phone.isOnline = false;

    const reply = await link.openLink({ scene: 'H.7F3K9Q2PX4.d1' });

    expect(reply).toMatchObject({ ok: false, problem: { code: 'OFFLINE' } });
  });

  it('sends a read a second time, once, when the platform failed', async () => {
    const phone = new FakePhone();
    const { link } = start(phone);
    phone.answer = () => 'not an envelope';

    const reply = await link.openLink({ scene: 'H.7F3K9Q2PX4.d1' });

    expect(reply).toMatchObject({ ok: false, problem: { code: 'DEPENDENCY_UNAVAILABLE' } });
    expect(phone.calls).toHaveLength(2);
  });

  it('does not repeat a refusal', async () => {
    const phone = new FakePhone();
    const { link } = start(phone);
    phone.answer = () => refused('REVOKED_CODE');

    await link.openLink({ scene: 'H.7F3K9Q2PX4.d1' });

    expect(phone.calls).toHaveLength(1);
  });

  it('takes a code that is not in the catalogue for a failure of the platform', async () => {
    const phone = new FakePhone();
    const { link } = start(phone);
    phone.answer = () => refused('toString');

    expect(await link.openLink({ scene: 'x' })).toMatchObject({
      problem: { code: 'DEPENDENCY_UNAVAILABLE' },
    });
  });

  it('acts under the chosen seat, and under none where the page says so', async () => {
    const phone = new FakePhone();
    const { link, chooseActingSeat } = start(phone);
    chooseActingSeat('seat1');

    await link.openLink({ scene: 'x' });
    await link.openLink({ scene: 'x' }, { actAs: 'nobody' });

    expect(phone.calls.map(({ actAs }) => actAs)).toEqual(['seat1', undefined]);
  });
});

describe('the session', () => {
  it('asks once a start, whoever wants to know', async () => {
    const phone = new FakePhone();
    const { openSession } = start(phone);
    phone.answer = () => WHOAMI;

    const [one, other] = await Promise.all([openSession(), openSession()]);

    expect(phone.calls).toHaveLength(1);
    expect(one.session).toEqual(other.session);
  });

  it('knows office and home after a restart without network, and says that the answer is old', async () => {
    const phone = new FakePhone();
    phone.answer = () => WHOAMI;
    await start(phone).openSession();
    phone.isOnline = false;

    const { openSession, homeSeatOf } = start(phone);
    const { session, problem } = await openSession();

    expect(problem?.code).toBe('OFFLINE');
    expect(session.campaign?.publicPhone).toBe('10000000000');
    expect(homeSeatOf(session)?.householdId).toBe('household1');
    expect(phone.sealed.has('session')).toBe(true);
  });

  it('keeps the chosen seat while it exists and falls back when it is gone', async () => {
    const phone = new FakePhone();
    const staff = { ...HOME_SEAT, id: 'seat2', role: 'GW' };
    phone.answer = () => ({ ok: true, data: { campaign: CAMPAIGN, seats: [HOME_SEAT, staff], now: 1 } });
    const first = start(phone);
    await first.openSession();
    await first.chooseSeat('seat2');
    phone.answer = () => WHOAMI;

    const second = start(phone);
    expect((await second.knownSession()).seatId).toBe('seat2');
    await second.openSession();

    expect(second.actingSeat()).toBe('seat1');
  });
});

describe('settings', () => {
  it('survive a restart and shrug at what they do not know', async () => {
    const phone = new FakePhone();
    await start(phone).saveSettings({ large: true, theme: 'dark' });
    expect(await start(phone).loadSettings()).toEqual({ large: true, theme: 'dark' });

    phone.storage.set('settings', JSON.stringify({ theme: 'pink', large: 'yes' }));
    expect(await start(phone).loadSettings()).toEqual({ theme: 'system' });
  });
});

describe('operation ids', () => {
  it('have the shape that the contract wants and do not repeat', async () => {
    const { newOpId, newMemberKey } = start(new FakePhone());
    const ids = await Promise.all(Array.from({ length: 200 }, () => newOpId()));

    expect(new Set(ids).size).toBe(200);
    expect(ids.every((id) => /^[0-9a-z]{26}$/.test(id))).toBe(true);
    expect(newMemberKey()).toMatch(/^[0-9a-z]{8}$/);
    await settle();
  });
});

describe('a refused entry', () => {
  const at = { now: 1000, chance: 0 };

  it.each([
    [1, 1750],
    [2, 2500],
    [4, 7000],
    [30, 226_000],
  ])('after %d attempts waits until %d', (attempts, notBefore) => {
    expect(refusedEntry(entryOf({ attempts }), problemOf('OFFLINE'), at).notBefore).toBe(notBefore);
  });

  it('waits as long as the cloud asks', () => {
    const problem = { ...problemOf('RATE_LIMITED'), details: { retryAfterSeconds: 40 } };

    expect(refusedEntry(entryOf({ attempts: 1 }), problem, at).notBefore).toBe(41_000);
  });

  it('counts what the person must mend and nothing else', () => {
    expect(isPassing('READ_ONLY_MODE')).toBe(true);
    expect(refusedEntry(entryOf({ rejections: 4 }), problemOf('VALIDATION'), at).state).toBe('parked');
    expect(refusedEntry(entryOf({ rejections: 4 }), problemOf('INTERNAL'), at).state).toBe('queued');
    expect(refusedEntry(entryOf({}), problemOf('CONTENT_REJECTED'), at).state).toBe('parked');
  });
});

describe('changed paths', () => {
  it.each([
    [{ a: 1 }, { a: 1 }, {}],
    [{ a: 1 }, { a: 2 }, { 'v.a': 2 }],
    [{ a: [1, 2] }, { a: [1, 3] }, { 'v.a[1]': 3 }],
    [{ a: [1] }, { a: [1, 2] }, { 'v.a': [1, 2] }],
    [{ a: { b: 1, c: 1 } }, { a: { b: 1 } }, { 'v.a': { b: 1 } }],
    [null, { a: 1 }, { v: { a: 1 } }],
    [{ a: { b: 1 } }, { a: null }, { 'v.a': null }],
  ])('from %j to %j are %j', (before, after, paths) => {
    expect(changedPaths('v', before, after)).toEqual(paths);
  });
});

describe('what WeChat may bring', () => {
  const DEPLOYMENT = '../../miniprogram/deployment';
  afterEach(() => jest.unmock(DEPLOYMENT));

  function startWith(templates: Record<string, string>) {
    const phone = new FakePhone();
    jest.doMock(DEPLOYMENT, () => ({ MESSAGE_TEMPLATES: templates }));
    phone.restart();
    Object.assign(wx, {
      requestSubscribeMessage: ({ tmplIds, success }: Parameters<typeof wx.requestSubscribeMessage>[0]) => {
        success?.({ errMsg: 'ok', [tmplIds[0] ?? '']: 'accept', [tmplIds[1] ?? '-']: 'reject' });
      },
    });
    const subscription = jest.requireActual<typeof subscriptions>('../../miniprogram/services/subscription');
    return { phone, subscription };
  }

  it('is asked of what the street has registered, and the ledger learns what was allowed', async () => {
    const { phone, subscription } = startWith({ reviewResult: 'one', taskReminder: 'two' });

    expect(subscription.firstGrant(['taskReminder'])).toBe('');
    expect(await subscription.askForMessages(['reviewResult', 'taskReminder'])).toBe('accepted');
    expect(phone.calls.map(({ input }) => input)).toEqual([{ templates: ['reviewResult'] }]);
  });

  it('is asked of nobody where the street has registered none', async () => {
    const { subscription } = startWith({ reviewResult: '', taskReminder: 'two' });

    expect(subscription.firstGrant(['reviewResult'])).toBe('none');
    expect(subscription.firstGrant(['reviewResult', 'taskReminder'])).toBe('');
  });
});
