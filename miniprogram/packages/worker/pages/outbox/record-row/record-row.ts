/**
 * One record on this phone: where, what, how far it is, and, when it stands open, what can be done about it.
 * Properties: row (Row of outbox.view.ts), words (OUTBOX_WORDS), large (大字).
 * Events: `open` { key }, `act` { key, act: 'send' | 'mend' | 'handIn' | 'export' | 'remove' | 'conflicts' }.
 */
Component({
  options: { virtualHost: true },
  properties: {
    row: { type: Object, value: {} },
    words: { type: Object, value: {} },
    large: { type: Boolean, value: false },
  },
  methods: {
    onOpen() {
      this.triggerEvent('open', { key: this.key() });
    },
    onAct(event: WechatMiniprogram.CustomEvent<object, object, { act: string }>) {
      this.triggerEvent('act', { key: this.key(), act: event.currentTarget.dataset.act });
    },
    key(): string {
      return (this.data.row as { key?: string }).key ?? '';
    },
  },
});
