/**
 * What is written as residents see it, beside the list or the form on a screen wide enough for both.
 * Properties: seen (Seen), change (words of a button that opens it; '' where it is open already), large (大字).
 * Events: `change` {}.
 */
import { RESIDENT_VIEW_WORDS } from '../../../messages/writing';

Component({
  properties: {
    seen: { type: Object, value: {} },
    change: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: { words: RESIDENT_VIEW_WORDS },
  methods: {
    onChange() {
      this.triggerEvent('change', {});
    },
  },
});
