/**
 * A question before what cannot be undone, and only there: where undo is possible, undo instead.
 * Properties: show, title (the question), sentence (what happens then), confirm (the verb, 「搬走了」), cancel (default 先不),
 *   danger (the verb is written in red), busy (both buttons rest while the answer is on its way), large (大字).
 * Events: `confirm` {}, `cancel` {}; a touch on the shade cancels.
 */
Component({
  properties: {
    show: { type: Boolean, value: false },
    title: { type: String, value: '' },
    sentence: { type: String, value: '' },
    confirm: { type: String, value: '确定' },
    cancel: { type: String, value: '先不' },
    danger: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  methods: {
    onConfirm() {
      if (!this.data.busy) this.triggerEvent('confirm', {});
    },
    onCancel() {
      if (!this.data.busy) this.triggerEvent('cancel', {});
    },
  },
});
