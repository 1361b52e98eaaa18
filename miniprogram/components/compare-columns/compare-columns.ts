/**
 * Two forms side by side; rows that differ say so by word and by shape, not by colour alone.
 * Properties: left, right (titles), rows CompareRow[]: { key, label, left, right, differs, picked?: 'left' | 'right' };
 *   of more than a page those that differ come first, fifteen at a time; onlyDifferent (hides equal rows), pickable (each value of a differing row can be touched), large (大字).
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

interface Titles {
  left: string;
  right: string;
  large: boolean;
}

type ShownRow = CompareRow & { spoken: Record<'left' | 'right', string> };

const NOTHING = '没填';
const ROWS_A_PAGE = 15;

/** Of a long pair of forms nobody should look for what is to be decided. */
function inOrder(rows: readonly CompareRow[], onlyDifferent: boolean): readonly CompareRow[] {
  const different = rows.filter((row) => row.differs);
  if (onlyDifferent) return different;
  return rows.length > ROWS_A_PAGE ? [...different, ...rows.filter((row) => !row.differs)] : rows;
}

/** Where little fits on a line: a span of years is not cut after its dash, a number only after its stars. */
const whole = (words: string): string =>
  words.replace(/–/g, '\u2060–\u2060').replace(/\*(?=\d{4}$)/gm, '*\u200b');
/** In 大字 what is told of a person stands below each other: no point is left alone between two lines. */
const apart = (words: string): string => whole(words).replace(/ · /g, '\n');

function shownRow(row: CompareRow, { left, right, large }: Titles): ShownRow {
  const difference = row.differs ? '，不一样' : '';
  const one = { ...row, left: row.left || NOTHING, right: row.right || NOTHING };
  const told = large ? apart : whole;
  return {
    ...one,
    left: told(one.left),
    right: told(one.right),
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
  data: { shown: [] as ShownRow[], differences: 0, more: 0 },
  observers: {
    'rows, left, right, onlyDifferent, large': function () {
      const rows: CompareRow[] = this.data.rows;
      const { page, more } = this.pageFrom(0);
      this.setData({ shown: page, more, differences: rows.filter((row) => row.differs).length });
    },
  },
  methods: {
    /** The rows of one page, and how many the next one has. */
    pageFrom(start: number): { page: ShownRow[]; more: number } {
      const { onlyDifferent } = this.data;
      const rows = inOrder(this.data.rows, onlyDifferent);
      const end = start + ROWS_A_PAGE;
      return {
        page: rows.slice(start, end).map((row) => shownRow(row, this.data)),
        more: Math.max(0, Math.min(ROWS_A_PAGE, rows.length - end)),
      };
    },
    onMore() {
      const start = this.data.shown.length;
      const { page, more } = this.pageFrom(start);
      const added = page.map((row, index) => [`shown[${start + index}]`, row] as const);
      this.setData({ ...Object.fromEntries(added), more });
    },
    onPick(
      event: WechatMiniprogram.CustomEvent<object, object, { key: string; side: string; differs: boolean }>,
    ) {
      const { key, side, differs } = event.currentTarget.dataset;
      if (this.data.pickable && differs) this.triggerEvent('pick', { key, side });
    },
  },
});
