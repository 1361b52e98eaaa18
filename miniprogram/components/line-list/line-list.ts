/**
 * Lines of label and value, as on a review card; a line may be touched to change it.
 * Properties: rows Line[]: { key, label, value, mark?, tone?: 'plain' | 'ok' | 'warn' | 'danger', note?, editable?, icon? }.
 *   `value` '' shows 还没填; `mark` is one short word on the right; `note` a line below. large (大字).
 * Event: `edit` { key } of a line that is editable.
 */
interface Line {
  key: string;
  label: string;
  value: string;
  mark?: string;
  tone?: string;
  note?: string;
  editable?: boolean;
}

type ShownLine = Line & { empty: boolean; spoken: string };

const NOTHING = '还没填';

function shownLine(line: Line): ShownLine {
  const value = line.value === '' ? NOTHING : line.value;
  const words = [line.label, value, line.mark, line.note, line.editable === true ? '点一下修改' : ''];
  return {
    ...line,
    value,
    empty: line.value === '',
    spoken: words.filter((word) => word !== undefined && word !== '').join('，'),
  };
}

Component({
  properties: {
    rows: { type: Array, value: [] },
    large: { type: Boolean, value: false },
  },
  data: { lines: [] as ShownLine[] },
  observers: {
    rows(rows: Line[]) {
      this.setData({ lines: rows.map(shownLine) });
    },
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
