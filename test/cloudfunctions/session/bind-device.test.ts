import type { AssignmentDocument, MessageDocument } from '../../../cloudfunctions/repositories/documents';
import { newAdministrator, PHONE, PIN, settle } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type PersonCalls, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const key = (letter: string): string => letter.repeat(26);
const bind = ({ session }: PersonCalls, letter: string, pin = PIN) =>
  session.bindDevice({ device: key(letter), pin, label: letter });

const devicesOf = async (seatId: string) =>
  (await street.stored<AssignmentDocument>('assignments', seatId))?.devices;

describe('bind a phone', () => {
  it('is refused to everybody who works on the ground, and to who acts in no seat', async () => {
    for (const person of ['outsider X', 'resident B', 'head H3', 'worker W1', 'volunteer V1']) {
      await expectStandstill(street, () => bind(street.as(person), 'q'), refused('FORBIDDEN'));
    }
    const noSeat = () => bind(street.as('office ADM', null), 'q');
    await expectStandstill(street, noSeat, refused('FORBIDDEN'));
  });

  it('is refused in the seat of somebody else', async () => {
    const { seatId } = await newAdministrator(street);

    const call = () => bind(street.as('resident B', seatId), 'q');

    await expectStandstill(street, call, refused('FORBIDDEN'));
  });

  it('takes six digits that nobody guesses at once', async () => {
    const { calls } = await newAdministrator(street);

    dataOf(await calls.session.signPledge({ version: '1' }));
    for (const pin of ['111111', '123456', '654321']) {
      await expectStandstill(street, () => bind(calls, 'q', pin), refused('VALIDATION', { field: 'pin' }));
    }
    for (const pin of ['12345', '1234567', 'abcdef']) {
      await expectStandstill(street, () => bind(calls, 'q', pin), refused('VALIDATION'));
    }
  });

  it('takes no text as a phone that no phone draws, and no label beyond thirty letters', async () => {
    const { calls } = await newAdministrator(street);

    for (const changes of [{ device: 'short' }, { device: 'P'.repeat(26) }, { label: '长'.repeat(31) }]) {
      const call = () => calls.session.bindDevice({ device: PHONE, pin: PIN, label: '', ...changes });
      await expectStandstill(street, call, refused('VALIDATION'));
    }
  });

  it('is refused for a fourth phone', async () => {
    const { calls, seatId } = await newAdministrator(street);
    await settle(calls);
    dataOf(await bind(calls, 'q'));
    dataOf(await bind(calls, 'r'));

    await expectStandstill(street, () => bind(calls, 's'), refused('WRONG_STATE'));

    expect((await devicesOf(seatId))?.map(({ label }) => label)).toEqual(['手机', 'q', 'r']);
  });

  it('lets a further phone in by the PIN only, and a wrong one is counted', async () => {
    const { calls, seatId } = await newAdministrator(street);
    await settle(calls);

    expect(dataOf(await bind(calls, 'q', '000111'))).toEqual({ verdict: 'wrong', left: 4 });
    expect(await devicesOf(seatId)).toHaveLength(1);
    expect(dataOf(await bind(calls, 'q'))).toMatchObject({ verdict: 'right' });
    expect(await devicesOf(seatId)).toHaveLength(2);
  });

  it('binds the same phone once, and tells the holder of each new one', async () => {
    const { calls, seatId } = await newAdministrator(street);
    await settle(calls);

    dataOf(await bind(calls, 'q'));
    dataOf(await bind(calls, 'q'));

    expect(await street.stored('assignments', seatId)).toMatchObject({ deviceBound: true });
    expect(await devicesOf(seatId)).toHaveLength(2);
    const told = await street.all<MessageDocument>('messages', { kind: 'deviceBound' });
    expect(told.map(({ userId, values }) => [userId, values.note]).sort()).toEqual(
      [
        [street.userId('outsider X'), 'q'],
        [street.userId('outsider X'), '手机'],
      ].sort(),
    );
  });

  it('never passes three, however many ask at the same moment', async () => {
    const { calls, seatId } = await newAdministrator(street);
    await settle(calls);

    await Promise.all(['q', 'r', 's', 't', 'u'].map((letter) => bind(calls, letter)));

    expect((await devicesOf(seatId))?.length).toBeLessThanOrEqual(3);
  });
});
