/**
 * Who is asking, on the first screen: the street's name, its public number, and what is never asked for.
 * Properties: name, phone, large (大字). Event: `call` { phone }.
 */
Component({
  properties: {
    name: { type: String, value: '' },
    phone: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  methods: {
    onCall() {
      this.triggerEvent('call', { phone: this.data.phone });
    },
  },
});
