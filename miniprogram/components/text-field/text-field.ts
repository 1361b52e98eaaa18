/**
 * One line or several lines of typing, with its label, hint and error.
 * Properties: label, hint, error, placeholder, value, kind 'text' | 'number' | 'digit' | 'idcard' | 'nickname',
 *   lengthMax (characters, default 40), multiline (a box that grows and counts), secret (dots instead of what is typed), optional (prints 可以不填),
 *   focus, disabled, fieldId (needed only where two fields of a page have the same label), large (大字), words (of another language).
 * Events: `change` { value } at each key, `done` { value } when the person leaves the field or confirms. The field keeps
 * what is typed: give `value` back only to change it.
 */
import { PART_WORDS } from '../../messages/parts';

Component({
  properties: {
    label: { type: String, value: '' },
    hint: { type: String, value: '' },
    error: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    value: { type: String, value: '' },
    kind: { type: String, value: 'text' },
    lengthMax: { type: Number, value: 40 },
    multiline: { type: Boolean, value: false },
    secret: { type: Boolean, value: false },
    optional: { type: Boolean, value: false },
    fieldId: { type: String, value: '' },
    focus: { type: Boolean, value: false },
    disabled: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    words: { type: Object, value: PART_WORDS.textField },
  },
  data: { length: 0 },
  observers: {
    'value, multiline': function (value: string) {
      const { multiline, length } = this.data;
      if (multiline && length !== value.length) this.setData({ length: value.length });
    },
  },
  methods: {
    onInput(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { value } = event.detail;
      // Only the box that shows a count needs a new drawing for each key.
      if (this.data.multiline) this.setData({ length: value.length });
      this.triggerEvent('change', { value });
    },
    onDone(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('done', { value: event.detail.value });
    },
  },
});
