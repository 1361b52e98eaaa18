import { parseCell } from '@domain/identity/matrix';
import { areaFilterOf } from '../../../cloudfunctions/policies/area-scope';

const seat = {
  scope: {
    householdId: 'h1',
    buildingId: 'b1',
    compoundIds: ['x1'],
    gridIds: ['g1', 'g2'],
    communityIds: ['c1'],
    streetId: 's1',
  },
};

describe('the rows of a list', () => {
  it.each([
    ['H', 'householdId', ['h1']],
    ['B', 'buildingId', ['b1']],
    ['P', 'compoundId', ['x1']],
    ['G', 'gridId', ['g1', 'g2']],
    ['C', 'communityId', ['c1']],
    ['W', 'streetId', ['s1']],
  ])('of scope %s are asked for by %s', (cell, field, values) => {
    expect(areaFilterOf(parseCell(cell)!, seat)).toEqual({ field, values });
  });

  it.each(['*', 'L', 'S', 'T'])('of scope %s stand nowhere on the ground', (cell) => {
    expect(areaFilterOf(parseCell(cell)!, seat)).toBeUndefined();
  });

  it.each(['H', 'B', 'P', 'G', 'C', 'W'])('of scope %s are none for a seat without such a place', (cell) => {
    expect(areaFilterOf(parseCell(cell)!, { scope: {} })).toBeUndefined();
    expect(
      areaFilterOf(parseCell(cell)!, { scope: { gridIds: [], compoundIds: [], communityIds: [] } }),
    ).toBe(undefined);
    expect(areaFilterOf(parseCell(cell)!, null)).toBeUndefined();
  });
});
