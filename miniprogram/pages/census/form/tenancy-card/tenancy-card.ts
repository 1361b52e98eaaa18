/**
 * From whom somebody rents: name, number, days, contract. A tenant who does not know leaves it blank.
 * Properties: tenancy TenancyView = { landlordName, landlordPhone, startOn, startLabel, endOn, endLabel, contract, errors },
 *   label, hint, large (大字), tiles (contract or none), words (of the tenancy), parts (of the components).
 * Events: `type` { field, value } at each key, `leave` { field } when a text is done, `choose` { field, value } for days and contract.
 */
/** Of the pickers of days. */
const EARLIEST = '1990-01-01';
const LATEST = '2060-12-31';

type Marks = { field: string };
type Given = WechatMiniprogram.CustomEvent<{ value: string }, object, Marks>;

Component({
  properties: {
    tenancy: { type: Object, value: {} },
    label: { type: String, value: '' },
    hint: { type: String, value: '' },
    large: { type: Boolean, value: false },
    tiles: { type: Array, value: [] },
    words: { type: Object, value: {} },
    parts: { type: Object, value: {} },
  },
  data: { earliest: EARLIEST, latest: LATEST },
  methods: {
    onType({ currentTarget, detail }: Given) {
      this.triggerEvent('type', { field: currentTarget.dataset.field, value: detail.value });
    },
    onLeave({ currentTarget }: Given) {
      this.triggerEvent('leave', { field: currentTarget.dataset.field });
    },
    onChoose({ currentTarget, detail }: Given) {
      this.triggerEvent('choose', { field: currentTarget.dataset.field, value: detail.value });
    },
  },
});
