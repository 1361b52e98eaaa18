/**
 * 找人帮我, on each page of the resident: one tap calls the building head or the community.
 * Properties: who (「楼长张阿姨」 or 「社区」), phone, large (大字), words (of another language). Event: `call` { phone }.
 */
import { PART_WORDS } from '../../messages/parts';

Component({
  properties: {
    who: { type: String, value: '' },
    phone: { type: String, value: '' },
    large: { type: Boolean, value: false },
    words: { type: Object, value: PART_WORDS.helpBar },
  },
  methods: {
    onCall() {
      this.triggerEvent('call', { phone: this.data.phone });
    },
  },
});
