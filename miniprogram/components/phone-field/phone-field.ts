/**
 * A phone number: WeChat's own number in one tap, or typed.
 * Properties: label, hint, error, value (typed or known digits), masked (a number that is already held, 「138****1234」:
 *   shown instead of the field, with 换一个), oneTap (offers the one-tap button), large (大字), words (of another language).
 * Events: `number` { code } for the page to exchange, `refuse` { quota } when the person says no (quota: true when
 *   WeChat's quota is used up, error 1400001), `change` { value } and `done` { value } while typing, `again` {} for 换一个.
 * A refusal opens the typed way by itself: nobody is left without a next step.
 */
import { PART_WORDS } from '../../messages/parts';

const QUOTA_USED_UP = 1400001;

Component({
  properties: {
    label: { type: String, value: PART_WORDS.phoneField.label },
    hint: { type: String, value: '' },
    error: { type: String, value: '' },
    value: { type: String, value: '' },
    masked: { type: String, value: '' },
    oneTap: { type: Boolean, value: true },
    large: { type: Boolean, value: false },
    words: { type: Object, value: PART_WORDS.phoneField },
  },
  // opened: the person asked to type, so the keyboard comes up; a draft that returns with a number leaves it down.
  data: { opened: false },
  methods: {
    onNumber(event: WechatMiniprogram.CustomEvent<{ code?: string; errno?: number }>) {
      const { code, errno } = event.detail;
      if (code !== undefined && code !== '') {
        this.triggerEvent('number', { code });
        return;
      }
      this.setData({ opened: true });
      this.triggerEvent('refuse', { quota: errno === QUOTA_USED_UP });
    },
    onType() {
      this.setData({ opened: true });
    },
    onAgain() {
      this.triggerEvent('again', {});
    },
    onChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('change', { value: event.detail.value });
    },
    onDone(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('done', { value: event.detail.value });
    },
  },
});
