import { mount } from './mounted';

const rows = [
  { key: 'use', label: '房子现在是', value: '自家住', editable: true },
  { key: 'head', label: '户主', value: '', mark: '要填', tone: 'warn', editable: true },
  { key: 'phone', label: '手机号', value: '100****1234', note: '只有网格员看得到' },
];

describe('line list', () => {
  it('shows label, value, mark and note of each line, and names what is empty', () => {
    const list = mount('line-list', { rows });

    expect(list.wordsOf('.line-list__value')).toEqual(['自家住', '还没填', '100****1234']);
    expect(list.labels('button')).toEqual([
      '房子现在是，自家住，点一下修改',
      '户主，还没填，要填，点一下修改',
    ]);
    expect(list.labels('listitem')).toEqual(['手机号，100****1234，只有网格员看得到']);
  });

  it('keeps a short fact in one piece, and lets a sentence flow', () => {
    const facts = '王建国 · 男 · 18–59岁';
    const said = '楼道灯坏了，晚上老人下楼看不见';
    const list = mount('line-list', {
      rows: [
        { key: 'head', label: '户主', value: facts },
        { key: 'suggestion', label: '建议', value: said },
      ],
    });

    expect(list.wordsOf('.line-list__value')).toEqual([facts, said]);
    expect(list.wordsOf('.line-list__fact')).toEqual(['王建国', '男', '18–59岁']);
  });

  it('tells which line is to be changed, and only of those that may be', async () => {
    const list = mount('line-list', { rows }, ['edit']);

    await list.tap('.line-list__line', 1);
    await list.tap('.line-list__line', 2);

    expect(list.events).toEqual([{ name: 'edit', detail: { key: 'head' } }]);
  });
});
