import { mount, type Mounted } from './mounted';

const words = {
  one: '这条再交一次',
  handIn: '交给社区看',
  exportOne: '封好导出',
  exportDetail: '导出的文件加了密，只有街道的系统能打开',
  withdraw: '不交了，删掉',
};
const stuck = {
  key: 'op-1',
  label: '3号楼 2单元 501',
  what: '没人在家',
  state: '交不上，要您看一下',
  why: '这户已经归别人管',
  icon: 'alert',
  tone: 'warn',
  isOpen: false,
  canSend: true,
  canMend: '回这一户重新记',
  canExport: true,
  conflicts: '',
};

function rowOf(row: object): Mounted {
  return mount('packages/worker/pages/outbox/record-row', { row, words }, ['open', 'act']);
}

describe('record row', () => {
  it('closed says where, what, how far and why, and opens by its key', async () => {
    const row = rowOf(stuck);

    await row.tap('.record__head');

    expect(row.wordsOf('.record__head')).toEqual([
      '3号楼 2单元 501 没人在家交不上，要您看一下这户已经归别人管',
    ]);
    expect(row.labels('button')).toEqual(['3号楼 2单元 501，没人在家，交不上，要您看一下，这户已经归别人管']);
    expect(row.wordsOf('.record__state--warn')).toEqual(['交不上，要您看一下']);
    expect(row.events).toEqual([{ name: 'open', detail: { key: 'op-1' } }]);
  });

  it('open offers each way on, and tells which was taken', async () => {
    const row = rowOf({ ...stuck, isOpen: true });
    const ways = ['这条再交一次', '回这一户重新记', '交给社区看', '封好导出', '不交了，删掉'];

    for (const nth of ways.keys()) await row.tap('.button', nth);

    expect(row.wordsOf('.button')).toEqual(ways);
    expect(row.wordsOf('.record__hint')).toEqual(['导出的文件加了密，只有街道的系统能打开']);
    expect(row.wordsOf('.button--danger')).toEqual(['不交了，删掉']);
    expect(row.events).toEqual(
      ['send', 'mend', 'handIn', 'export', 'remove'].map((act) => ({
        name: 'act',
        detail: { key: 'op-1', act },
      })),
    );
  });

  it('that only waits offers sending alone', () => {
    const waits = { ...stuck, isOpen: true, canMend: '', canExport: false };

    expect(rowOf(waits).wordsOf('.button')).toEqual(['这条再交一次']);
  });

  it('leads to what others wrote differently, closed as well', async () => {
    const row = rowOf({ ...stuck, conflicts: '2 处和别人写的不一样，去选' });

    await row.tap('.button');

    expect(row.wordsOf('.button')).toEqual(['2 处和别人写的不一样，去选']);
    expect(row.events).toEqual([{ name: 'act', detail: { key: 'op-1', act: 'conflicts' } }]);
  });
});
