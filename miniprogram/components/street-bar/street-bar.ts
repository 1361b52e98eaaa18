/**
 * Who is asking, on the first screen: the street's name, its public number, and what is never asked for.
 * What stands inside it (the other language) comes beside the name.
 * Properties: name, phone, large (大字), words (of another language). Event: `call` { phone }.
 */
import { PART_WORDS } from '../../messages/parts';

Component({
  properties: {
    name: { type: String, value: '' },
    phone: { type: String, value: '' },
    large: { type: Boolean, value: false },
    words: { type: Object, value: PART_WORDS.streetBar },
  },
  methods: {
    onCall() {
      this.triggerEvent('call', { phone: this.data.phone });
    },
  },
});
