import type { AssignmentDocument } from '../../../cloudfunctions/repositories/documents';
import { newAdministrator, PIN, settle } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import {
  dataOf,
  newOpId,
  openStreet,
  refused,
  repeated,
  type PersonCalls,
  type TestStreet,
} from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const OTHER = 'q'.repeat(26);

/** A seat with two phones: the proof of the first, and how the seat names both. */
async function twoPhones() {
  const { calls, seatId } = await newAdministrator(street);
  const device = await settle(calls);
  dataOf(await bindOther(calls));
  const seat = await street.stored<AssignmentDocument>('assignments', seatId);
  const [first, second] = seat?.devices ?? [];
  return { calls, seatId, device, first: first?.id ?? '', second: second?.id ?? '' };
}

const bindOther = ({ session }: PersonCalls, pin = PIN) =>
  session.bindDevice({ device: OTHER, pin, label: '旧手机' });

describe('end a phone', () => {
  it('is refused for a phone that is not there, or is of another seat', async () => {
    const { calls, device, first } = await twoPhones();
    const call = (deviceId: string) => calls.session.revokeDevice({ deviceId }, { device });
    await expectStandstill(street, () => call('nothing'), refused('NOT_FOUND'));

    const { session } = street.as('office ADM');
    const foreign = () => session.revokeDevice({ deviceId: first });
    await expectStandstill(street, foreign, refused('NOT_FOUND'));
  });

  it('is refused to everybody who works on the ground, and to who acts in no seat', async () => {
    for (const person of ['outsider X', 'resident B', 'head H3', 'worker W1', 'volunteer V1']) {
      const call = () => street.as(person).session.revokeDevice({ deviceId: 'any' });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    const noSeat = () => street.as('office ADM', null).session.revokeDevice({ deviceId: 'any' });
    await expectStandstill(street, noSeat, refused('FORBIDDEN'));
  });

  it('is refused from a phone that is not bound', async () => {
    const { calls, first } = await twoPhones();

    const call = () => calls.session.revokeDevice({ deviceId: first });

    await expectStandstill(street, call, refused('FORBIDDEN', { lacks: 'device' }));
  });

  it('takes no text that is no id', async () => {
    const { calls, device } = await twoPhones();

    for (const deviceId of ['', 'a b', 'x'.repeat(200)]) {
      const call = () => calls.session.revokeDevice({ deviceId }, { device });
      await expectStandstill(street, call, refused('VALIDATION'));
    }
  });

  it('is refused a second time', async () => {
    const { calls, device, second } = await twoPhones();
    const call = () => calls.session.revokeDevice({ deviceId: second }, { device });
    dataOf(await call());

    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('ends one phone once, and leaves the others', async () => {
    const { calls, seatId, device, second } = await twoPhones();
    const opId = newOpId();
    const input = { deviceId: second };

    const first = dataOf(await calls.session.revokeDevice(input, { device, opId }));

    expect(first).toEqual({ left: 1 });
    const again = await calls.session.revokeDevice(input, { device, opId, again: true });
    expect(again).toEqual(repeated(first));
    expect((await calls.board.readProgress({}, { device })).ok).toBe(true);
    const seat = await street.stored<AssignmentDocument>('assignments', seatId);
    expect(seat?.devices?.map(({ label }) => label)).toEqual(['手机']);
  });

  it('holds on the very next change for the phone that ended itself, and the PIN lets another in', async () => {
    const { calls, seatId, device, first, second } = await twoPhones();
    dataOf(await calls.session.revokeDevice({ deviceId: second }, { device }));
    expect(dataOf(await calls.session.revokeDevice({ deviceId: first }, { device }))).toEqual({ left: 0 });

    const change = () => calls.session.revokeDevice({ deviceId: first }, { device });
    await expectStandstill(street, change, refused('FORBIDDEN', { lacks: 'device' }));
    const seat = await street.stored<AssignmentDocument>('assignments', seatId);
    expect(seat).toMatchObject({ devices: [], deviceBound: false });
    expect(dataOf(await bindOther(calls, '000111'))).toEqual({ verdict: 'wrong', left: 4 });
    expect(dataOf(await bindOther(calls))).toMatchObject({ verdict: 'right' });
  });
});
