import fc from 'fast-check';
import {
  buildingWords,
  doorKey,
  doorLevels,
  doorWords,
  householdRouteKey,
  placeOfKey,
  plateLines,
  routeKey,
  unitWords,
} from '@domain/area/door-address';
import { doorLine } from '@domain/area/plate';

const door = { building: '3', unit: '2', room: '502' };
const labels = fc.stringMatching(/^[0-9A-Z甲乙东西期]{1,4}$/);

describe('the address of a door', () => {
  it.each([
    [door, '3-2-502', '3号楼2单元502', '3-2-502'],
    [{ ...door, unit: '0' }, '3-0-502', '3号楼502', '3-502'],
    [{ zone: '2期', ...door }, '2期/3-2-502', '2期3号楼2单元502', '3-2-502'],
    [{ ...door, zone: '' }, '3-2-502', '3号楼2单元502', '3-2-502'],
    [{ building: '3排', unit: '0', room: '5' }, '3排-0-5', '3排5', '3排-5'],
    [{ building: 'A', unit: '甲', room: '1201' }, 'A-甲-1201', 'A号楼甲单元1201', 'A-甲-1201'],
    [{ building: '1', unit: '0', room: 'S5' }, '1-0-S5', '1号楼商铺5', '1-商铺5'],
    [{ building: '2', unit: '0', room: 'B12' }, '2-0-B12', '2号楼地下12', '2-地下12'],
  ])('of %j', (place, key, words, line) => {
    expect([doorKey(place), doorWords(place), plateLines('苹果花园', place).line]).toEqual([
      key,
      words,
      line,
    ]);
    // What a wall says of building and unit makes the same plate.
    expect(doorLine(buildingWords(place.building), unitWords(place.unit), place.room)).toBe(line);
  });

  it('follows the style of its compound', () => {
    expect([doorWords(door, '栋'), doorWords(door, '座')]).toEqual(['3栋2单元502', '3座2单元502']);
  });

  it('puts the zone on the small line of the plate', () => {
    expect(plateLines('苹果花园', { zone: '二期', ...door }).compound).toBe('苹果花园 二期');
  });

  it('has its levels in words, so that no column holds a bare number that means a building', () => {
    expect(doorLevels(door, '5')).toEqual({
      zone: '',
      building: '3幢',
      unit: '2单元',
      floor: '5层',
      room: '502',
    });
    expect(doorLevels({ ...door, unit: '0', room: 'B1' }, '地下')).toEqual({
      zone: '',
      building: '3幢',
      unit: '',
      floor: '地下',
      room: '地下1',
    });
  });

  it.each(['', '3-502', '3-2-502-1', '/3-2-502', '3--502', '3 -2-502'])('is not read from %s', (text) => {
    expect(placeOfKey(text)).toBeUndefined();
  });

  it('is read back from its key', () => {
    const places = fc.record(
      { zone: labels, building: labels, unit: labels, room: labels },
      { requiredKeys: ['building', 'unit', 'room'] },
    );
    fc.assert(fc.property(places, (place) => expect(placeOfKey(doorKey(place))).toEqual(place)));
  });
});

describe('the walking order', () => {
  it('goes from building to building, unit to unit, from the top floor down, along the floor', () => {
    const walk = [
      routeKey({ buildingOrder: 1, unitOrder: 2, floor: 12, column: 0 }),
      routeKey({ buildingOrder: 2, unitOrder: 1, floor: 33, column: 0 }),
      routeKey({ buildingOrder: 2, unitOrder: 1, floor: 9, column: 0 }),
      routeKey({ buildingOrder: 2, unitOrder: 1, floor: 9, column: 1 }),
      routeKey({ buildingOrder: 2, unitOrder: 1, floor: 9, column: 10 }),
      routeKey({ buildingOrder: 2, unitOrder: 1, floor: -1, column: 0 }),
      routeKey({ buildingOrder: 10, unitOrder: 1, floor: 1, column: 0 }),
    ];

    expect([...walk].reverse().sort()).toEqual(walk);
  });

  it('tells equal places apart by a suffix, and households behind one door by their number', () => {
    const key = routeKey({ buildingOrder: 1, unitOrder: 1, floor: 5, column: 1 }, 'k3');

    expect(key).toBe('00001.001.495.001.k3');
    expect(householdRouteKey(key, 2)).toBe('00001.001.495.001.k3.02');
  });

  it('refuses a number that would sort wrongly', () => {
    expect(() => routeKey({ buildingOrder: 100_000, unitOrder: 1, floor: 1, column: 0 })).toThrow(RangeError);
    expect(() => routeKey({ buildingOrder: 1, unitOrder: 1, floor: 600, column: 0 })).toThrow(RangeError);
  });
});
