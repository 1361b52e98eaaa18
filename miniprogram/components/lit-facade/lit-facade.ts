/**
 * A number drawn as a building at dusk: as many lit windows as doors are done, from the ground up. Where a window
 * stands says nothing about any door.
 * Properties: done, due (counts of doors), label (「3号楼」), quiet (the words are said to the ear alone, where a title beside it
 *   says them), large (大字), words (of another language).
 * Events: none.
 * With LAST_DOORS doors left or fewer, all windows are lit and no number is said: the last doors are nobody's business.
 */
import { facadeOf } from '@domain/building/facade';
import { LAST_DOORS } from '@domain/building/share-card';
import { PART_WORDS } from '../../messages/parts';

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

type Words = Readonly<Record<keyof (typeof PART_WORDS)['litFacade'], string>>;

function numberOf(done: number, due: number, words: Words): string {
  if (due === 0) return '';
  if (done >= due) return words.all;
  return due - done <= LAST_DOORS ? words.nearly : `${done}/${due}`;
}

Component({
  properties: {
    done: { type: Number, value: 0 },
    due: { type: Number, value: 0 },
    label: { type: String, value: '' },
    quiet: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    words: { type: Object, value: PART_WORDS.litFacade },
  },
  data: { floors: [] as ShownFloor[], columns: 1, number: '' },
  observers: {
    'done, due, words': function (done: number, due: number, words: Words) {
      this.setData({ ...shown(done, due), number: numberOf(done, due, words) });
    },
  },
});
