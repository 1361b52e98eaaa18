/**
 * The privacy question at the moment of use, as a sheet from below.
 * Properties: show, title, lines (string[]: who, why, how long, each one sentence), phone (the public number, always on the
 *   sheet: refusing leaves a way), document (name of the guide, tapped to read), buttonId (for platforms that match the
 *   agreeing button by its id), agree (the verb: what goes on after it), large (大字), words (of another language).
 * Events: `agree` { buttonId } after the platform's own agreement, `refuse` {}, `read` {} to open the guide, `call` { phone }.
 */
import { PART_WORDS } from '../../messages/parts';

Component({
  // The form is deep already: the sheet adds no element of its own to it.
  options: { virtualHost: true },
  properties: {
    show: { type: Boolean, value: false },
    title: { type: String, value: PART_WORDS.privacySheet.title },
    lines: { type: Array, value: [] },
    phone: { type: String, value: '' },
    document: { type: String, value: PART_WORDS.privacySheet.document },
    buttonId: { type: String, value: 'privacy-agree' },
    agree: { type: String, value: '' },
    large: { type: Boolean, value: false },
    words: { type: Object, value: PART_WORDS.privacySheet },
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
