/**
 * The privacy question at the moment of use, as a sheet from below.
 * Properties: show, title, lines (string[]: who, why, how long, each one sentence), phone (the public number, always on the
 *   sheet: refusing leaves a way), document (name of the guide, tapped to read), buttonId (for platforms that match the
 *   agreeing button by its id), agree (the verb: what goes on after it), large (大字).
 * Events: `agree` { buttonId } after the platform's own agreement, `refuse` {}, `read` {} to open the guide, `call` { phone }.
 */
Component({
  // The form is deep already: the sheet adds no element of its own to it.
  options: { virtualHost: true },
  properties: {
    show: { type: Boolean, value: false },
    title: { type: String, value: '先说清楚，再请您点头' },
    lines: { type: Array, value: [] },
    phone: { type: String, value: '' },
    document: { type: String, value: '《隐私保护指引》' },
    buttonId: { type: String, value: 'privacy-agree' },
    agree: { type: String, value: '同意，接着填' },
    large: { type: Boolean, value: false },
  },
  methods: {
    onAgree() {
      this.triggerEvent('agree', { buttonId: this.data.buttonId });
    },
    onRefuse() {
      this.triggerEvent('refuse', {});
    },
    onRead() {
      this.triggerEvent('read', {});
    },
    onCall() {
      this.triggerEvent('call', { phone: this.data.phone });
    },
  },
});
