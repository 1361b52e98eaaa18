import type { BuildingSpec } from '@domain/area/building-spec';
import type {
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

  it('of two at the same moment under one label lets one stand', async () => {
    const replies = await Promise.all([
      street.as('community S').area.createBuilding(site()),
      street.as('community S2').area.createBuilding(site()),
    ]);

    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await street.count('buildings', { compoundId: street.area('苹果花园'), label: '8' })).toBe(1);
  });
});
