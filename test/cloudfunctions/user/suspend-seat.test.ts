import type {
  AssignmentDocument,
  MessageDocument,
  TaskDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { giveTask, offerByTwo, settle, take, takeSecondVolunteer } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const V1 = () => street.seatId('volunteer V1');
const given = () => street.door('苹果花园 3-1-101');

const unitsOf = (person: string): Promise<WallDocument[]> =>
  street.all('walls', { assigneeId: street.userId(person) });

describe('suspend a seat', () => {
  it('is refused for a seat that is not there, of another community, or of a household', async () => {
    const { user } = street.as('community S');
    const far = street.seatId('leader GL1');

    for (const seatId of ['nowhere', far, street.seatId('office ADM')]) {
      await expectStandstill(street, () => user.suspendSeat({ seatId }), refused('NOT_FOUND'));
    }
  });

  it('is refused to everybody on the ground and to the auditor', async () => {
    for (const person of ['outsider X', 'worker W1', 'head H3', 'auditor Q', 'secretary SEC']) {
      const call = () => street.as(person).user.suspendSeat({ seatId: V1() });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused for a colleague of the community, and for oneself', async () => {
    const { user } = street.as('community S');
    for (const person of ['community S2', 'community S']) {
      const call = () => user.suspendSeat({ seatId: street.seatId(person) });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    const own = () => street.as('office ADM').user.suspendSeat({ seatId: street.seatId('office ADM') });
    await expectStandstill(street, own, refused('FORBIDDEN'));
  });

  it('is refused where the next one has another role, or the reason names a kind of person', async () => {
    const { user } = street.as('community S');
    const worker = { seatId: V1(), toSeatId: street.seatId('worker W1') };
    await expectStandstill(street, () => user.suspendSeat(worker), refused('WRONG_STATE'));
    const collector = { seatId: V1(), toSeatId: street.seatId('cleaner C1') };
    await expectStandstill(
      street,
      () => street.as('office ADM').user.suspendSeat(collector),
      refused('WRONG_STATE'),
    );
    const reason = '家里有重点人员';
    await expectStandstill(
      street,
      () => user.suspendSeat({ seatId: V1(), reason }),
      refused('CONTENT_REJECTED'),
    );
  });

  it('holds on the very next change and reveal, whatever a warm function remembers', async () => {
    const volunteer = street.as('volunteer V1');
    const householdId = street.householdAt('苹果花园 3-1-101').id;
    const reveal = () => volunteer.register.revealPhone({ householdId, reason: '上门核对电话' });
    dataOf(await volunteer.census.readDoor({ doorId: given().id }));
    dataOf(await reveal());

    dataOf(await street.as('community S').user.suspendSeat({ seatId: V1() }));

    await expectStandstill(street, reveal, refused('FORBIDDEN'));
    expect(dataOf(await volunteer.session.whoami({})).seats).toEqual([]);
    await street.clock.set(street.clock.now() + 60_001);
    await expectStandstill(
      street,
      () => volunteer.census.readDoor({ doorId: given().id }),
      refused('FORBIDDEN'),
    );
  });

  it('gives what its holder had back to the grid, once, and tells the holder and who walks it', async () => {
    await giveTask(street);
    const { user } = street.as('community S');
    const opId = newOpId();

    const first = await user.suspendSeat({ seatId: V1(), reason: '手机丢了' }, { opId });
    const again = await user.suspendSeat({ seatId: V1(), reason: '手机丢了' }, { opId, again: true });

    expect(dataOf(first)).toEqual({ units: 2, tasks: 1, left: 0 });
    expect(again).toEqual(repeated(dataOf(first)));
    expect(await unitsOf('volunteer V1')).toEqual([]);
    expect((await street.stored<TaskDocument>('tasks', 'task1'))?.assigneeId).toBe('');
    const told = await street.all<MessageDocument>('messages');
    expect(new Map(told.map(({ userId, kind }) => [userId, kind]))).toEqual(
      new Map([
        [street.userId('volunteer V1'), 'seatSuspended'],
        [street.userId('worker W1'), 'workAssigned'],
        [street.userId('worker W2'), 'workAssigned'],
      ]),
    );
    const twice = () => user.suspendSeat({ seatId: V1() });
    await expectStandstill(street, twice, refused('WRONG_STATE'));
  });

  it('gives it to the one who is named, who is told as well', async () => {
    await giveTask(street);
    const toSeatId = await takeSecondVolunteer(street);

    const moved = await street.as('community S').user.suspendSeat({ seatId: V1(), toSeatId });

    expect(dataOf(moved)).toEqual({ units: 2, tasks: 1, left: 0 });
    expect(await unitsOf('volunteer E')).toHaveLength(2);
    const [told] = await street.all<MessageDocument>('messages', { kind: 'workAssigned' });
    expect(told?.values.place).toBe('苹果花园 3号楼 1单元、3单元');
  });

  it('ends every sign-in of an administrator of the street', async () => {
    const { seatId, calls } = await take(street, 'outsider X', await offerByTwo(street, 'SA'));
    const device = await settle(calls);
    expect((await calls.board.readProgress({}, { device })).ok).toBe(true);

    dataOf(await street.as('office ADM2').user.suspendSeat({ seatId }));

    const seat = await street.stored<AssignmentDocument>('assignments', seatId);
    expect(seat).toMatchObject({ state: 'suspended', devices: [], deviceBound: false });
    const verify = () => calls.session.verifyPin({ device: device.key, pin: '135790' });
    await expectStandstill(street, verify, refused('FORBIDDEN'));
  });
});
