/**
 * Two forms side by side; rows that differ say so by word and by shape, not by colour alone.
 * Properties: left, right (titles), rows CompareRow[]: { key, label, left, right, differs, picked?: 'left' | 'right' };
 *   onlyDifferent (hides equal rows), pickable (each value of a differing row can be touched), large (大字).
 * Event: `pick` { key, side: 'left' | 'right' }.
 */
interface CompareRow {
  key: string;
  label: string;
  left: string;
  right: string;
  differs: boolean;
  picked?: string;
}

type ShownRow = CompareRow & { spoken: Record<'left' | 'right', string> };

const NOTHING = '没填';

function shownRow(row: CompareRow, left: string, right: string): ShownRow {
  const difference = row.differs ? '，不一样' : '';
  const one = { ...row, left: row.left || NOTHING, right: row.right || NOTHING };
  return {
    ...one,
    spoken: {
      left: `${row.label}，${left}：${one.left}${difference}`,
      right: `${row.label}，${right}：${one.right}${difference}`,
    },
  };
}

Component({
  properties: {
    left: { type: String, value: '' },
    right: { type: String, value: '' },
    rows: { type: Array, value: [] },
    onlyDifferent: { type: Boolean, value: false },
    pickable: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  data: { shown: [] as ShownRow[], differences: 0 },
  observers: {
    'rows, left, right, onlyDifferent': function () {
      const { left, right, onlyDifferent } = this.data;
      const rows: CompareRow[] = this.data.rows;
      const different = rows.filter((row) => row.differs);
      this.setData({
        shown: (onlyDifferent ? different : rows).map((row) => shownRow(row, left, right)),
        differences: different.length,
      });
    },
  },
  methods: {
    onPick(
      event: WechatMiniprogram.CustomEvent<object, object, { key: string; side: string; differs: boolean }>,
    ) {
      const { key, side, differs } = event.currentTarget.dataset;
      if (this.data.pickable && differs) this.triggerEvent('pick', { key, side });
    },
  },
});
