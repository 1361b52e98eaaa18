import type {
  MessageDocument,
  TaskDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { takeSecondVolunteer } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import { taskAt } from '../fixture/tasks';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const buildingId = () => street.building('苹果花园 3');
const free = () => street.door('苹果花园 3-2-502').unitId;
const given = () => street.door('苹果花园 3-1-101').unitId;
const V1 = () => street.seatId('volunteer V1');

describe('assign units', () => {
  it('is refused for units that are not there, of another building, or out of reach', async () => {
    const { user } = street.as('community S');
    const other = street.door('樱花苑 2-1-302');
    const toSeatId = V1();

    for (const input of [
      { buildingId: buildingId(), unitIds: ['nowhere'], toSeatId },
      { buildingId: buildingId(), unitIds: [other.unitId], toSeatId },
      { buildingId: other.buildingId, unitIds: [other.unitId], toSeatId },
      { buildingId: buildingId(), unitIds: [free()], toSeatId: 'nowhere' },
    ]) {
      await expectStandstill(street, () => user.assignUnits(input), refused('NOT_FOUND'));
    }
  });

  it('is refused to those who walk themselves, to heads and to the auditor', async () => {
    const input = { buildingId: buildingId(), unitIds: [free()], toSeatId: V1() };

    for (const person of [
      'worker W1',
      'volunteer V1',
      'head H3',
      'auditor Q',
      'secretary SEC',
      'outsider X',
    ]) {
      await expectStandstill(street, () => street.as(person).user.assignUnits(input), refused('FORBIDDEN'));
    }
  });

  it('is refused to a collector of sheets, to a grid worker, and to a seat that is stopped', async () => {
    const { user } = street.as('office ADM');
    const to = (toSeatId: string) => () =>
      user.assignUnits({ buildingId: buildingId(), unitIds: [free()], toSeatId });

    await expectStandstill(street, to(street.seatId('cleaner C1')), refused('WRONG_STATE'));
    await expectStandstill(street, to(street.seatId('worker W1')), refused('WRONG_STATE'));
    dataOf(await user.suspendSeat({ seatId: V1() }));
    await expectStandstill(street, to(V1()), refused('WRONG_STATE'));
  });

  it('is refused with a comment that names a kind of person', async () => {
    const input = { buildingId: buildingId(), unitIds: [free()], toSeatId: V1(), comment: '这家信访过' };
    const call = () => street.as('community S').user.assignUnits(input);

    await expectStandstill(street, call, refused('CONTENT_REJECTED'));
  });

  it('gives a whole building at once with a comment, and tells who gets it and who had it', async () => {
    const toSeatId = await takeSecondVolunteer(street);
    const { user } = street.as('community S');
    const walls = await street.all<WallDocument>('walls', { buildingId: buildingId() });
    const input = {
      buildingId: buildingId(),
      unitIds: walls.map(({ _id }) => _id),
      toSeatId,
      comment: '3 楼有狗，先打电话',
    };
    const opId = newOpId();

    const first = dataOf(await user.assignUnits(input, { opId }));

    expect(first).toEqual({ units: 3, tasks: 0, left: 0 });
    expect(await user.assignUnits(input, { opId, again: true })).toEqual(repeated(first));
    const after = await street.all<WallDocument>('walls', { assigneeId: street.userId('volunteer E') });
    expect(after).toHaveLength(3);
    expect(after.every(({ version }, at) => version === (walls[at]?.version ?? 0) + 1)).toBe(true);
    const told = await street.all<MessageDocument>('messages');
    const of = (kind: string) => told.find((message) => message.kind === kind);
    expect(of('workAssigned')?.values).toEqual({
      place: '苹果花园 3号楼 1单元、2单元、3单元',
      day: '3月10日',
      note: '3 楼有狗，先打电话',
    });
    expect(of('workMoved')).toMatchObject({
      userId: street.userId('volunteer V1'),
      values: { place: '苹果花园 3号楼 1单元、3单元' },
    });
  });

  it('takes the open tasks of a unit along, those of nobody as well, and leaves what is others’', async () => {
    const V = street.userId('volunteer V1');
    const W = street.userId('worker W1');
    const at = '苹果花园 3-1-101';
    await street.replaceAll('tasks', [
      taskAt(street, at, { _id: 'former', assigneeId: V }),
      taskAt(street, at, { _id: 'free', kind: 'tenancy' }),
      taskAt(street, at, { _id: 'sent', kind: 'hardDoor', assigneeId: V }),
      taskAt(street, at, { _id: 'workers', kind: 'hardDoor', assigneeId: W }),
      taskAt(street, at, { _id: 'toDecide', kind: 'decideDoor' }),
      taskAt(street, at, { _id: 'over', state: 'done', assigneeId: V }),
      taskAt(street, '苹果花园 3-2-502', { _id: 'beside' }),
    ]);
    const toSeatId = await takeSecondVolunteer(street);
    const { user } = street.as('community S');
    const input = { buildingId: buildingId(), unitIds: [given()], toSeatId };

    const moved = dataOf(await user.assignUnits(input));

    expect(moved).toEqual({ units: 1, tasks: 3, left: 0 });
    const after = await street.all<TaskDocument>('tasks');
    const E = street.userId('volunteer E');
    expect(Object.fromEntries(after.map(({ _id, assigneeId }) => [_id, assigneeId]))).toEqual({
      former: E,
      free: E,
      sent: E,
      workers: W,
      toDecide: '',
      over: V,
      beside: '',
    });
    const listed = dataOf(await street.as('volunteer E', toSeatId).task.listTasks({})).tasks;
    expect(listed.map(({ id }) => id).sort()).toEqual(['former', 'free', 'sent']);
  });

  it('goes on with what one call did not carry when it is asked again', async () => {
    const tasks = Array.from({ length: 25 }, (_, at) =>
      taskAt(street, '苹果花园 3-1-101', { _id: `task${at}`, assigneeId: street.userId('volunteer V1') }),
    );
    await street.replaceAll('tasks', tasks);
    const toSeatId = await takeSecondVolunteer(street);
    const { user } = street.as('community S');
    const input = { buildingId: buildingId(), unitIds: [given()], toSeatId };

    const first = dataOf(await user.assignUnits(input));
    const second = dataOf(await user.assignUnits(input));

    expect([first, second]).toEqual([
      { units: 1, tasks: 20, left: 5 },
      { units: 0, tasks: 5, left: 0 },
    ]);
  });

  it('takes units back where nobody is named, tells who walks the grid, and gives nothing twice', async () => {
    const { user } = street.as('community S');
    const same = { buildingId: buildingId(), unitIds: [given()], toSeatId: V1() };
    await expectStandstill(street, () => user.assignUnits(same), {
      ok: true,
      data: { units: 0, tasks: 0, left: 0 },
    });

    const comment = '三楼有狗，先打电话';
    dataOf(await user.assignUnits({ buildingId: buildingId(), unitIds: [given()], comment }));

    const told = await street.all<MessageDocument>('messages');
    const place = '苹果花园 3号楼 1单元';
    for (const [person, kind] of [
      ['worker W1', 'workAssigned'],
      ['worker W2', 'workAssigned'],
      ['volunteer V1', 'workMoved'],
    ] as const) {
      const note = kind === 'workAssigned' ? { note: comment } : {};
      expect(told).toContainEqual(
        expect.objectContaining({
          userId: street.userId(person),
          kind,
          values: { place, day: '3月10日', ...note },
        }),
      );
    }
    expect(told).toHaveLength(3);
    expect(await street.stored<WallDocument>('walls', given())).not.toHaveProperty('assigneeId');
    const call = () =>
      street.as('volunteer V1').census.readDoor({ doorId: street.door('苹果花园 3-1-101').id });
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });
});
