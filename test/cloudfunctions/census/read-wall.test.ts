import type { WallDocument } from '../../../cloudfunctions/repositories/documents';
import { handIn } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const own = () => street.building('苹果花园 3');

describe('read the wall of a building', () => {
  it('is refused for a building or a unit that is not there, or of another grid', async () => {
    const worker = street.as('worker W1').census;
    const { unitId } = street.door('苹果花园 5-1-101');

    for (const input of [
      { buildingId: 'nowhere' },
      { buildingId: street.building('苹果花园 5') },
      { buildingId: own(), unitId },
    ]) {
      await expectStandstill(street, () => worker.readWall(input), refused('NOT_FOUND'));
    }
  });

  it('is refused to residents and auditors, and to a building head of another building', async () => {
    for (const person of ['outsider X', 'auditor Q', 'volunteer E']) {
      const call = () => street.as(person).census.readWall({ buildingId: own() });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    await expectStandstill(
      street,
      () => street.as('head H3').census.readWall({ buildingId: street.building('苹果花园 5') }),
      refused('NOT_FOUND'),
    );
  });

  it('shows every door with its state, and the counts of the truth', async () => {
    const wall = dataOf(await street.as('worker W1').census.readWall({ buildingId: own() }));

    expect(wall.units.map(({ doors }) => doors.length)).toEqual([12, 12, 12]);
    expect(wall.moreUnits).toEqual([]);
    expect(wall.counts).toEqual(street.truth.buildings.get(own())?.counts);
  });

  it('moves with a form at once', async () => {
    const door = street.door('苹果花园 3-2-502');
    await handIn(street, door);

    const { units } = dataOf(await street.as('worker W1').census.readWall({ buildingId: own() }));

    const slot = units.find(({ id }) => id === door.unitId)?.doors.find(({ room }) => room === '502');
    expect(slot).toEqual({
      slot: door.slot,
      room: '502',
      floor: '5',
      state: 'pending',
      waiting: 1,
      flagged: false,
    });
  });

  it('shows one unit where one is asked for, and names the others', async () => {
    const { unitId } = street.door('苹果花园 3-2-502');

    const { units, moreUnits } = dataOf(
      await street.as('worker W1').census.readWall({ buildingId: own(), unitId }),
    );

    expect(units.map(({ id }) => id)).toEqual([unitId]);
    expect(moreUnits).toHaveLength(2);
  });

  it('shows a refusal to the worker and as not filled to the building head', async () => {
    const door = street.door('苹果花园 3-2-502');
    const walls = await street.all<WallDocument>('walls');
    const changed = walls.map((wall) => {
      const slot = wall.slots[String(door.slot)];
      if (wall._id !== door.unitId || slot === undefined) return wall;
      return { ...wall, slots: { ...wall.slots, [String(door.slot)]: { ...slot, state: 'refused' } } };
    });
    await street.replaceAll('walls', changed);
    const stateFor = async (person: string) => {
      const { units } = dataOf(await street.as(person).census.readWall({ buildingId: own() }));
      return units.flatMap(({ id, doors }) =>
        id === door.unitId ? doors.filter(({ room }) => room === '502').map(({ state }) => state) : [],
      );
    };

    expect(await stateFor('worker W1')).toEqual(['refused']);
    expect(await stateFor('head H3')).toEqual(['missing']);
  });
});
