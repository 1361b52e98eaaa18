/**
 * A question answered by touching big tiles; the whole tile is the target. One answer (radio) or several (checkbox).
 * Properties:
 *   label, hint   the question and a line below it; error: what is wrong, in words
 *   options       Tile[]: { value, label, icon?: name in icons.wxss, hint?, tone?: 'right' | 'wrong' of a judged answer }
 *   value         the chosen value; with `multi` an array of them
 *   multi         several may be chosen
 *   columns       tiles a row; 0 = 3 (大字 2). Large mode never shows more than 2, compact tiles never more than 3
 *   compact       small tiles without icons, for groups inside a row
 *   large         大字
 * Event `choose`: { value, values, chosen } = the touched tile's value, all that are chosen now, and whether the
 * touched one is. The page decides; the tiles change when `value` comes back. What is chosen is read in the markup, so
 * that a touch costs the page's setData and none here.
 */
type TileValue = string | number;

interface Tile {
  value: TileValue;
  label: string;
  icon?: string;
  hint?: string;
  tone?: 'right' | 'wrong';
}

function chosenValues(value: unknown): TileValue[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(
    (one): one is TileValue => typeof one === 'number' || (typeof one === 'string' && one !== ''),
  );
}

Component({
  properties: {
    label: { type: String, value: '' },
    hint: { type: String, value: '' },
    error: { type: String, value: '' },
    options: { type: Array, value: [] },
    value: { type: null, value: '' },
    multi: { type: Boolean, value: false },
    columns: { type: Number, value: 0 },
    compact: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  methods: {
    onChoose(event: WechatMiniprogram.CustomEvent<object, object, { index: number }>) {
      const options: Tile[] = this.data.options;
      const touched = options[event.currentTarget.dataset.index]?.value;
      if (touched === undefined) return;
      const others = this.data.multi ? chosenValues(this.data.value).filter((one) => one !== touched) : [];
      const chosen = !(this.data.multi && chosenValues(this.data.value).includes(touched));
      // In the order of the tiles, whatever the order of touching.
      const values = options
        .map((tile) => tile.value)
        .filter((one) => others.includes(one) || (chosen && one === touched));
      this.triggerEvent('choose', { value: touched, values, chosen });
    },
  },
});
