import { mount } from './mounted';

const rows = [
  { id: 'n1', title: '周三停水', detail: '3号楼', state: '已发出' },
  { id: 'n2', title: '周六清洁日', detail: '苹果花园', state: '等人看过再发' },
];

describe('written list', () => {
  it('says of each text what it is and how far it came, and tells which one was touched', async () => {
    const given = { write: '写一条', heading: '发过的', rows, chosenId: 'n2', more: '再看一些' };
    const list = mount('written-list', given, ['write', 'choose', 'more']);

    await list.tap('.button', 0);
    await list.tap('.card', 0);
    await list.tap('.button', 1);

    expect(list.labels('button').filter((label) => label !== '')).toEqual([
      '周三停水，3号楼，已发出',
      '周六清洁日，苹果花园，等人看过再发',
    ]);
    expect(list.wordsOf('.written-list__row--chosen')).toHaveLength(1);
    expect(list.events).toEqual([
      { name: 'write', detail: {} },
      { name: 'choose', detail: { id: 'n1' } },
      { name: 'more', detail: {} },
    ]);
  });

  it('offers nothing to write to a seat that may only read', () => {
    expect(mount('written-list', { heading: '还没有', rows: [] }).words).toBe('还没有');
  });
});
