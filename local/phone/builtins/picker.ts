import { FIELD_PROPS, type BuiltIn, type BuiltInEvent, type Definition } from './definition';

const COLUMNS_OF_DATE: Readonly<Record<string, number>> = { year: 1, month: 2, day: 3 };

function labels(self: BuiltIn, items: readonly unknown[]): string[] {
  const { rangeKey } = self.data;
  return items.map((item) => String(rangeKey === '' ? item : (item as Record<string, unknown>)[rangeKey]));
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function padded(from: number, to: number, unit = ''): string[] {
  return numbers(from, to).map((value) => String(value).padStart(2, '0') + unit);
}

function years(self: BuiltIn): { first: number; last: number } {
  return {
    first: Number((self.data.start || '1900').slice(0, 4)),
    last: Number((self.data.end || '2100').slice(0, 4)),
  };
}

function initialSelection(self: BuiltIn): number[] {
  const { mode, value, range } = self.data;
  if (mode === 'selector') return [Number(value) || 0];
  const text = typeof value === 'string' ? value : '';
  if (mode === 'time') return (text || '00:00').split(':').map(Number);
  if (mode === 'date') return initialDate(self, text);
  const chosen = (Array.isArray(value) ? value : []) as number[];
  return range.map((_, index) => chosen[index] ?? 0);
}

function initialDate(self: BuiltIn, text: string): number[] {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const [year = 0, month = 1, day = 1] = /^\d{4}/.test(text) ? text.split('-').map(Number) : today;
  return [Math.max(0, year - years(self).first), month - 1, day - 1];
}

function columnsOf(self: BuiltIn): string[][] {
  const { mode, range, selected, fields } = self.data;
  if (mode === 'selector') return [labels(self, range)];
  if (mode === 'multiSelector') return (range as unknown[][]).map((column) => labels(self, column));
  if (mode === 'time') return [padded(0, 23), padded(0, 59)];
  if (mode !== 'date') throw new Error(`picker mode "${mode}" is not imitated`);
  const { first, last } = years(self);
  const [year = 0, month = 0] = selected;
  const days = new Date(first + year, month + 1, 0).getDate();
  const all = [
    numbers(first, last).map((value) => `${String(value)}年`),
    padded(1, 12, '月'),
    padded(1, days, '日'),
  ];
  return all.slice(0, COLUMNS_OF_DATE[fields] ?? 3);
}

function layOut(self: BuiltIn): void {
  const columns = columnsOf(self);
  const selected = columns.map((column, index) =>
    Math.min(self.data.selected[index] ?? 0, Math.max(0, column.length - 1)),
  );
  self.setData({ columns, selected });
  setTimeout(() => {
    for (const option of self.$$.querySelectorAll('[aria-selected=true]')) {
      option.scrollIntoView({ block: 'center' });
    }
  });
}

function open(self: BuiltIn): void {
  if (self.data.disabled || self.data.opened) return;
  self.setData({ opened: true, selected: initialSelection(self) });
  layOut(self);
}

function choose(self: BuiltIn, event: BuiltInEvent): void {
  const column = Number(event.currentTarget.dataset['column']);
  const value = Number(event.currentTarget.dataset['index']);
  self.setData({ selected: self.data.selected.map((old, index) => (index === column ? value : old)) });
  if (self.data.mode === 'multiSelector') self.triggerEvent('columnchange', { column, value });
  if (self.data.opened) layOut(self);
}

function chosenValue(self: BuiltIn): unknown {
  const { mode, selected, columns } = self.data;
  if (mode === 'selector') return selected[0];
  if (mode === 'multiSelector') return selected;
  const texts = columns.map((column, index) => (column[selected[index] ?? 0] ?? '').replace(/\D/g, ''));
  return texts.join(mode === 'time' ? ':' : '-');
}

export const picker: Record<string, Definition> = {
  picker: {
    props: {
      ...FIELD_PROPS,
      mode: { type: String, value: 'selector' },
      range: { type: Array, value: [] },
      rangeKey: String,
      value: null,
      start: String,
      end: String,
      fields: { type: String, value: 'day' },
      headerText: String,
    },
    data: { opened: false, columns: [], selected: [] },
    role: 'combobox',
    tap: open,
    activate: open,
    field: {
      read: (self) => self.data.value,
      clear: (self) => {
        self.setData({ value: self.data.mode === 'selector' ? 0 : '' });
      },
    },
    observe: {
      'range, range.**': function (self) {
        if (self.data.opened) layOut(self);
      },
      value(self) {
        const { value } = self.data;
        if (self.data.opened && Array.isArray(value)) self.setData({ selected: value as number[] });
      },
    },
    methods: {
      choose,
      confirm(self) {
        const value = chosenValue(self);
        self.setData({ opened: false, value });
        self.triggerEvent('change', { value });
      },
      cancel(self) {
        self.setData({ opened: false });
        self.triggerEvent('cancel', {});
      },
    },
  },
};
