/**
 * The left pane of a page on which the office writes: a button that begins a new text, and those that were written.
 * Properties: write (words of the button; '' where the seat may only read), heading, rows { id, title, detail, state }, chosenId,
 *   writing (a new one is at hand), more (words of the button for further rows; '' where there are none), large (大字).
 * Events: `write` {}, `choose` { id }, `more` {}.
 */
export interface WrittenRow {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly state: string;
}

Component({
  properties: {
    write: { type: String, value: '' },
    heading: { type: String, value: '' },
    rows: { type: Array, value: [] as WrittenRow[] },
    chosenId: { type: String, value: '' },
    writing: { type: Boolean, value: false },
    more: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  methods: {
    onWrite() {
      this.triggerEvent('write', {});
    },
    onRow({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('choose', { id: currentTarget.dataset.id });
    },
    onMore() {
      this.triggerEvent('more', {});
    },
  },
});
