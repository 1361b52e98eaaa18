/**
 * Grey places where content is coming: the shape of the real page, never a spinner, and nothing moves.
 * Properties: kind 'lines' | 'cards' | 'tiles' | 'wall', count (of lines, cards, tiles or floors), large (大字), words (of another language).
 * Events: none. Spoken at once; written above the grey once it lasts. Show it after 200 ms only.
 */
import { PART_WORDS } from '../../messages/parts';

function keysOf(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

Component({
  properties: {
    kind: { type: String, value: 'lines' },
    count: { type: Number, value: 3 },
    large: { type: Boolean, value: false },
    words: { type: Object, value: PART_WORDS.skeletonBlock },
  },
  data: { keys: keysOf(3) },
  observers: {
    count(count: number) {
      this.setData({ keys: keysOf(count) });
    },
  },
});
