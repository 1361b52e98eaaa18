import { addCounts } from '@domain/census/coverage';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const buildingsOf = async (person: string, compound?: string): Promise<string[]> => {
  const input = compound === undefined ? {} : { compoundId: street.area(compound) };
  const { buildings } = dataOf(await street.as(person).census.listWalls(input));
  return buildings.map(({ plate }) => `${plate.compound} ${plate.line}`);
};

describe('list walls', () => {
  it('finds nothing in a compound that is not there or not within reach', async () => {
    expect(
      dataOf(await street.as('worker W1').census.listWalls({ compoundId: 'nowhere' })).buildings,
    ).toEqual([]);
    expect(await buildingsOf('worker W1', '龙泉苑')).toEqual([]);
    expect(await buildingsOf('community S', '龙泉苑')).toEqual([]);
  });

  it('is refused to residents, clerks, property and auditors', async () => {
    for (const person of ['outsider X', 'clerk T1', 'property P1', 'auditor Q']) {
      const call = () => street.as(person).census.listWalls({});
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('shows a worker the buildings of the own grids in walking order', async () => {
    expect(await buildingsOf('worker W1')).toEqual([
      '苹果花园 1号楼',
      '苹果花园 2号楼',
      '苹果花园 3号楼',
      '金河湾 1号楼',
      '金河湾 2号楼',
    ]);
  });

  it('shows of a compound cut by a grid boundary only the own side', async () => {
    expect(await buildingsOf('worker W1', '苹果花园')).toEqual([
      '苹果花园 1号楼',
      '苹果花园 2号楼',
      '苹果花园 3号楼',
    ]);
    expect(await buildingsOf('community S', '苹果花园')).toHaveLength(5);
  });

  it('shows a building head the own building alone', async () => {
    expect(await buildingsOf('head H3')).toEqual(['苹果花园 3号楼']);
    expect(await buildingsOf('head H3', '苹果花园')).toEqual(['苹果花园 3号楼']);
  });

  it('counts what the walls hold', async () => {
    const { buildings } = dataOf(
      await street.as('community S').census.listWalls({ compoundId: street.area('苹果花园') }),
    );

    const truth = street.truth.compounds.get(street.area('苹果花园'));
    expect(addCounts(buildings.map(({ counts }) => counts))).toEqual(truth?.counts);
  });
});
