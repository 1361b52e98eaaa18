/**
 * Where one stands in a form: small windows across the top, lit as steps are done.
 * Properties: step (1-based), total (default 6), name (of this step, optional), large (大字).
 * Events: none. Spoken as 「共 6 步，第 2 步」.
 */
interface StepWindow {
  number: number;
  state: 'done' | 'now' | 'ahead';
}

function stateOf(number: number, step: number): StepWindow['state'] {
  if (number < step) return 'done';
  return number === step ? 'now' : 'ahead';
}

function windowsFor(step: number, total: number): StepWindow[] {
  return Array.from({ length: total }, (_, index) => ({
    number: index + 1,
    state: stateOf(index + 1, step),
  }));
}

Component({
  properties: {
    step: { type: Number, value: 1 },
    total: { type: Number, value: 6 },
    name: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: { windows: windowsFor(1, 6) },
  observers: {
    'step, total': function (step: number, total: number) {
      this.setData({ windows: windowsFor(step, total) });
    },
  },
});
