/**
 * One number plate, touched together on large keys: province first, then letters and digits.
 * Properties: label, hint, error, value, province (the one offered first, 「鲁」), large (大字), words (of another language).
 * Events: `change` { value } at each key, `done` { value } when the person says so. What is a whole plate the page knows.
 */
import { PART_WORDS } from '../../messages/parts';

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'.split('');
// Plates leave out I and O, which look like digits.
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'.split('');
const DIGITS = '1234567890'.split('');
const LAST_WORDS = '学警挂港澳'.split('');
const LENGTH_MAX = 8;
/** From here on a plate may end with a word instead of a digit. */
const WORD_FROM = 6;

function keysFor(value: string, province: string): string[] {
  if (value.length === 0) {
    return [province, ...PROVINCES.filter((one) => one !== province)].filter((one) => one !== '');
  }
  if (value.length === 1) return LETTERS;
  if (value.length >= LENGTH_MAX) return [];
  return [...DIGITS, ...LETTERS, ...(value.length >= WORD_FROM ? LAST_WORDS : [])];
}

Component({
  properties: {
    label: { type: String, value: PART_WORDS.plateField.label },
    hint: { type: String, value: '' },
    error: { type: String, value: '' },
    value: { type: String, value: '' },
    province: { type: String, value: '' },
    large: { type: Boolean, value: false },
    words: { type: Object, value: PART_WORDS.plateField },
  },
  data: { open: false, keys: PROVINCES },
  observers: {
    'value, province': function (value: string, province: string) {
      this.setData({ keys: keysFor(value, province) });
    },
  },
  methods: {
    onOpen() {
      this.setData({ open: !this.data.open });
    },
    onKey(event: WechatMiniprogram.CustomEvent<object, object, { key: string }>) {
      this.triggerEvent('change', { value: this.data.value + event.currentTarget.dataset.key });
    },
    onBack() {
      if (this.data.value !== '') this.triggerEvent('change', { value: this.data.value.slice(0, -1) });
    },
    onDone() {
      this.setData({ open: false });
      this.triggerEvent('done', { value: this.data.value });
    },
  },
});
