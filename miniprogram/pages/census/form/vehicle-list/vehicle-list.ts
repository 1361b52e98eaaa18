/**
 * The household's number plates; none is needed.
 * Properties: vehicles VehicleView[] = { key, plate, propertyMaySee, error }, label, hint, error, large (大字), tiles (who may
 *   see a plate), words (of the form), parts (of the components).
 * Events: `add` {}, `remove` { index }, `plate` { index, plate } at each key, `leave` { index } when a plate is done,
 *   `share` { index, propertyMaySee }.
 */

/** The province whose plates are offered first. */
const PROVINCE = '鲁';

type Marks = { index: number };

Component({
  properties: {
    vehicles: { type: Array, value: [] },
    label: { type: String, value: '' },
    hint: { type: String, value: '' },
    error: { type: String, value: '' },
    large: { type: Boolean, value: false },
    tiles: { type: Array, value: [] },
    words: { type: Object, value: {} },
    parts: { type: Object, value: {} },
  },
  data: { province: PROVINCE },
  methods: {
    onAdd() {
      this.triggerEvent('add', {});
    },
    onRemove({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, Marks>) {
      this.triggerEvent('remove', { index: currentTarget.dataset.index });
    },
    onPlate({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, Marks>) {
      this.triggerEvent('plate', { index: currentTarget.dataset.index, plate: detail.value });
    },
    onLeave({ currentTarget }: WechatMiniprogram.CustomEvent<object, object, Marks>) {
      this.triggerEvent('leave', { index: currentTarget.dataset.index });
    },
    onShare({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ chosen: boolean }, object, Marks>) {
      this.triggerEvent('share', { index: currentTarget.dataset.index, propertyMaySee: detail.chosen });
    },
  },
});
