/** What the phone and the PIN of community, street and audit open, and what stays shut without them. */
import { newAdministrator, offerByTwo, PHONE, PIN, settle, take, ticketOf } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const MINUTE = 60_000;
const OTHER = 'q'.repeat(26);

const later = (milliseconds: number): Promise<void> => street.clock.set(street.clock.now() + milliseconds);

describe('a seat of the street', () => {
  it('opens nothing before the pledge, nothing before a phone is bound, and says which', async () => {
    const { calls } = await newAdministrator(street);
    const call = () => calls.board.readProgress({});

    await expectStandstill(street, call, refused('PLEDGE_REQUIRED'));
    dataOf(await calls.session.signPledge({ version: '1' }));
    await expectStandstill(street, call, refused('FORBIDDEN', { lacks: 'device' }));
    const verify = () => calls.session.verifyPin({ device: PHONE, pin: PIN });
    await expectStandstill(street, verify, refused('WRONG_STATE'));
  });

  it('works from the bound phone, and from no other', async () => {
    const { calls } = await newAdministrator(street);
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
    const { calls } = await newAdministrator(street);
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
    const { calls } = await newAdministrator(street);
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
    const { calls } = await newAdministrator(street);
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
  it('stands nowhere, nor does what the phone keeps', async () => {
    const { calls, seatId } = await newAdministrator(street);
    const { ticket = '' } = await settle(calls);

    const stored = JSON.stringify([await street.stored('assignments', seatId), await street.events()]);
    for (const secret of [PIN, PHONE, ticket]) {
      expect(stored).not.toContain(secret);
    }
  });
});
