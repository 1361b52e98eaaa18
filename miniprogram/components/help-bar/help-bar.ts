/**
 * 找人帮我, on each page of the resident: one tap calls the building head or the community.
 * Properties: who (「楼长张阿姨」 or 「社区」), phone, large (大字). Event: `call` { phone }.
 */
Component({
  properties: {
    who: { type: String, value: '社区' },
    phone: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  methods: {
    onCall() {
      this.triggerEvent('call', { phone: this.data.phone });
    },
  },
});
