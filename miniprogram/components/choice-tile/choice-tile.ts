/**
 * A question answered by touching big tiles; the whole tile is the target. One answer (radio) or several (checkbox).
 * Properties:
 *   label, hint   the question and a line below it; error: what is wrong, in words
 *   options       Tile[]: { value, label, icon?: name in icons.wxss, hint? }
 *   value         the chosen value; with `multi` an array of them
 *   multi         several may be chosen
 *   columns       tiles a row; 0 = 3 (大字 2). Large mode never shows more than 2, compact tiles never more than 3
 *   compact       small tiles without icons, for groups inside a row
 *   large         大字
 * Event `choose`: { value, values, chosen } = the touched tile's value, all that are chosen now, and whether the
 * touched one is. The page decides; the tiles change when `value` comes back.
 */
type TileValue = string | number;

interface Tile {
  value: TileValue;
  label: string;
  icon?: string;
  hint?: string;
}

interface ShownTile extends Tile {
  chosen: boolean;
}

function chosenValues(value: unknown): TileValue[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(
    (one): one is TileValue => typeof one === 'number' || (typeof one === 'string' && one !== ''),
  );
}

function columnsOf(wanted: number, large: boolean, compact: boolean): number {
  if (!large) return wanted || 3;
  return Math.min(wanted || 2, compact ? 3 : 2);
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
  data: { tiles: [] as ShownTile[], columnCount: 3 },
  observers: {
    'options, value': function (options: Tile[], value: unknown) {
      const chosen = chosenValues(value);
      this.setData({ tiles: options.map((tile) => ({ ...tile, chosen: chosen.includes(tile.value) })) });
    },
    'columns, large, compact': function (columns: number, large: boolean, compact: boolean) {
      this.setData({ columnCount: columnsOf(columns, large, compact) });
    },
  },
  methods: {
    onChoose(event: WechatMiniprogram.CustomEvent<object, object, { index: number }>) {
      const touched = this.data.tiles[event.currentTarget.dataset.index];
      if (touched === undefined) return;
      const chosen = this.data.multi ? !touched.chosen : true;
      const others = this.data.multi ? this.data.tiles.filter((tile) => tile.chosen && tile !== touched) : [];
      const values = (chosen ? [...others, touched] : others).map((tile) => tile.value);
      this.triggerEvent('choose', { value: touched.value, values, chosen });
    },
  },
});
