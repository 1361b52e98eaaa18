/**
 * What the form asks back: each question with ready answers and room for own words.
 * Properties: reasons ReasonView[] (see ../form.view.ts), large (大字).
 * Events: `choose` { code, reason } of a ready answer ('' opens the own words), `write` { code, reason } while typing.
 */
import { FORM_WORDS } from '../../../../messages/census';

type Marks = { code: string };

Component({
  properties: {
    reasons: { type: Array, value: [] },
    large: { type: Boolean, value: false },
  },
  data: { words: FORM_WORDS },
  methods: {
    onChoose({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, Marks>) {
      const reason = detail.value === FORM_WORDS.ownReason ? '' : detail.value;
      this.triggerEvent('choose', { code: currentTarget.dataset.code, reason });
    },
    onWrite({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, Marks>) {
      this.triggerEvent('write', { code: currentTarget.dataset.code, reason: detail.value });
    },
  },
});
