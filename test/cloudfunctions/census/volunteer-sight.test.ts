/** A volunteer grid worker sees the units that were given, as long as they are given. V1 has units 1 and 3 of 苹果花园 3号楼. */
import type { WallDocument } from '../../../cloudfunctions/repositories/documents';
import { CONSENT, handIn } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, filledForm, openStreet, refused, type Door, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const reason = '上门核对电话';
const given = (): Door => street.door('苹果花园 3-1-101');
const other = (): Door => street.door('苹果花园 3-2-502');
const taken = (): string => street.householdAt('苹果花园 3-1-101').id;

/** The name of a door of the first unit at which nobody has answered. */
async function freeDoor(): Promise<Door> {
  const [wall] = await street.all<WallDocument>('walls', { _id: given().unitId });
  const free = Object.values(wall?.slots ?? {}).find(({ state }) => state === 'missing');
  return street.door(`苹果花园 3-1-${free?.room ?? ''}`);
}

/** The unit goes to somebody else. */
async function handOn(unitId: string): Promise<void> {
  const walls = await street.all<WallDocument>('walls');
  const assigneeId = street.userId('volunteer E');
  await street.replaceAll(
    'walls',
    walls.map((wall) => (wall._id === unitId ? { ...wall, assigneeId } : wall)),
  );
}

describe('what a volunteer grid worker sees', () => {
  it('is the buildings and units that were given, with their figures', async () => {
    const { census } = street.as('volunteer V1');

    const { buildings } = dataOf(await census.listWalls({}));
    const wall = dataOf(await census.readWall({ buildingId: given().buildingId }));

    expect(buildings.map(({ id }) => id)).toEqual([given().buildingId]);
    expect(wall.units.map(({ label }) => label)).toEqual(['1单元', '3单元']);
    expect(buildings[0]?.counts).toEqual(wall.counts);
    expect(wall.moreUnits).toEqual([]);
  });

  it('is the households behind those doors, masked, and the look is on record', async () => {
    const { form } = street.householdAt('苹果花园 3-1-101');

    const door = dataOf(await street.as('volunteer V1').census.readDoor({ doorId: given().id }));

    expect(door.households.map(({ id }) => id)).toEqual([taken()]);
    expect(JSON.stringify(door)).not.toContain(form.phone.number);
    expect(await street.count('audit')).toBe(1);
  });

  it('is not what waits there for somebody who decides', async () => {
    const door = await freeDoor();
    await handIn(street, door);

    expect(dataOf(await street.as('volunteer V1').census.readDoor({ doorId: door.id })).waiting).toEqual([]);
    expect(dataOf(await street.as('worker W1').census.readDoor({ doorId: door.id })).waiting).toHaveLength(1);
  });

  it('ends at the next unit: no door, no form, no key of receipts', async () => {
    const { census } = street.as('volunteer V1');
    const place = { by: 'door', doorId: other().id } as const;
    const form = { place, form: filledForm(), consent: CONSENT };

    for (const call of [
      () => census.readDoor({ doorId: other().id }),
      () => census.readReceiptKey({ unitId: other().unitId }),
      () => census.submitForm(form),
    ]) {
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('goes with the unit the moment it is handed on, households and phones too', async () => {
    const volunteer = street.as('volunteer V1');
    expect((await volunteer.census.readMyHousehold({ householdId: taken() })).ok).toBe(true);
    await handOn(given().unitId);

    for (const call of [
      () => volunteer.census.readDoor({ doorId: given().id }),
      () => volunteer.census.readMyHousehold({ householdId: taken() }),
      () => volunteer.register.revealPhone({ householdId: taken(), reason }),
    ]) {
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
    const wall = dataOf(await volunteer.census.readWall({ buildingId: given().buildingId }));
    expect(wall.units.map(({ label }) => label)).toEqual(['3单元']);
  });

  it('is nothing at all to a collector of sheets', async () => {
    const { census } = street.as('cleaner C1');

    await expectStandstill(street, () => census.listWalls({}), refused('FORBIDDEN'));
    await expectStandstill(street, () => census.readDoor({ doorId: given().id }), refused('FORBIDDEN'));
  });
});

describe('a volunteer grid worker', () => {
  it('fills a form at a given door, and it stands at once', async () => {
    const door = await freeDoor();
    const place = { by: 'door', doorId: door.id } as const;

    const sent = await street
      .as('volunteer V1')
      .census.submitForm({ place, form: filledForm(), consent: CONSENT });

    expect(dataOf(sent).state).toBe('submitted');
    expect(await street.count('households', { doorId: door.id })).toBe(1);
  });
});
