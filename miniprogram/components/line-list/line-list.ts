/**
 * Lines of label and value, as on a review card; a line may be touched to change it.
 * Properties: rows Line[]: { key, label, value, mark?, tone?: 'plain' | 'ok' | 'warn' | 'danger', note?, editable?, icon? }.
 *   `value` '' shows 还没填; `mark` is one short word on the right; `note` a line below. large (大字), words (of another language).
 * What a line says aloud is read in the markup (lines.wxs): new rows cost the page's setData and none here.
 * Event: `edit` { key } of a line that is editable.
 */
import { PART_WORDS } from '../../messages/parts';

Component({
  properties: {
    rows: { type: Array, value: [] },
    large: { type: Boolean, value: false },
    words: { type: Object, value: PART_WORDS.lineList },
  },
  methods: {
    onEdit(
      event: WechatMiniprogram.CustomEvent<object, object, { key: string; editable: boolean | undefined }>,
    ) {
      const { key, editable } = event.currentTarget.dataset;
      if (editable === true) this.triggerEvent('edit', { key });
    },
  },
});
