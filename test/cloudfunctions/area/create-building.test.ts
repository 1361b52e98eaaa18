import type { BuildingSpec } from '@domain/area/building-spec';
import { countDoors } from '@domain/census/coverage';
import type {
  BoardDocument,
  BuildingDocument,
  CompoundDocument,
  DoorDocument,
  EventDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const SPEC: BuildingSpec = {
  label: '8',
  kind: 'tower',
  floors: '1-6',
  skipFloors: [],
  renamedFloors: {},
  units: [{ label: '1', roomsPerFloor: 2, pattern: '{f}{nn}' }],
  shops: 0,
  basements: 0,
};
const site = (spec: BuildingSpec = SPEC) => ({
  compoundId: street.area('苹果花园'),
  gridId: street.area('金果01网格'),
  spec,
});

async function expectBoardIsRecount(): Promise<void> {
  await street.runTimer('rollUp');
  const compoundId = street.area('苹果花园');
  const board = await street.stored<BoardDocument>('boards', compoundId);
  const walls = await street.all<WallDocument>('walls', { compoundId });
  expect(board?.counts).toEqual(countDoors(walls.flatMap(({ slots }) => Object.values(slots))));
  expect(board?.rows).toHaveLength(await street.count('buildings', { compoundId }));
}

describe('create a building', () => {
  it('is refused in a compound or a grid that is not there', async () => {
    const clerk = street.as('community S').area;

    await expectStandstill(
      street,
      () => clerk.createBuilding({ ...site(), compoundId: 'nowhere' }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => clerk.createBuilding({ ...site(), gridId: street.area('金果社区') }),
      refused('NOT_FOUND'),
    );
  });

  it('is refused in a grid of another community than the compound’s', async () => {
    await expectStandstill(
      street,
      () => street.as('office ADM').area.createBuilding({ ...site(), gridId: street.area('樱花01网格') }),
      refused('NOT_FOUND'),
    );
  });

  it('is refused to a worker, and to another community', async () => {
    await expectStandstill(
      street,
      () => street.as('worker W1').area.createBuilding(site()),
      refused('FORBIDDEN'),
    );
    await expectStandstill(
      street,
      () => street.as('leader GL1').area.createBuilding(site()),
      refused('NOT_FOUND'),
    );
  });

  it('is refused for floors that no house has, with a sentence', async () => {
    const spec = { ...SPEC, floors: '9-1' };

    await expectStandstill(
      street,
      () => street.as('community S').area.createBuilding(site(spec)),
      refused('VALIDATION', { field: 'spec' }),
    );
  });

  it('is refused under a label that stands already', async () => {
    await expectStandstill(
      street,
      () => street.as('community S').area.createBuilding(site({ ...SPEC, label: '3' })),
      refused('WRONG_STATE', { field: 'label' }),
    );
  });

  it('draws walls and doors, and is drawn once however often it is sent', async () => {
    const opId = newOpId();

    const first = dataOf(await street.as('community S').area.createBuilding(site(), { opId }));
    const second = await street.as('community S').area.createBuilding(site(), { opId });

    expect(first).toMatchObject({ units: 1, doors: 12 });
    expect(second).toEqual({ ok: true, data: first, duplicate: true });
    const doors = await street.all<DoorDocument>('doors', { buildingId: first.buildingId });
    const walls = await street.all<WallDocument>('walls', { buildingId: first.buildingId });
    expect(doors).toHaveLength(12);
    expect(walls.map(({ slots }) => Object.keys(slots).length)).toEqual([12]);
    expect(await street.count('buildings', { compoundId: street.area('苹果花园') })).toBe(6);
    const events = await street.all<EventDocument>('events', { 'audit.action': 'frame.create' });
    expect(events).toHaveLength(1);
  });

  it('of four at the same moment under one label lets one stand, with its walls and doors alone', async () => {
    const compoundId = street.area('苹果花园');
    const before = { walls: await street.count('walls'), doors: await street.count('doors') };

    const replies = await Promise.all(
      ['community S', 'community S2', 'community S', 'community S2'].map((clerk) =>
        street.as(clerk).area.createBuilding(site()),
      ),
    );

    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    const refusals = replies.filter(({ ok }) => !ok);
    expect(refusals).toEqual(Array(3).fill(refused('WRONG_STATE', { field: 'label' })));
    expect(await street.count('buildings', { compoundId, label: '8' })).toBe(1);
    expect(await street.count('walls')).toBe(before.walls + 1);
    expect(await street.count('doors')).toBe(before.doors + 12);
    await expectBoardIsRecount();
  });

  it('of two at the same moment gives each a number of its own', async () => {
    const labels = ['8', '9', '10'];

    const replies = await Promise.all(
      labels.map((label) => street.as('community S').area.createBuilding(site({ ...SPEC, label }))),
    );

    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true]);
    const buildings = await street.all<BuildingDocument>('buildings', {
      compoundId: street.area('苹果花园'),
    });
    expect(buildings.map(({ order }) => order).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const { _id, order } of buildings) {
      const [wall] = await street.all<WallDocument>('walls', { buildingId: _id });
      const routes = Object.values(wall?.slots ?? {}).map(({ routeKey }) => Number(routeKey.slice(0, 5)));
      expect(new Set(routes)).toEqual(new Set([order]));
    }
  });

  it('is completed by the next call when one was cut short between walls and building', async () => {
    const before = { walls: await street.count('walls'), doors: await street.count('doors') };
    await street.installFaults([
      {
        procedure: 'createBuilding',
        action: 'database.commitTransaction',
        at: { every: 1 },
        kind: 'exit',
        times: 1,
      },
    ]);
    expect((await street.as('community S').area.createBuilding(site())).ok).toBe(false);
    expect(await street.count('buildings', { label: '8', compoundId: street.area('苹果花园') })).toBe(0);
    await expectStandstill(
      street,
      () => street.as('community S').area.createBuilding(site({ ...SPEC, floors: '1-5' })),
      refused('WRONG_STATE', { field: 'spec' }),
    );

    const made = dataOf(await street.as('community S2').area.createBuilding(site()));

    expect(made).toMatchObject({ units: 1, doors: 12 });
    expect(await street.count('walls')).toBe(before.walls + 1);
    expect(await street.count('doors')).toBe(before.doors + 12);
    const compound = await street.stored<CompoundDocument>('compounds', street.area('苹果花园'));
    expect(compound).toMatchObject({ buildingOrder: 6, drawing: {} });
    await expectBoardIsRecount();
  });
});
