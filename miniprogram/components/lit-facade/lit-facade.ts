/**
 * A number drawn as a building at dusk: as many lit windows as doors are done, from the ground up. Where a window
 * stands says nothing about any door.
 * Properties: done, due (counts of doors), label (「3号楼」), large (大字).
 * Events: none.
 * With LAST_DOORS doors left or fewer, all windows are lit and no number is said: the last doors are nobody's business.
 * Up to WINDOWS_MAX doors there is a window for each; above, the façade is drawn to scale and never full too early.
 */
interface FacadeFloor {
  key: number;
  windows: number;
  /** Width of the floor, and the share of it that is lit, in percent. */
  width: number;
  lit: number;
}

const LAST_DOORS = 3;
const WINDOWS_MAX = 96;
const COLUMNS_MIN = 4;
const COLUMNS_MAX = 10;

function columnsFor(windows: number): number {
  return Math.min(COLUMNS_MAX, Math.max(COLUMNS_MIN, Math.ceil(Math.sqrt(windows))));
}

function litWindows(done: number, due: number, windows: number): number {
  if (due - done <= LAST_DOORS) return windows;
  if (windows === due) return done;
  return Math.min(windows - 1, done === 0 ? 0 : Math.max(1, Math.floor((done / due) * windows)));
}

/** Floors from the top down; the ground floor is lit first, and the top floor holds what is left over. */
function floorsOf(done: number, due: number): { floors: FacadeFloor[]; columns: number } {
  const windowCount = Math.min(due, WINDOWS_MAX);
  const columns = columnsFor(windowCount);
  const lit = litWindows(done, due, windowCount);
  const floors: FacadeFloor[] = [];
  for (let below = 0; below < windowCount; below += columns) {
    const windows = Math.min(columns, windowCount - below);
    const litHere = Math.max(0, Math.min(windows, lit - below));
    floors.unshift({ key: below, windows, width: (windows / columns) * 100, lit: (litHere / windows) * 100 });
  }
  return { floors, columns };
}

function wordsOf(done: number, due: number): string {
  if (due === 0) return '';
  if (done >= due) return '都登记好了';
  return due - done <= LAST_DOORS ? '快齐了' : `${done}/${due}`;
}

Component({
  properties: {
    done: { type: Number, value: 0 },
    due: { type: Number, value: 0 },
    label: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: { floors: [] as FacadeFloor[], columns: 1, words: '' },
  observers: {
    'done, due': function (done: number, due: number) {
      this.setData({ ...floorsOf(done, due), words: wordsOf(done, due) });
    },
  },
});
