/** The phone and the PIN of community, street and audit. */
import type { AssignmentDocument } from '../../../cloudfunctions/repositories/documents';
import { offerByTwo, PHONE, PIN, settle, take, ticketOf } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type PersonCalls, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const MINUTE = 60_000;
const OTHER = 'q'.repeat(26);

async function newAdministrator(): Promise<{ seatId: string; calls: PersonCalls }> {
  return take(street, 'outsider X', await offerByTwo(street, 'SA'));
}

const later = (milliseconds: number): Promise<void> => street.clock.set(street.clock.now() + milliseconds);

describe('a seat of the street', () => {
  it('opens nothing before the pledge, nothing before a phone is bound, and says which', async () => {
    const { calls } = await newAdministrator();
    const call = () => calls.board.readProgress({});

    await expectStandstill(street, call, refused('PLEDGE_REQUIRED'));
    dataOf(await calls.session.signPledge({ version: '1' }));
    await expectStandstill(street, call, refused('FORBIDDEN', { lacks: 'device' }));
    const verify = () => calls.session.verifyPin({ device: PHONE, pin: PIN });
    await expectStandstill(street, verify, refused('WRONG_STATE'));
  });

  it('works from the bound phone, and from no other', async () => {
    const { calls } = await newAdministrator();
    const device = await settle(calls);

    expect((await calls.board.readProgress({}, { device })).ok).toBe(true);
    for (const other of [undefined, { key: OTHER }, { ...device, key: OTHER }]) {
      const options = other === undefined ? {} : { device: other };
      await expectStandstill(
        street,
        () => calls.board.readProgress({}, options),
        refused('FORBIDDEN', { lacks: 'device' }),
      );
    }
  });

  it('asks for the PIN after fifteen minutes without use, and use keeps it open', async () => {
    const { calls } = await newAdministrator();
    let device = await settle(calls);
    for (let step = 0; step < 4; step += 1) {
      await later(14 * MINUTE);
      const reply = await calls.board.readProgress({}, { device });
      expect(reply).toMatchObject({ ok: true, ticket: expect.any(String) });
      device = { key: PHONE, ticket: (reply as { ticket: string }).ticket };
    }

    await later(15 * MINUTE + 1);
    const call = () => calls.board.readProgress({}, { device });
    await expectStandstill(street, call, refused('FORBIDDEN', { lacks: 'pin' }));
    const ticket = ticketOf(dataOf(await calls.session.verifyPin({ device: PHONE, pin: PIN })));
    expect((await calls.board.readProgress({}, { device: { key: PHONE, ticket } })).ok).toBe(true);
  });

  it('takes no ticket that somebody made up, changed or carried to another seat', async () => {
    const { calls } = await newAdministrator();
    const { ticket = '' } = await settle(calls);
    const second = await take(street, 'resident B', await offerByTwo(street, 'SA'));
    const theirs = await settle(second.calls);
    const newer = `${(street.clock.now() + 1).toString(36)}${ticket.slice(ticket.indexOf('.'))}`;

    for (const forged of ['', 'x', newer, theirs.ticket ?? '']) {
      await expectStandstill(
        street,
        () => calls.board.readProgress({}, { device: { key: PHONE, ticket: forged } }),
        refused('FORBIDDEN', { lacks: 'pin' }),
      );
    }
  });

  it('costs neither a read nor a write more for being asked', async () => {
    const { calls } = await newAdministrator();
    const device = await settle(calls);
    dataOf(await calls.board.readProgress({}, { device }));
    dataOf(await calls.board.readProgress({}, { device }));
    const asked = await street.meter();
    dataOf(await street.as('office ADM').board.readProgress({}));
    dataOf(await street.as('office ADM').board.readProgress({}));
    const vouched = await street.meter();

    expect([asked.reads, asked.writes]).toEqual([vouched.reads, vouched.writes]);
  });
});

describe('a PIN', () => {
  it('is six digits that nobody guesses at once', async () => {
    const { calls } = await newAdministrator();

    for (const pin of ['111111', '123456', '654321']) {
      const call = () => calls.session.bindDevice({ device: PHONE, pin, label: '' });
      await expectStandstill(street, call, refused('VALIDATION', { field: 'pin' }));
    }
    for (const pin of ['12345', '1234567', 'abcdef']) {
      const call = () => calls.session.bindDevice({ device: PHONE, pin, label: '' });
      await expectStandstill(street, call, refused('VALIDATION'));
    }
  });

  it('is locked for half an hour by five wrong ones, from wherever they come', async () => {
    const { calls } = await newAdministrator();
    await settle(calls);
    const wrong = () => calls.session.verifyPin({ device: PHONE, pin: '000111' });

    const tries = [await wrong(), await wrong(), await wrong(), await wrong()].map(dataOf);
    expect(tries).toEqual([4, 3, 2, 1].map((left) => ({ verdict: 'wrong', left })));
    const bind = await calls.session.bindDevice({ device: OTHER, pin: '000111', label: '' });
    expect(dataOf(bind)).toMatchObject({ verdict: 'locked' });
    expect(dataOf(await calls.session.verifyPin({ device: PHONE, pin: PIN }))).toMatchObject({
      verdict: 'locked',
    });

    await later(30 * MINUTE);
    expect(dataOf(await calls.session.verifyPin({ device: PHONE, pin: PIN }))).toMatchObject({
      verdict: 'right',
    });
  });

  it('is counted once for each of many tries at the same moment', async () => {
    const { calls } = await newAdministrator();
    await settle(calls);

    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, at) => calls.session.verifyPin({ device: PHONE, pin: `00011${at}` })),
    );

    const wrong = tries.filter((reply) => reply.ok && reply.data.verdict === 'wrong');
    expect(wrong.length).toBeLessThanOrEqual(4);
  });

  it('stands nowhere, nor does what the phone keeps', async () => {
    const { calls, seatId } = await newAdministrator();
    const { ticket = '' } = await settle(calls);

    const stored = JSON.stringify([await street.stored('assignments', seatId), await street.events()]);
    for (const secret of [PIN, PHONE, ticket]) expect(stored).not.toContain(secret);
  });
});

describe('the phones of a seat', () => {
  it('are at most three, a further one is let in by the PIN, and one is ended', async () => {
    const { calls, seatId } = await newAdministrator();
    const device = await settle(calls);
    const bind = (letter: string, pin = PIN) =>
      calls.session.bindDevice({ device: letter.repeat(26), pin, label: letter });

    expect(dataOf(await bind('q', '000111'))).toEqual({ verdict: 'wrong', left: 4 });
    dataOf(await bind('q'));
    dataOf(await bind('r'));
    await expectStandstill(street, () => bind('s'), refused('WRONG_STATE'));
    const { devices } = dataOf(await calls.session.listDevices({}, { device }));
    expect(devices.map(({ label }) => label)).toEqual(['手机', 'q', 'r']);

    const deviceId = devices[0]?.id ?? '';
    await expectStandstill(
      street,
      () => calls.session.revokeDevice({ deviceId: 'nothing' }, { device }),
      refused('NOT_FOUND'),
    );
    expect(dataOf(await calls.session.revokeDevice({ deviceId }, { device }))).toEqual({ left: 2 });
    const change = () => calls.session.revokeDevice({ deviceId: devices[1]?.id ?? '' }, { device });
    await expectStandstill(street, change, refused('FORBIDDEN', { lacks: 'device' }));
    const seat = await street.stored<AssignmentDocument>('assignments', seatId);
    expect(seat?.devices).toHaveLength(2);
  });

  it('are nobody’s who works on the ground', async () => {
    const { session } = street.as('worker W1');

    for (const call of [
      () => session.bindDevice({ device: PHONE, pin: PIN, label: '' }),
      () => session.verifyPin({ device: PHONE, pin: PIN }),
      () => session.listDevices({}),
      () => session.revokeDevice({ deviceId: 'any' }),
    ]) {
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });
});
