import { mount } from './mounted';

const forms = {
  left: '第一份',
  right: '第二份',
  rows: [
    { key: 'head', label: '户主', left: '王某', right: '王某', differs: false },
    { key: 'live', label: '住几口人', left: '3', right: '4', differs: true, picked: 'left' },
    { key: 'phone', label: '手机号', left: '100****1234', right: '', differs: true },
  ],
};

describe('compare columns', () => {
  it('counts differences and marks each by a word', () => {
    const columns = mount('compare-columns', forms);

    expect(columns.wordsOf('.compare-columns__sum')).toEqual(['2 处不一样']);
    expect(columns.wordsOf('.compare-columns__differs')).toEqual(['≠ 不一样', '≠ 不一样']);
    expect(columns.labels('text')).toContain('手机号，第二份：没填，不一样');
    expect(columns.labels('radio')).toEqual([]);
  });

  it('keeps a span of years and the ends of a number whole; in 大字 what is told of a person stands below each other', () => {
    const row = { key: 'head', label: '户主', right: '100****1234', differs: true };
    const rows = [{ ...row, left: '王某 · 18–59岁' }];
    const said = (large: boolean) =>
      mount('compare-columns', { ...forms, rows, large }).wordsOf('.compare-columns__value');

    expect(said(false)).toEqual(['王某 · 18\u2060–\u206059岁', '100****\u200b1234']);
    expect(said(true)).toEqual(['王某 18\u2060–\u206059岁', '100****\u200b1234']);
  });

  it('can hide what is equal', () => {
    expect(mount('compare-columns', { ...forms, onlyDifferent: true }).words).not.toContain('户主');
  });

  it('of a dormitory shows fifteen rows and then fifteen more, what differs first', async () => {
    const rows = Array.from({ length: 45 }, (_, n) => ({
      ...{ key: `person ${n}`, label: `其他 ${n + 1}`, left: '男，18–59 岁，住这里', differs: n === 44 },
      right: n === 44 ? '' : '男，18–59 岁，住这里',
    }));
    const columns = mount('compare-columns', { ...forms, rows });

    expect(columns.wordsOf('.compare-columns__label')).toHaveLength(15);
    expect(columns.wordsOf('.compare-columns__label')[0]).toContain('其他 45');
    expect(columns.wordsOf('.compare-columns__sum')).toEqual(['1 处不一样']);
    for (const more of ['再看 15 项', '再看 15 项']) {
      expect(columns.wordsOf('.compare-columns__more')).toEqual([more]);
      await columns.tap('.compare-columns__more');
    }
    expect(columns.wordsOf('.compare-columns__label')).toHaveLength(45);
    expect(columns.wordsOf('.compare-columns__more')).toEqual([]);
  });

  it('lets one side of a difference be picked, where that is asked for', async () => {
    const columns = mount('compare-columns', { ...forms, pickable: true }, ['pick']);

    await columns.tap('.compare-columns__value', 0);
    await columns.tap('.compare-columns__value', 3);

    expect(columns.checked).toEqual(['住几口人，第一份：3，不一样']);
    expect(columns.events).toEqual([{ name: 'pick', detail: { key: 'live', side: 'right' } }]);
  });

  it('only shows, where nothing is to be picked', async () => {
    const columns = mount('compare-columns', forms, ['pick']);

    await columns.tap('.compare-columns__value', 3);

    expect(columns.events).toEqual([]);
  });
});
