import { newAdministrator, PHONE, PIN, settle, ticketOf } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type PersonCalls, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const OTHER = 'q'.repeat(26);
const WRONG = '000111';
const MINUTE = 60_000;

const verify = ({ session }: PersonCalls, pin = PIN, device = PHONE) => session.verifyPin({ device, pin });
const later = (milliseconds: number): Promise<void> => street.clock.set(street.clock.now() + milliseconds);

describe('type the PIN', () => {
  it('is refused to everybody who works on the ground, and to who acts in no seat', async () => {
    for (const person of ['outsider X', 'resident B', 'head H3', 'worker W1', 'volunteer V1']) {
      await expectStandstill(street, () => verify(street.as(person)), refused('FORBIDDEN'));
    }
    const noSeat = () => verify(street.as('office ADM', null));
    await expectStandstill(street, noSeat, refused('FORBIDDEN'));
  });

  it('is refused in the seat of somebody else', async () => {
    const { seatId, calls } = await newAdministrator(street);
    await settle(calls);

    const call = () => verify(street.as('resident B', seatId));

    await expectStandstill(street, call, refused('FORBIDDEN'));
  });

  it('takes six digits only, and no text as a phone that no phone draws', async () => {
    const { calls } = await newAdministrator(street);
    await settle(calls);

    for (const pin of ['', '12345', '1234567', 'abcdef', '１３５７９０']) {
      await expectStandstill(street, () => verify(calls, pin), refused('VALIDATION'));
    }
    await expectStandstill(street, () => verify(calls, PIN, 'short'), refused('VALIDATION'));
  });

  it('is refused before a phone is bound, and from another phone, whether the PIN is right or not', async () => {
    const { calls } = await newAdministrator(street);
    dataOf(await calls.session.signPledge({ version: '1' }));
    await expectStandstill(street, () => verify(calls), refused('WRONG_STATE'));

    dataOf(await calls.session.bindDevice({ device: PHONE, pin: PIN, label: '' }));

    for (const pin of [PIN, WRONG]) {
      await expectStandstill(street, () => verify(calls, pin, OTHER), refused('WRONG_STATE'));
    }
  });

  it('is locked for half an hour by five wrong ones, from wherever they come', async () => {
    const { calls } = await newAdministrator(street);
    await settle(calls);

    const tries = [];
    for (let step = 0; step < 4; step += 1) {
      tries.push(dataOf(await verify(calls, WRONG)));
    }
    expect(tries).toEqual([4, 3, 2, 1].map((left) => ({ verdict: 'wrong', left })));
    const bind = await calls.session.bindDevice({ device: OTHER, pin: WRONG, label: '' });
    const until = street.clock.now() + 30 * MINUTE;
    expect(dataOf(bind)).toEqual({ verdict: 'locked', until });
    expect(dataOf(await verify(calls))).toEqual({ verdict: 'locked', until });

    await later(30 * MINUTE - 1);
    expect(dataOf(await verify(calls))).toEqual({ verdict: 'locked', until });
    await later(1);
    expect(dataOf(await verify(calls))).toMatchObject({ verdict: 'right' });
  });

  it('is counted once for each of many tries at the same moment', async () => {
    const { calls } = await newAdministrator(street);
    await settle(calls);

    const tries = await Promise.all(Array.from({ length: 8 }, (_, at) => verify(calls, `00011${at}`)));

    const wrong = tries.filter((reply) => reply.ok && reply.data.verdict === 'wrong');
    expect(wrong.length).toBeLessThanOrEqual(4);
  });

  it('answers the right one with a ticket that opens, and forgets the wrong ones before it', async () => {
    const { calls } = await newAdministrator(street);
    await settle(calls);
    dataOf(await verify(calls, WRONG));
    await later(16 * MINUTE);

    const ticket = ticketOf(dataOf(await verify(calls)));

    expect((await calls.board.readProgress({}, { device: { key: PHONE, ticket } })).ok).toBe(true);
    expect(dataOf(await verify(calls, WRONG))).toEqual({ verdict: 'wrong', left: 4 });
  });

  it('leaves a record of every try, and of no PIN', async () => {
    const { calls, seatId } = await newAdministrator(street);
    await settle(calls);
    dataOf(await verify(calls, WRONG));
    dataOf(await verify(calls));

    const tries = (await street.events()).filter(({ audit }) => audit.action === 'session.verifyPin');

    expect(tries.map(({ audit }) => audit.objects)).toEqual([[seatId], [seatId]]);
    const fields = tries.map(({ audit }) => audit.fields);
    expect(fields).toEqual(
      expect.arrayContaining([
        ['pin', 'wrong'],
        ['pin', 'right'],
      ]),
    );
    expect(JSON.stringify(tries)).not.toContain(PIN);
  });
});
