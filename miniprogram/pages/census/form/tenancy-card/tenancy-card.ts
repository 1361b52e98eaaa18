/**
 * From whom somebody rents: name, number, days, contract. A tenant who does not know leaves it blank.
 * Properties: tenancy TenancyView = { landlordName, landlordPhone, startOn, startLabel, endOn, endLabel, contract, errors },
 *   label, hint, large (大字).
 * Events: `type` { field, value } at each key, `leave` { field } when a text is done, `choose` { field, value } for days and contract.
 */
import { TENANCY_FORM_WORDS } from '../../../../messages/census';
import { CONTRACT_TILES } from '../tiles';

type Marks = { field: string };
type Given = WechatMiniprogram.CustomEvent<{ value: string }, object, Marks>;

Component({
  properties: {
    tenancy: { type: Object, value: {} },
    label: { type: String, value: '' },
    hint: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: { words: TENANCY_FORM_WORDS, tiles: CONTRACT_TILES },
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
