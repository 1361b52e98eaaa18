/**
 * Progress with its denominator and its time: a row of windows, 32/48, 还差 12 户，4 户交了，等确认, 截至 19:02.
 * Properties: label, done, due, waiting (handed in, of those not done), asOf (「19:02」), unit (default 户), large (大字).
 * Events: none. Only for staff's own counts; cards that leave for a group use lit-facade, which keeps the last doors quiet.
 */
import { unanswered } from '@domain/census/coverage';
import { PROGRESS_WORDS } from '../../messages/progress';

const WINDOWS = 12;

interface RowWindow {
  key: number;
  lit: boolean;
}

function windowsFor(done: number, due: number): RowWindow[] {
  const share = due === 0 ? 0 : Math.min(1, done / due);
  // The last window lights with the last door, the first with the first.
  const lit = done > 0 ? Math.max(1, Math.floor(share * WINDOWS)) : 0;
  return Array.from({ length: WINDOWS }, (_, index) => ({ key: index + 1, lit: index < lit }));
}

interface Progress {
  done: number;
  due: number;
  waiting: number;
}

function wordsFor(progress: Progress, unit: string): string {
  const { done, due, waiting } = progress;
  if (due === 0) return PROGRESS_WORDS.none(unit);
  if (done >= due) return PROGRESS_WORDS.all;
  const left = unanswered(progress);
  const words = [
    ...(left === 0 ? [] : [PROGRESS_WORDS.left(left, unit)]),
    ...(waiting === 0 ? [] : [PROGRESS_WORDS.waiting(waiting, unit)]),
  ].join('，');
  // A number stays with what it counts: the line ends at the comma.
  return words.replace(/ /g, '\u00a0');
}

Component({
  properties: {
    label: { type: String, value: '' },
    done: { type: Number, value: 0 },
    due: { type: Number, value: 0 },
    waiting: { type: Number, value: 0 },
    asOf: { type: String, value: '' },
    unit: { type: String, value: '户' },
    large: { type: Boolean, value: false },
  },
  data: { windows: windowsFor(0, 0), words: wordsFor({ done: 0, due: 0, waiting: 0 }, '户') },
  observers: {
    'done, due, waiting, unit': function () {
      const { done, due, waiting, unit } = this.data;
      this.setData({ windows: windowsFor(done, due), words: wordsFor({ done, due, waiting }, unit) });
    },
  },
});
