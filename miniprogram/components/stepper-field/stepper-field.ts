/**
 * A small number, never typed: minus, the number, plus.
 * Properties: label, hint, error, value, lowest (default 0), highest (default 20), unit (「口」), large (大字), words (of another language).
 * Event: `change` { value } with the new number, never outside the bounds.
 */
import { PART_WORDS } from '../../messages/parts';

Component({
  properties: {
    label: { type: String, value: '' },
    hint: { type: String, value: '' },
    error: { type: String, value: '' },
    value: { type: Number, value: 0 },
    lowest: { type: Number, value: 0 },
    highest: { type: Number, value: 20 },
    unit: { type: String, value: '' },
    large: { type: Boolean, value: false },
    words: { type: Object, value: PART_WORDS.stepperField },
  },
  methods: {
    onLess() {
      if (this.data.value > this.data.lowest) this.triggerEvent('change', { value: this.data.value - 1 });
    },
    onMore() {
      if (this.data.value < this.data.highest) this.triggerEvent('change', { value: this.data.value + 1 });
    },
  },
});
