/**
 * What the form asks back: each question with ready answers and room for own words.
 * Properties: reasons ReasonView[] (see ../reasons.view.ts), large (大字), words (of the form).
 * Events: `choose` { code, reason } of a ready answer ('' opens the own words), `write` { code, reason } while typing.
 */
import { OWN_REASON } from '../tiles';

type Marks = { code: string };

Component({
  properties: {
    reasons: { type: Array, value: [] },
    large: { type: Boolean, value: false },
    words: { type: Object, value: {} },
  },
  methods: {
    onChoose({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, Marks>) {
      const reason = detail.value === OWN_REASON ? '' : detail.value;
      this.triggerEvent('choose', { code: currentTarget.dataset.code, reason });
    },
    onWrite({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, Marks>) {
      this.triggerEvent('write', { code: currentTarget.dataset.code, reason: detail.value });
    },
  },
});
