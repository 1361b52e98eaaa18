import { takeSecondVolunteer } from '../fixture/seat-steps';
import { changeSeat } from '../fixture/seats';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, START, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const buildingId = () => street.building('苹果花园 3');
const V1 = () => street.seatId('volunteer V1');

describe('list the units of a building', () => {
  it('is refused for a building that is not there, or of another community', async () => {
    const { user } = street.as('community S');

    for (const id of ['nowhere', street.door('樱花苑 2-1-302').buildingId]) {
      await expectStandstill(street, () => user.listUnits({ buildingId: id }), refused('NOT_FOUND'));
    }
  });

  it('is refused to those who walk themselves, to heads and to the auditor', async () => {
    for (const person of [
      'worker W1',
      'volunteer V1',
      'head H3',
      'auditor Q',
      'secretary SEC',
      'outsider X',
    ]) {
      const call = () => street.as(person).user.listUnits({ buildingId: buildingId() });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused without a building named', async () => {
    const call = () => street.as('community S').user.listUnits({ buildingId: '' });

    await expectStandstill(street, call, refused('VALIDATION', { field: 'buildingId' }));
  });

  it('shows who has each, by a masked name, to community and street', async () => {
    for (const person of ['community S', 'office ADM']) {
      const { plate, units, volunteers } = dataOf(
        await street.as(person).user.listUnits({ buildingId: buildingId() }),
      );

      expect(plate).toMatchObject({ compound: '苹果花园', line: '3号楼' });
      expect(units.map(({ label, seatId }) => [label, seatId])).toEqual([
        ['1单元', V1()],
        ['2单元', undefined],
        ['3单元', V1()],
      ]);
      expect(units[0]).toMatchObject({ doors: 12, name: expect.stringMatching(/^.\*.$/) });
      expect(volunteers.map(({ seatId }) => seatId)).toEqual([V1()]);
    }
  });

  it('offers every volunteer who can get a unit, and nobody whose seat is stopped', async () => {
    const { user } = street.as('community S');
    const second = await takeSecondVolunteer(street);
    const able = async () =>
      dataOf(await user.listUnits({ buildingId: buildingId() })).volunteers.map(({ seatId }) => seatId);

    expect((await able()).sort()).toEqual([V1(), second].sort());
    dataOf(await user.suspendSeat({ seatId: V1() }));
    expect(await able()).toEqual([second]);
  });

  it('says who had each before, from when to when, also once their seat is over, the last one first', async () => {
    const { user } = street.as('community S');
    const unitIds = [street.door('苹果花园 3-2-502').unitId];
    dataOf(await user.assignUnits({ buildingId: buildingId(), unitIds, toSeatId: V1() }));
    const second = await takeSecondVolunteer(street);
    await changeSeat(street, 'volunteer V1', { endsOn: '2026-03-11' });
    await street.clock.set(START + 2 * 86_400_000);
    await street.runTimer('handBack');
    const formers = async () =>
      dataOf(await user.listUnits({ buildingId: buildingId() })).units.map((unit) => unit.formers);

    const name = expect.stringMatching(/^.\*.$/) as string;
    const last = { name, until: '2026-03-11' };
    expect(await formers()).toEqual([[last], [{ ...last, since: '2026-03-10' }], [last]]);

    dataOf(await user.assignUnits({ buildingId: buildingId(), unitIds, toSeatId: second }));
    dataOf(await user.assignUnits({ buildingId: buildingId(), unitIds }));
    const own = { name: expect.any(String) as string, since: '2026-03-12', until: '2026-03-12' };
    expect((await formers())[1]).toEqual([own, { ...last, since: '2026-03-10' }]);
  });
});
