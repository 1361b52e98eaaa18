import { mount, type Mounted } from './mounted';

const view = {
  items: '12 个问题，3 条建议',
  tree: '6 大类，12 方面',
  asOf: '8点数的，每一件都数过',
  classes: [
    {
      key: 'building',
      name: '城市建管',
      items: '7 个问题，2 条建议',
      aspects: [
        { key: 'lighting', name: '照明', items: '4 个问题，1 条建议', isChosen: true },
        { key: 'parking', name: '停车出行', items: '3 个问题，1 条建议', isChosen: false },
      ],
    },
  ],
  title: '照明',
  lines: ['还在办 2 件', '3 人打了星，平均 4.7 星'],
  aspect: 'lighting',
  problems: [{ key: 'p1', name: '楼道灯不亮', suggestions: ['换声控灯', '装感应灯'] }],
};

function figures(changes: object = {}): Mounted {
  return mount('packages/ledger/pages/ledger/ledger-figures', { view: { ...view, ...changes } }, [
    'aspect',
    'list',
  ]);
}

describe('ledger figures', () => {
  it('show the whole, each class, and each aspect with its figures', () => {
    const ledger = figures();

    expect(ledger.wordsOf('.page-title')).toEqual(['12 个问题，3 条建议', '照明']);
    expect(ledger.words).toContain('6大类，12方面·选一个方面，看里面的问题和建议8点数的，每一件都数过');
    expect(ledger.wordsOf('.section-title')).toEqual(['城市建管', '楼道灯不亮']);
    expect(ledger.labels('button').filter((label) => label !== '')).toEqual([
      '照明，4 个问题，1 条建议',
      '停车出行，3 个问题，1 条建议',
    ]);
    expect(ledger.wordsOf('.ledger-figures__aspect--chosen')).toEqual(['照明4 个问题，1 条建议']);
  });

  it('show of the aspect at hand its lines, problems and suggestions', () => {
    expect(figures().wordsOf('.panes__detail')).toEqual([
      '照明还在办 2 件3 人打了星，平均 4.7 星看反映来的看全部统计楼道灯不亮建议：换声控灯建议：装感应灯',
    ]);
  });

  it('tell which aspect was touched, the way back to the whole, and the list', async () => {
    const ledger = figures();

    await ledger.tap('.ledger-figures__aspect', 1);
    await ledger.tap('.button', 0);
    await ledger.tap('.button', 1);

    expect(ledger.wordsOf('.button')).toEqual(['看反映来的', '看全部统计']);
    expect(ledger.events).toEqual([
      { name: 'aspect', detail: { key: 'parking' } },
      { name: 'list', detail: {} },
      { name: 'aspect', detail: { key: '' } },
    ]);
  });

  it('of the whole have nowhere to go back to', () => {
    expect(figures({ aspect: '', title: '一共' }).wordsOf('.button')).toEqual([]);
  });
});
