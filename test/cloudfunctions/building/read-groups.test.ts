import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const three = () => ({ buildingId: street.building('苹果花园 3') });

describe('read the groups of a building', () => {
  it('is not found for a building that nobody built', async () => {
    const call = () => street.as('head H3').building.readGroups({ buildingId: 'nowhere' });
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to outsiders, and to the head of another building', async () => {
    await expectStandstill(
      street,
      () => street.as('outsider X').building.readGroups(three()),
      refused('FORBIDDEN'),
    );
    const other = { buildingId: street.building('苹果花园 5') };
    await expectStandstill(
      street,
      () => street.as('head H3').building.readGroups(other),
      refused('NOT_FOUND'),
    );
  });

  it('is empty before the first', async () => {
    expect(await street.as('head H3').building.readGroups(three())).toEqual(accepted({ groups: [] }));
  });

  it('says since when and how many people opened the card there, as recounted from what is stored', async () => {
    const { building } = street.as('head H3');
    const bindings = [];
    for (const groupCode of ['group-code-one', 'group-code-two']) {
      bindings.push(dataOf(await building.bindGroup({ ...three(), groupCode })));
    }
    for (const person of ['resident A', 'tenant C', 'resident A']) {
      const opening = { ...three(), groupCode: 'group-code-two' };
      dataOf(await street.as(person).building.openFromGroup(opening));
    }

    const { groups } = dataOf(await building.readGroups(three()));

    const [one, two] = bindings;
    expect(new Map(groups.map(({ id, reach }) => [id, reach]))).toEqual(
      new Map([
        [one?.groupId, 0],
        [two?.groupId, await street.count('groupOpenings', { groupId: two?.groupId })],
      ]),
    );
    expect(groups.map(({ boundOn }) => boundOn)).toEqual(['2026-03-10', '2026-03-10']);
  });
});
