import type {
  AssignmentDocument,
  TaskDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { offer, take, takeSecondVolunteer } from '../fixture/seat-steps';
import { changeSeat } from '../fixture/seats';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { taskAt } from '../fixture/tasks';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const V1 = () => street.userId('volunteer V1');
const held = async () => [
  await street.count('walls', { assigneeId: V1() }),
  await street.count('tasks', { assigneeId: V1(), state: 'open' }),
];

/** V1 with two units and a task, the last day of the seat being this one. */
async function lastDay(endsOn: string): Promise<void> {
  await street.replaceAll('tasks', [
    taskAt(street, '苹果花园 3-1-101', { _id: 'open', assigneeId: V1() }),
    taskAt(street, '苹果花园 3-1-102', { _id: 'done', assigneeId: V1(), state: 'done' }),
  ]);
  await changeSeat(street, 'volunteer V1', { endsOn });
}

describe('a term that is over', () => {
  it('hands back units and open tasks in the night after its last day, and not before', async () => {
    await lastDay('2026-03-10');

    await street.runTimer('handBack');
    const onTheDay = await held();
    await street.clock.set(street.clock.now() + 86_400_000);
    await street.runTimer('handBack');
    await street.runTimer('handBack');

    expect([onTheDay, await held()]).toEqual([
      [2, 1],
      [0, 0],
    ]);
    expect(await street.stored<TaskDocument>('tasks', 'open')).toMatchObject({ assigneeId: '', version: 2 });
    expect(await street.stored<TaskDocument>('tasks', 'done')).toMatchObject({
      assigneeId: V1(),
      version: 1,
    });
    const unit = await street.stored<WallDocument>('walls', street.door('苹果花园 3-1-101').unitId);
    expect(unit).not.toHaveProperty('assigneeId');
    // The grid worker has it now; the seat stands, for what its phone still holds.
    const listed = dataOf(await street.as('worker W1').task.listTasks({})).tasks;
    expect(listed.map(({ id }) => id)).toContain('open');
    const seat = await street.stored<AssignmentDocument>('assignments', street.seatId('volunteer V1'));
    expect(seat?.state).toBe('active');
  });

  it('leaves what has gone to another hand, and everything of somebody who goes on in a new seat', async () => {
    await lastDay('2026-03-09');
    const { calls } = await take(street, 'volunteer V1', await offer(street));
    dataOf(await calls.session.signPledge({ version: '1' }));

    await street.runTimer('handBack');

    expect(await held()).toEqual([2, 1]);
  });

  it('leaves the units of others alone', async () => {
    await lastDay('2026-03-09');
    const toSeatId = await takeSecondVolunteer(street);
    const { buildingId, unitId } = street.door('苹果花园 3-2-502');
    const { user } = street.as('community S');
    dataOf(await user.assignUnits({ buildingId, unitIds: [unitId], toSeatId }));

    await street.runTimer('handBack');

    expect(await street.count('walls', { assigneeId: street.userId('volunteer E') })).toBe(1);
    const look = () =>
      street.as('volunteer V1').census.readDoor({ doorId: street.door('苹果花园 3-1-101').id });
    await expectStandstill(street, look, refused('FORBIDDEN'));
  });
});
