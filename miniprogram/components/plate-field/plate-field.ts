/**
 * One number plate, touched together on large keys: province first, then letters and digits.
 * Properties: label, hint, error, value, province (the one offered first, 「鲁」), large (大字), words (of another language).
 * Events: `change` { value } at each key, `done` { value } when the person says so. What is a whole plate the page knows.
 */
import { PART_WORDS } from '../../messages/parts';

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
  data: { open: false },
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
