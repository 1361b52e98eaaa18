import { expectStandstill } from '../fixture/standstill';
import { CONSENT } from '../fixture/residents';
import { dataOf, filledForm, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('list the doors of a building', () => {
  it('is refused for a building or a unit that is not there', async () => {
    const outsider = street.as('outsider X').area;
    const buildingId = street.building('苹果花园 3');
    const { unitId } = street.door('苹果花园 5-1-101');

    await expectStandstill(street, () => outsider.listDoors({ buildingId: 'nowhere' }), refused('NOT_FOUND'));
    await expectStandstill(street, () => outsider.listDoors({ buildingId, unitId }), refused('NOT_FOUND'));
  });

  it('names doors in walking order and tells nothing of who is behind them', async () => {
    const { unitId } = street.door('苹果花园 3-1-101');

    const listed = dataOf(
      await street.as('outsider X').area.listDoors({ buildingId: street.building('苹果花园 3'), unitId }),
    );

    expect(listed.units).toHaveLength(3);
    expect(listed.doors.map(({ room }) => room).sort()).toEqual([
      '101',
      '102',
      '201',
      '202',
      '301',
      '302',
      '401',
      '402',
      '501',
      '502',
      '601',
      '602',
    ]);
    expect(new Set(listed.doors.flatMap((door) => Object.keys(door)))).toEqual(
      new Set(['id', 'room', 'floor']),
    );
  });

  it('answers the same after somebody has registered', async () => {
    const buildingId = street.building('苹果花园 3');
    const { unitId, scene } = street.door('苹果花园 3-2-502');
    const before = dataOf(await street.as('outsider X').area.listDoors({ buildingId, unitId }));
    const place = { by: 'scene', scene } as const;
    dataOf(await street.as('resident A').census.submitForm({ place, form: filledForm(), consent: CONSENT }));

    const after = dataOf(await street.as('outsider X').area.listDoors({ buildingId, unitId }));

    expect(after).toEqual(before);
  });
});
