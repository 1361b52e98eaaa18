import type {
  MessageDocument,
  TaskDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { giveTask, takeSecondVolunteer } from '../fixture/seat-steps';
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

describe('hand over', () => {
  it('is refused for a seat that is not there, or of another community', async () => {
    const { user } = street.as('community S');
    const toSeatId = await takeSecondVolunteer(street);
    const far = street.seatId('leader GL1');

    for (const input of [
      { seatId: 'nowhere', toSeatId },
      { seatId: V1(), toSeatId: 'nowhere' },
      { seatId: far, toSeatId },
      { seatId: V1(), toSeatId: far },
    ]) {
      await expectStandstill(street, () => user.handOver(input), refused('NOT_FOUND'));
    }
  });

  it('is refused to everybody on the ground and to the auditor, and with the own seat', async () => {
    const input = { seatId: V1(), toSeatId: await takeSecondVolunteer(street) };

    for (const person of [
      'worker W1',
      'volunteer V1',
      'head H3',
      'auditor Q',
      'secretary SEC',
      'outsider X',
    ]) {
      await expectStandstill(street, () => street.as(person).user.handOver(input), refused('FORBIDDEN'));
    }
    const { user } = street.as('community S');
    const own = street.seatId('community S');
    for (const ends of [
      { seatId: V1(), toSeatId: own },
      { seatId: own, toSeatId: V1() },
    ]) {
      await expectStandstill(street, () => user.handOver(ends), refused('FORBIDDEN'));
    }
  });

  it('is refused with a comment that is too long, or names a kind of person', async () => {
    const { user } = street.as('community S');
    const toSeatId = await takeSecondVolunteer(street);
    const call = (comment: string) => () => user.handOver({ seatId: V1(), toSeatId, comment });

    await expectStandstill(street, call('好'.repeat(61)), refused('VALIDATION', { field: 'comment' }));
    await expectStandstill(street, call('这家信访过'), refused('CONTENT_REJECTED'));
  });

  it('is refused to the same hand, another role, a stopped seat, and when there is nothing', async () => {
    const { user } = street.as('community S');
    const second = await takeSecondVolunteer(street);
    const call = (seatId: string, toSeatId: string) => () => user.handOver({ seatId, toSeatId });

    await expectStandstill(street, call(V1(), street.seatId('worker W1')), refused('WRONG_STATE'));
    await expectStandstill(street, call(V1(), V1()), refused('WRONG_STATE'));
    await expectStandstill(street, call(second, V1()), refused('WRONG_STATE'));
    dataOf(await user.suspendSeat({ seatId: second }));
    await expectStandstill(street, call(V1(), second), refused('WRONG_STATE'));
  });

  it('moves units and open tasks in one act, once, and sight goes with them', async () => {
    await giveTask(street);
    const toSeatId = await takeSecondVolunteer(street);
    const { user } = street.as('community S');
    const opId = newOpId();

    const first = dataOf(await user.handOver({ seatId: V1(), toSeatId }, { opId }));
    const again = await user.handOver({ seatId: V1(), toSeatId }, { opId, again: true });

    expect(first).toEqual({ units: 2, tasks: 1, left: 0 });
    expect(again).toEqual(repeated(first));
    const assigneeId = street.userId('volunteer E');
    expect(await street.all<WallDocument>('walls', { assigneeId })).toHaveLength(2);
    expect(await street.stored<TaskDocument>('tasks', 'task1')).toMatchObject({ assigneeId, version: 2 });
    const look = (person: string, seatId: string) =>
      street.as(person, seatId).census.readDoor({ doorId: given().id });
    await expectStandstill(street, () => look('volunteer V1', V1()), refused('NOT_FOUND'));
    expect((await look('volunteer E', toSeatId)).ok).toBe(true);
  });

  it('tells both, the one who gets it with the comment, and is on record', async () => {
    const toSeatId = await takeSecondVolunteer(street);
    const { user } = street.as('community S');

    dataOf(await user.handOver({ seatId: V1(), toSeatId, comment: '老人认识你' }));

    const told = await street.all<MessageDocument>('messages');
    const of = (kind: string) => told.find((message) => message.kind === kind);
    expect(of('workAssigned')).toMatchObject({
      userId: street.userId('volunteer E'),
      values: { note: '老人认识你' },
    });
    expect(of('workMoved')).toMatchObject({ userId: street.userId('volunteer V1') });
    const events = (await street.events()).filter(({ audit }) => audit.action === 'user.handover');
    expect(events).toHaveLength(1);
    expect(events[0]?.audit.objects).toEqual(expect.arrayContaining([V1(), toSeatId, given().unitId]));
  });
});
