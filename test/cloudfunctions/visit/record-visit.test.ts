import type {
  TaskDocument,
  VisitDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import {
  accepted,
  dataOf,
  openStreet,
  refused,
  repeated,
  newOpId,
  type Door,
  type TestStreet,
} from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = (): Door => street.door('苹果花园 3-2-502');
const worker = () => street.as('worker W1').visit;
const slotOf = async ({ unitId, slot }: Door) =>
  (await street.stored<WallDocument>('walls', unitId))?.slots[String(slot)];

describe('a knock', () => {
  it('is refused at a door that is not there, and at one out of reach', async () => {
    const far = street.door('龙泉苑 1-1-101');
    for (const doorId of ['nowhere', `${door().unitId}-999`, far.id]) {
      await expectStandstill(
        street,
        () => worker().recordVisit({ doorId, result: 'nobody' }),
        refused('NOT_FOUND'),
      );
    }
  });

  it('is a volunteer’s in the units the volunteer has, and in no other unit of the same building', async () => {
    const { buildingId, unitId, id: doorId } = door();
    const { visit } = street.as('volunteer V1');
    const { user } = street.as('community S');
    const knock = () => visit.recordVisit({ doorId, result: 'nobody' });
    const own = await visit.recordVisit({ doorId: street.door('苹果花园 3-1-101').id, result: 'nobody' });

    // V1 has the first and the third staircase; this door is in the second.
    expect(own.ok).toBe(true);
    await expectStandstill(street, knock, refused('NOT_FOUND'));
    const toSeatId = street.seatId('volunteer V1');
    dataOf(await user.assignUnits({ buildingId, unitIds: [unitId], toSeatId }));
    expect(await knock()).toMatchObject({ ok: true, data: { visit: 'planned', attempts: 1 } });
    dataOf(await user.assignUnits({ buildingId, unitIds: [unitId] }));
    await expectStandstill(street, knock, refused('NOT_FOUND'));
  });

  it('is refused to a building head, a resident and an administrator', async () => {
    for (const person of ['head H3', 'outsider X', 'community S']) {
      await expectStandstill(
        street,
        () => street.as(person).visit.recordVisit({ doorId: door().id, result: 'nobody' }),
        refused('FORBIDDEN'),
      );
    }
  });

  it('is refused with a day that is over, without a sign of vacancy, and with a place', async () => {
    const doorId = door().id;
    for (const input of [
      { doorId, result: 'nobody', next: { on: '2026-03-09' } },
      { doorId, result: 'nobody', next: { on: '2026-06-30' } },
      { doorId, result: 'nobody', next: { on: '2026-13-45' } },
      { doorId, result: 'nobody', next: { on: '2026-03-12', hour: 3 } },
      { doorId, result: 'vacant' },
      { doorId, result: 'nobody', location: [45.7, 126.6] },
    ] as const) {
      await expectStandstill(street, () => worker().recordVisit(input), refused('VALIDATION'));
    }
  });

  it('is refused where the door cannot follow it, and after the campaign', async () => {
    const doorId = door().id;
    await expectStandstill(
      street,
      () => worker().recordVisit({ doorId, result: 'collected' }),
      refused('WRONG_STATE', { state: 'missing' }),
    );
    await street.changeCampaign({ isOpen: false });
    await expectStandstill(
      street,
      () => worker().recordVisit({ doorId, result: 'nobody' }),
      refused('PURPOSE_CLOSED'),
    );
  });

  it('in vain plans the next one; the third gives the door to the community', async () => {
    const doorId = door().id;
    const opId = newOpId();
    const first = await worker().recordVisit({ doorId, result: 'nobody', slipLeft: true }, { opId });

    expect(first).toEqual(
      accepted({
        visit: 'planned',
        state: 'missing',
        attempts: 1,
        next: { on: '2026-03-11', hour: 19 },
        toCommunity: false,
      }),
    );
    expect(
      await worker().recordVisit({ doorId, result: 'nobody', slipLeft: true }, { opId, again: true }),
    ).toEqual(repeated(dataOf(first)));
    const [task] = await street.all<TaskDocument>('tasks', { kind: 'revisit' });
    expect(task).toMatchObject({ state: 'open', dueOn: '2026-03-11', doorId });
    expect(task).not.toHaveProperty('isCall');

    dataOf(await worker().recordVisit({ doorId, result: 'callNeeded', next: { on: '2026-03-19' } }));
    dataOf(await worker().planVisit({ doorId, next: { on: '2026-03-20' } }));
    expect(dataOf(await street.as('worker W1').task.listTasks({})).tasks).toMatchObject([
      { kind: 'revisit', dueOn: '2026-03-20', isCall: true },
    ]);
    expect(dataOf(await worker().recordVisit({ doorId, result: 'nobody' }))).toMatchObject({
      attempts: 3,
      toCommunity: true,
    });
    const tasks = await street.all<TaskDocument>('tasks', { doorId });
    expect(tasks.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'decideDoor open',
      'revisit done',
    ]);
    await expectStandstill(
      street,
      () => worker().recordVisit({ doorId, result: 'nobody' }),
      refused('WRONG_STATE', { attempts: 3 }),
    );
  });

  it('moves the wall, keeps how long it took, and no place', async () => {
    const doorId = door().id;
    const signs = ['noComings', 'buildingHead'] as const;
    const paradata = { seconds: 40, edits: 2 };

    const answer = dataOf(
      await worker().recordVisit({ doorId, result: 'vacant', signs: [...signs], paradata }),
    );

    expect(answer).toMatchObject({ state: 'vacant', visit: 'done' });
    expect(await slotOf(door())).toMatchObject({ state: 'vacant', visit: { result: 'vacant', count: 1 } });
    const [visit] = await street.all<VisitDocument>('visits', { doorId });
    expect(visit).toMatchObject({ signs, paradata, isSkewed: false, by: street.userId('worker W1') });
    expect(JSON.stringify(visit)).not.toMatch(/latitude|longitude|location/);
  });
});
