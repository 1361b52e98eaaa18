/**
 * What a knock came to, in one touch: result tiles, then when to come again and whether a slip was left.
 * Properties: view (KnockView), words (KNOCK_WORDS), slips (the one tile of the slip), large (大字).
 * Events: `result` { value }, `sign` { values }, `save` {}, `cancel` {}, `time` { value }, `slip` { chosen }, `undo` {},
 *   `change` {} (the registered household has something new).
 */
type Choose = WechatMiniprogram.CustomEvent<{ value: string; values: string[]; chosen: boolean }>;

Component({
  options: { virtualHost: true },
  properties: {
    view: { type: Object, value: {} },
    words: { type: Object, value: {} },
    slips: { type: Array, value: [] },
    large: { type: Boolean, value: false },
  },
  methods: {
    onResult({ detail }: Choose) {
      this.triggerEvent('result', { value: detail.value });
    },
    onSign({ detail }: Choose) {
      this.triggerEvent('sign', { values: detail.values });
    },
    onSave() {
      this.triggerEvent('save', {});
    },
    onCancel() {
      this.triggerEvent('cancel', {});
    },
    onTime({ detail }: Choose) {
      this.triggerEvent('time', { value: detail.value });
    },
    onSlip({ detail }: Choose) {
      this.triggerEvent('slip', { chosen: detail.chosen });
    },
    onUndo() {
      this.triggerEvent('undo', {});
    },
    onChange() {
      this.triggerEvent('change', {});
    },
  },
});
