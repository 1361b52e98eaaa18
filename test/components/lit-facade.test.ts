import { mount, type Mounted } from './mounted';

/** Lit and all windows, read from the widths that each floor is drawn with. */
function windowsOf(facade: Mounted): { lit: number; all: number } {
  const floors = facade.stylesOf('.lit-facade__floor').map((style) => ({
    windows: Number(/--windows: (\d+)/.exec(style)?.[1]),
    share: Number(/--lit: ([\d.]+)%/.exec(style)?.[1]) / 100,
  }));
  return {
    all: floors.reduce((sum, floor) => sum + floor.windows, 0),
    lit: Math.round(floors.reduce((sum, floor) => sum + floor.windows * floor.share, 0)),
  };
}

describe('lit façade', () => {
  it.each([
    [0, 36],
    [12, 36],
    [7, 23],
    [92, 96],
  ])('lights %i of %i windows, one a door', (done, due) => {
    const facade = mount('lit-facade', { done, due, label: '3号楼' });

    expect(windowsOf(facade)).toEqual({ lit: done, all: due });
    expect(facade.labels('img')).toEqual([`3号楼，${String(done)}/${String(due)}`]);
  });

  it('lights the ground floor first', () => {
    const styles = mount('lit-facade', { done: 5, due: 20 }).stylesOf('.lit-facade__floor');

    expect(styles.map((style) => /--lit: ([\d.]+)%/.exec(style)?.[1])).toEqual(['0', '0', '0', '100']);
  });

  it.each([
    [33, 36],
    [35, 36],
    [0, 2],
  ])('with %i of %i lights all and says no number', (done, due) => {
    const facade = mount('lit-facade', { done, due });

    expect(windowsOf(facade)).toEqual({ lit: due, all: due });
    expect(facade.words).toBe('快齐了');
  });

  it('says that all are done, and nothing where nothing is due', () => {
    expect(mount('lit-facade', { done: 36, due: 36 }).words).toBe('都登记好了');
    expect(mount('lit-facade', { done: 0, due: 0 }).words).toBe('');
  });

  it('above its size draws to scale and never full too early', () => {
    const facade = mount('lit-facade', { done: 996, due: 1000 });

    expect(windowsOf(facade)).toEqual({ lit: 95, all: 96 });
    expect(facade.words).toBe('996/1000');
  });
});
