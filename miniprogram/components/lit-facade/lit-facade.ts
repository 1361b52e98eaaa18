/**
 * A number drawn as a building at dusk: as many lit windows as doors are done, from the ground up. Where a window
 * stands says nothing about any door.
 * Properties: done, due (counts of doors), label (「3号楼」), quiet (the words are said to the ear alone, where a title beside it
 *   says them), large (大字).
 * Events: none.
 * With LAST_DOORS doors left or fewer, all windows are lit and no number is said: the last doors are nobody's business.
 */
import { facadeOf } from '@domain/building/facade';
import { LAST_DOORS } from '@domain/building/share-card';

interface ShownFloor {
  key: number;
  windows: number;
  /** Width of the floor, and the share of it that is lit, in percent. */
  width: number;
  lit: number;
}

function shown(done: number, due: number): { floors: ShownFloor[]; columns: number } {
  const { floors, columns } = facadeOf(done, due);
  return {
    columns,
    floors: floors.map(({ key, windows, lit }) => ({
      key,
      windows,
      width: (windows / columns) * 100,
      lit: (lit / windows) * 100,
    })),
  };
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
    quiet: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  data: { floors: [] as ShownFloor[], columns: 1, words: '' },
  observers: {
    'done, due': function (done: number, due: number) {
      this.setData({ ...shown(done, due), words: wordsOf(done, due) });
    },
  },
});
