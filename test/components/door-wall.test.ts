import { mount } from './mounted';

function floorOf(level: number, states: string[], unit = 'u1'): object {
  return {
    key: `${unit}-${String(level)}`,
    label: String(level),
    doors: states.map((state, index) => ({
      key: `${unit}-${String(level)}0${String(index + 1)}`,
      label: `${String(level)}0${String(index + 1)}`,
      state,
    })),
  };
}

const unit = {
  key: 'u1',
  label: '1单元',
  floors: [floorOf(2, ['verified', 'pending']), floorOf(1, ['missing', 'notExist', 'vacant'])],
};

describe('door wall', () => {
  it('speaks each door with its state, and not a door that does not exist', () => {
    const wall = mount('door-wall', { units: [unit] });

    expect(wall.labels('button')).toEqual(['201，已登记，已核实', '202，待确认', '101，没填', '103，空置']);
    expect(wall.wordsOf('.door-wall__door--not-exist')).toEqual(['']);
  });

  it('keeps the order of floors it was given', () => {
    expect(mount('door-wall', { units: [unit] }).wordsOf('.door-wall__level')).toEqual(['2', '1']);
  });

  it('counts what is on the wall, and only that', () => {
    expect(mount('door-wall', { units: [unit] }).wordsOf('.door-wall__word')).toEqual([
      '已核实 1',
      '待确认 1',
      '没填 1',
      '空置 1',
    ]);
  });

  it('tells which door was touched; a gap tells nothing', async () => {
    const wall = mount('door-wall', { units: [unit] }, ['open']);

    await wall.tap('.door-wall__door', 1);
    await wall.tap('.door-wall__door', 3);

    expect(wall.events).toEqual([
      { name: 'open', detail: { key: 'u1-202', label: '202', state: 'pending' } },
    ]);
  });

  it('says that something waits on this phone', () => {
    const floor = {
      key: '1',
      label: '1',
      doors: [{ key: 'd', label: '101', state: 'filled', waiting: true }],
    };

    expect(
      mount('door-wall', { units: [{ key: 'u', label: '', floors: [floor] }] }).labels('button'),
    ).toEqual(['101，已填，待上传']);
  });

  it('of a tower with several units shows one at a time, and the legend counts all', async () => {
    const states = ['missing', 'missing', 'missing', 'missing'];
    const floors = (key: string): object[] =>
      Array.from({ length: 18 }, (_, index) => floorOf(18 - index, states, key));
    const units = ['u1', 'u2'].map((key) => ({ key, label: key, floors: floors(key) }));
    const wall = mount('door-wall', { units }, ['open']);
    expect(wall.labels('button')).toHaveLength(72);

    await wall.tap('.door-wall__tab', 1);
    await wall.tap('.door-wall__door', 0);

    expect(wall.labels('tab')).toEqual(['u1', 'u2']);
    expect(wall.events[0]?.detail).toEqual({ key: 'u2-1801', label: '1801', state: 'missing' });
    expect(wall.wordsOf('.door-wall__word')).toEqual(['没填 144']);
  });
});
