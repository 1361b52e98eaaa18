import { mount, type Mounted } from './mounted';

const rows = [
  { value: 'i1', label: '路灯不亮' },
  { value: 'i2', label: '楼道灯坏了' },
];

function card(given: object): Mounted {
  return mount('packages/ledger/pages/issue-work/merge-card', { stage: 'work', rows, ...given }, [
    'stage',
    'merge',
  ]);
}

describe('merge card', () => {
  it('asks where the other one stands, and tells the stage', async () => {
    const merge = card({ rows: null });

    await merge.pick('等交办');

    expect(merge.labels('radiogroup')).toEqual(['那一件在哪里']);
    expect(merge.labels('radio')).toEqual(['在办', '等交办', '等分类', '等回话']);
    expect(merge.checked).toEqual(['在办']);
    expect(merge.wordsOf('.text')).toEqual([]);
    expect(merge.events).toEqual([{ name: 'stage', detail: { stage: 'assign' } }]);
  });

  it('merges into the one that was chosen, and nothing before', async () => {
    const merge = card({});
    expect(merge.labels('radiogroup')).toEqual(['那一件在哪里', '和哪一件是一回事']);
    expect(merge.wordsOf('.button')).toEqual([]);

    await merge.pick('楼道灯坏了');
    await merge.tap('.button');

    expect(merge.wordsOf('.button')).toEqual(['并到那一件']);
    expect(merge.checked).toEqual(['在办', '楼道灯坏了']);
    expect(merge.events).toEqual([{ name: 'merge', detail: { intoId: 'i2' } }]);
  });

  it('forgets the chosen one when the stage changes', async () => {
    const merge = card({});

    await merge.pick('楼道灯坏了');
    await merge.pick('等回话');

    expect(merge.wordsOf('.button')).toEqual([]);
  });

  it('says that there is no other one', () => {
    expect(card({ rows: [] }).wordsOf('.text')).toEqual(['这里没有别的']);
  });

  it('rests while the answer is on its way', async () => {
    const merge = card({ busy: true });

    await merge.pick('路灯不亮');
    await merge.tap('.button');

    expect(merge.classesOf('.button')).toEqual(['button button--off']);
    expect(merge.events).toEqual([]);
  });
});
