import { sentenceFor } from '@domain/kernel/problem';
import { base64url, utf8Bytes } from '@domain/kernel/bytes';
import { hmacSha256 } from '@domain/kernel/sha256';
import { receiptCode } from '@domain/census/receipt';
import type * as acting from '../../miniprogram/services/acting';
import type * as boards from '../../miniprogram/services/board';
import type * as censuses from '../../miniprogram/services/census';
import type * as kept from '../../miniprogram/services/kept-answers';
import type * as links from '../../miniprogram/services/link';
import type * as sessions from '../../miniprogram/services/session';
import type * as changes from '../../miniprogram/services/single-change';
import type * as outbox from '../../miniprogram/services/outbox';
import type * as pages from '../../miniprogram/services/staff-page';
import type * as receipts from '../../miniprogram/packages/worker/services/receipt-check';
import type * as told from '../../miniprogram/packages/worker/services/told-conflicts';
import type * as doors from '../../miniprogram/packages/worker/services/whole-door';
import { FakePhone, refused } from './fake-phone';
import { CAMPAIGN, HOME_SEAT, problemOf } from './samples';

type Services = typeof acting &
  typeof boards &
  typeof censuses &
  typeof kept &
  typeof links &
  typeof sessions &
  typeof changes &
  typeof pages &
  typeof receipts &
  typeof doors &
  typeof outbox &
  typeof told;

const SERVICES = [
  'acting',
  'board',
  'census',
  'kept-answers',
  'link',
  'outbox',
  'session',
  'single-change',
  'staff-page',
].map((name) => `../../miniprogram/services/${name}`);

const WORKERS = '../../miniprogram/packages/worker/services';

function start(phone: FakePhone): Services {
  phone.restart();
  const names = [
    ...SERVICES,
    ...['receipt-check', 'told-conflicts', 'whole-door'].map((name) => `${WORKERS}/${name}`),
  ];
  return Object.assign({}, ...names.map((name) => jest.requireActual<object>(name))) as Services;
}

const ANSWER = { ok: true, data: { name: '万家街道' } };
const BOARD = { kind: 'board', id: '' };

describe('the last answer of a staff page', () => {
  it('is shown again without network, and only to the seat that saw it', async () => {
    const phone = new FakePhone();
    const { board, askKeeping, chooseActingSeat } = start(phone);
    phone.answer = () => ANSWER;
    chooseActingSeat('seat-s');
    await askKeeping(BOARD, board.readProgress({}));
    phone.isOnline = false;

    const again = await askKeeping(BOARD, board.readProgress({}));
    chooseActingSeat('seat-other');
    const other = await askKeeping(BOARD, board.readProgress({}));

    expect(again).toMatchObject({ data: { name: '万家街道' }, problem: { code: 'OFFLINE' } });
    expect(again.problem?.details).toEqual({ sentence: '现在没网，连上网再看' });
    expect(other.data).toBeUndefined();
    expect(phone.sealed.has('kept:board')).toBe(true);
  });

  it('is not shown where the right to see it is gone', async () => {
    const phone = new FakePhone();
    const { board, askKeeping } = start(phone);
    phone.answer = () => ANSWER;
    await askKeeping(BOARD, board.readProgress({}));
    phone.answer = () => refused('FORBIDDEN');

    const again = await askKeeping(BOARD, board.readProgress({}));

    expect(again).toMatchObject({ data: undefined, problem: { code: 'FORBIDDEN' } });
  });

  it('gives way to newer ones: twelve of a kind stay', async () => {
    const phone = new FakePhone();
    const { board, askKeeping } = start(phone);
    phone.answer = () => ANSWER;
    for (let index = 0; index < 13; index += 1) {
      await askKeeping({ kind: 'board', id: String(index) }, board.readProgress({}));
    }
    phone.isOnline = false;
    const first = await askKeeping({ kind: 'board', id: '0' }, board.readProgress({}));
    const last = await askKeeping({ kind: 'board', id: '12' }, board.readProgress({}));

    expect(first.data).toBeUndefined();
    expect(last.data).toEqual({ name: '万家街道' });
  });
});

describe('a change that somebody waits for', () => {
  const change = { name: 'revokeDoorCode', input: { doorId: 'unit-3' } };

  it('without an answer is sent again as the same operation', async () => {
    const phone = new FakePhone();
    const { link, changeOnce } = start(phone);
    phone.losesAnswers = true;
    const lost = await changeOnce(change, link.revokeDoorCode);
    phone.losesAnswers = false;

    const again = await changeOnce(change, link.revokeDoorCode);

    expect([lost.ok, again.ok]).toEqual([false, true]);
    expect(phone.calls[1]).toMatchObject({ opId: phone.calls[0]?.opId, again: true });
    expect(phone.records.size).toBe(1);
  });

  it('promises nothing without network: it is kept nowhere', async () => {
    const phone = new FakePhone();
    const { link, changeOnce } = start(phone);
    phone.isOnline = false;

    const lost = await changeOnce(change, link.revokeDoorCode);

    expect(lost.ok ? '' : sentenceFor(lost.problem)).toBe('现在没网，没记下。有网再点一次');
  });

  it('that was answered is over: the next one is another operation', async () => {
    const phone = new FakePhone();
    const { link, changeOnce } = start(phone);
    phone.answer = () => refused('NOT_FOUND');
    await changeOnce(change, link.revokeDoorCode);
    await changeOnce(change, link.revokeDoorCode);

    expect(phone.calls[1]?.opId).not.toBe(phone.calls[0]?.opId);
    expect(phone.calls[1]?.again).toBeUndefined();
  });
});

describe('the keys of receipts', () => {
  const secret = utf8Bytes('a key of one grid, of this test.');
  const key = { gridId: 'grid1', key: base64url(secret), opensOn: '2026-11-14', closesOn: '2027-02-12' };
  const code = receiptCode((message) => hmacSha256(secret, message), 'unit1-4', '2026-11-20');

  it('are fetched once, kept sealed, and then need no network', async () => {
    const phone = new FakePhone();
    const { bringReceiptKeys, checkReceipt } = start(phone);
    phone.answer = () => ({ ok: true, data: key });
    await bringReceiptKeys(['unit1', 'unit2']);
    phone.isOnline = false;

    expect(await bringReceiptKeys(['unit1', 'unit2'])).toBe(true);
    expect(await checkReceipt(code, 'unit1-4', '2026-11-24')).toEqual({
      verdict: 'genuine',
      day: '2026-11-20',
    });
    expect(phone.calls).toHaveLength(2);
    expect(phone.sealed.has('receiptKeys')).toBe(true);
  });

  it('that were never fetched leave the receipt unread', async () => {
    const phone = new FakePhone();
    const { bringReceiptKeys, checkReceipt } = start(phone);
    phone.isOnline = false;

    expect(await bringReceiptKeys(['unit1'])).toBe(false);
    expect(await checkReceipt(code, 'unit1-4', '2026-11-24')).toEqual({ verdict: 'noKey' });
  });
});

describe('a staff page', () => {
  const worker = { ...HOME_SEAT, id: 'seat2', role: 'GW' as const, label: '金果01网格' };
  const whoami = (seats: object[]): unknown => ({ ok: true, data: { campaign: CAMPAIGN, seats, now: 1 } });
  const page = {
    route: 'packages/worker/pages/wall/wall',
    options: { building: 'b1' },
    data: { waiting: false },
    setData: () => undefined,
  };
  beforeAll(() => void Object.assign(globalThis, { getCurrentPages: () => [page] }));

  it('opens for the acting seat alone, and asks who this is only when nothing is known', async () => {
    const phone = new FakePhone();
    const { openStaffPage, chooseSeat } = start(phone);
    phone.answer = () => whoami([HOME_SEAT, worker]);

    expect((await openStaffPage(['GW'])).seat).toBeUndefined();
    await chooseSeat('seat2');
    expect((await openStaffPage(['GW'])).seat).toMatchObject({ id: 'seat2' });
    expect(phone.calls).toHaveLength(1);
  });

  it('that could not ask who this is says so, and not that the seat is missing', async () => {
    const phone = new FakePhone();
    const { openStaffPage, deniedFace, goFrom } = start(phone);
    const opened: string[] = [];
    Object.assign(wx, { redirectTo: ({ url }: { url: string }) => opened.push(url) });
    const again = jest.fn();
    phone.isOnline = false;

    await openStaffPage(['GW']);
    const face = deniedFace(['GW']);
    goFrom(face, again);

    expect(face).toMatchObject({ face: 'offline', action: '再试一次' });
    expect(opened).toEqual(['/packages/worker/pages/wall/wall?building=b1']);
    expect(again).not.toHaveBeenCalled();
    phone.isOnline = true;
    phone.answer = () => whoami([HOME_SEAT]);
    await openStaffPage(['GW']);
    expect(deniedFace(['GW'])).toMatchObject({ face: 'denied', action: '去“我的”' });
  });

  it('says what is wrong and one way on', () => {
    const { faceOf, deniedFace } = start(new FakePhone());

    expect(deniedFace(['CA', 'SA'])).toMatchObject({
      sentence: '这里要社区、街道才能看',
      action: '去“我的”',
    });
    expect(faceOf(problemOf('NOT_FOUND')).action).toBe('返回');
    expect(faceOf(problemOf('INTERNAL'))).toMatchObject({ face: 'problem', action: '再试一次' });
    expect(faceOf(problemOf('PLEDGE_REQUIRED')).sentence).toContain('保密承诺');
  });
});

describe('two answers of a household', () => {
  it('are told of by a record of this phone no more, once somebody elsewhere has chosen', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    const { keepEntry, flushOutbox, confirmInOutbox, findInOutbox } = services;
    const opId = 'op1'.padEnd(26, '0');
    const answers = [{ opId, outcome: 'conflict', household: { id: 'h1', version: 3, conflicts: 1 } }];
    phone.answer = () => ({ ok: true, data: { answers } });
    await keepEntry({
      ...{ opId, name: 'visit', procedure: 'syncBatch', isBatched: true, input: {}, origin: undefined },
      ...{ group: 'door:a-1', label: '苹果花园 3-2-601', what: '改登记表' },
    });
    await flushOutbox('now');
    await confirmInOutbox(opId);
    const toldOf = async () => services.householdInConflict((await findInOutbox(opId)) ?? { answer: '' });
    expect(await toldOf()).toEqual({ id: 'h1', conflicts: 1 });

    await services.forgetConflicts('h2');
    expect(await toldOf()).toBeDefined();
    await services.forgetConflicts('h1');

    expect(await toldOf()).toBeUndefined();
  });
});

describe('a door', () => {
  const part = (waiting: string[], households: string[], next?: string) => ({
    ok: true,
    data: { waiting, households, ...(next === undefined ? {} : { next }) },
  });

  it('whose forms and households come in several answers is shown once all are there', async () => {
    const phone = new FakePhone();
    const { readWholeDoor } = start(phone);
    const answers = [part(['form 1'], [], 'b'), part(['form 2'], ['home 1'], 'c'), part([], ['home 2'])];
    phone.answer = () => answers.shift() ?? refused('INTERNAL');

    const reply = await readWholeDoor('u-1');

    expect(reply).toEqual(part(['form 1', 'form 2'], ['home 1', 'home 2']));
    expect(phone.calls.map(({ input }) => input)).toEqual([
      { doorId: 'u-1' },
      { doorId: 'u-1', cursor: 'b' },
      { doorId: 'u-1', cursor: 'c' },
    ]);
  });

  it('of which a part does not come is not shown in part', async () => {
    const phone = new FakePhone();
    const { readWholeDoor } = start(phone);
    const answers = [part(['form 1'], [], 'b')];
    phone.answer = () => answers.shift() ?? refused('NOT_FOUND');

    expect(await readWholeDoor('u-1')).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
  });
});
