/**
 * A text of the office while it is written: its parts, the fields of the part at hand, and what may be done with it.
 * Properties: words { preview, send, withdraw }, heading, notes (lines above the fields), parts and part (Tile[] and the chosen
 *   one; none where the text is of one piece), fields (Field[]), figures (words of a button that asks for figures; '' for none),
 *   wrong (why it was not handed in), withdrawable, busy, large (大字).
 * Events: `part` { value }, `change` { key, value } at each key and touch, `figures` {}, `preview` {}, `send` {}, `withdraw` {}.
 * A field keeps what is typed: its `value` is read when the part is shown.
 */
export interface Field {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error: string;
  readonly lengthMax: number;
  readonly isBox: boolean;
  readonly isOptional: boolean;
  /** Choices instead of typing; empty for none. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

type Given = WechatMiniprogram.CustomEvent<{ value: string }, object, { key: string }>;

Component({
  properties: {
    words: { type: Object, value: {} },
    heading: { type: String, value: '' },
    notes: { type: Array, value: [] as readonly string[] },
    parts: { type: Array, value: [] as Field['options'] },
    part: { type: String, value: '' },
    fields: { type: Array, value: [] as readonly Field[] },
    figures: { type: String, value: '' },
    wrong: { type: String, value: '' },
    withdrawable: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  methods: {
    onPart({ detail }: Given) {
      this.triggerEvent('part', { value: detail.value });
    },
    onGiven({ detail, currentTarget }: Given) {
      this.triggerEvent('change', { key: currentTarget.dataset.key, value: detail.value });
    },
    onFigures() {
      this.triggerEvent('figures', {});
    },
    onPreview() {
      this.triggerEvent('preview', {});
    },
    onSend() {
      this.triggerEvent('send', {});
    },
    onWithdraw() {
      this.triggerEvent('withdraw', {});
    },
  },
});
