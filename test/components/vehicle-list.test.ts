import { mount, type Mounted } from './mounted';

const EVENTS = ['add', 'remove', 'plate', 'leave', 'share'];
const given = {
  vehicles: [
    { key: 'plate-0', plate: '鲁D1234', propertyMaySee: ['yes'], error: '' },
    { key: 'plate-1', plate: '鲁', propertyMaySee: [], error: '车牌还差几位' },
  ],
  label: '车牌',
  hint: '没有车不用填',
  tiles: [{ value: 'yes', label: '可以让物业看到这个车牌' }],
  words: { addVehicle: '添一辆车', removeVehicle: '删掉这辆' },
  parts: {
    plateField: {
      empty: '还没填',
      touch: '点这里填车牌',
      back: '退一格',
      done: '填好了',
      doneSpoken: '车牌填好了',
    },
  },
};

function list(changes: object = {}): Mounted {
  return mount('pages/census/form/vehicle-list', { ...given, ...changes }, EVENTS);
}

describe('vehicle list', () => {
  it('speaks each plate by its number, and says what is wrong with which', () => {
    const vehicles = list();

    expect(vehicles.words).toContain('车牌没有车不用填');
    expect(vehicles.labels('button')).toEqual([
      '车牌 1，鲁D1234',
      '删掉这辆，车牌 1',
      '车牌 2，鲁',
      '删掉这辆，车牌 2',
      '添一辆车',
    ]);
    expect(vehicles.checked).toEqual(['可以让物业看到这个车牌']);
    expect(vehicles.wordsOf('.stack >>> .plate-field__error')).toEqual(['车牌还差几位']);
    expect(vehicles.wordsOf('.problem')).toEqual([]);
  });

  it('without a car asks for nothing', () => {
    const vehicles = list({ vehicles: [], error: '最多写 5 辆' });

    expect(vehicles.labels('button')).toEqual(['添一辆车']);
    expect(vehicles.wordsOf('.problem')).toEqual(['最多写 5 辆']);
  });

  it('tells of each plate what was typed, when it is done, and who may see it', async () => {
    const vehicles = list();

    await vehicles.tap('.stack >>> .plate-field__value', 1);
    await vehicles.tap('.stack >>> .plate-field__key', 0);
    await vehicles.tap('.stack >>> .button--primary');
    await vehicles.tap('.stack >>> .choice-tile__tile', 0);
    await vehicles.tap('.stack >>> .choice-tile__tile', 1);

    expect(vehicles.events).toEqual([
      { name: 'plate', detail: { index: 1, plate: '鲁A' } },
      { name: 'leave', detail: { index: 1 } },
      { name: 'share', detail: { index: 0, propertyMaySee: false } },
      { name: 'share', detail: { index: 1, propertyMaySee: true } },
    ]);
  });

  it('offers the plates of its own province first', async () => {
    const vehicles = list({ vehicles: [{ key: 'plate-0', plate: '', propertyMaySee: [], error: '' }] });

    await vehicles.tap('.stack >>> .plate-field__value');

    expect(vehicles.wordsOf('.stack >>> .plate-field__key')[0]).toBe('鲁');
  });

  it('adds one, and takes away the one that is meant', async () => {
    const vehicles = list();

    await vehicles.tap('.button', 1);
    await vehicles.tap('.button', 2);

    expect(vehicles.wordsOf('.button')).toEqual(['删掉这辆', '删掉这辆', '添一辆车']);
    expect(vehicles.events).toEqual([
      { name: 'remove', detail: { index: 1 } },
      { name: 'add', detail: {} },
    ]);
  });
});
