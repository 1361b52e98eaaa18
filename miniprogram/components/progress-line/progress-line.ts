/**
 * Progress with its denominator and its time: a row of windows, 32/48, 还差 16 户, 截至 19:02.
 * Properties: label, done, due, asOf (「19:02」), unit (default 户), large (大字).
 * Events: none. Only for staff's own counts; cards that leave for a group use lit-facade, which keeps the last doors quiet.
 */
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

function wordsFor(done: number, due: number, unit: string): string {
  if (due === 0) return `还没有要登记的${unit}`;
  return done >= due ? '都齐了' : `还差 ${due - done} ${unit}`;
}

Component({
  properties: {
    label: { type: String, value: '' },
    done: { type: Number, value: 0 },
    due: { type: Number, value: 0 },
    asOf: { type: String, value: '' },
    unit: { type: String, value: '户' },
    large: { type: Boolean, value: false },
  },
  data: { windows: windowsFor(0, 0), words: wordsFor(0, 0, '户') },
  observers: {
    'done, due, unit': function (done: number, due: number, unit: string) {
      this.setData({ windows: windowsFor(done, due), words: wordsFor(done, due, unit) });
    },
  },
});
