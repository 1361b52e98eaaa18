import { mount, type Mounted } from './mounted';

const pictures = [
  { value: 0, label: '第 1 张', hint: '没有人脸和车牌' },
  { value: 1, label: '第 2 张', hint: '没有人脸和车牌' },
];
const issue = { aspect: 'lighting', pictures, mayRelease: true };

function card(given: object): Mounted {
  return mount('packages/ledger/pages/issue-work/triage-card', given, ['review']);
}

describe('triage card', () => {
  it('starts from what the issue was taken for', () => {
    const triage = card({ issue });

    expect(triage.labels('heading')).toHaveLength(1);
    expect(triage.wordsOf('.section-title')).toEqual(['是哪一类']);
    expect(triage.labels('radiogroup')).toEqual(['大类', '方面']);
    expect(triage.checked).toEqual(['城市建管', '照明']);
    expect(triage.labels('checkbox')).toEqual(['第 1 张，没有人脸和车牌', '第 2 张，没有人脸和车牌']);
  });

  it('puts on the board only the pictures that were picked, and none beside it', async () => {
    const triage = card({ issue });

    await triage.pick('第 2 张 没有人脸和车牌');
    await triage.tap('.button', 0);
    await triage.tap('.button', 1);

    expect(triage.checked).toContain('第 2 张，没有人脸和车牌');
    expect(triage.wordsOf('.button')).toEqual(['分好，放到公开栏', '分好，先不放公开栏']);
    expect(triage.events).toEqual([
      { name: 'review', detail: { aspect: 'lighting', board: 'release', pictures: [1] } },
      { name: 'review', detail: { aspect: 'lighting', board: 'keepOff', pictures: [] } },
    ]);
  });

  it('of another class asks for the aspect again', async () => {
    const triage = card({ issue });

    await triage.pick('社会治理');
    await triage.tap('.button', 0);
    expect(triage.wordsOf('.problem')).toEqual(['先选方面']);
    expect(triage.events).toEqual([]);

    await triage.pick('邻里相处');
    await triage.tap('.button', 0);

    expect(triage.wordsOf('.problem')).toEqual([]);
    expect(triage.events).toEqual([
      { name: 'review', detail: { aspect: 'disputes', board: 'release', pictures: [] } },
    ]);
  });

  it('offers neither board nor pictures for what may not be public', () => {
    const triage = card({ issue: { ...issue, mayRelease: false } });

    expect(triage.wordsOf('.button')).toEqual(['分好，先不放公开栏']);
    expect(triage.labels('checkbox')).toEqual([]);
  });

  it('only lets out what was sorted before, with what the machine said of it', async () => {
    const triage = card({ issue: { ...issue, isSorted: true, warning: '请看仔细' } });

    await triage.tap('.button', 0);

    expect(triage.wordsOf('.issue-work__warning')).toEqual(['请看仔细']);
    expect(triage.wordsOf('.button')).toEqual(['放到公开栏']);
    expect(triage.events.map(({ name }) => name)).toEqual(['review']);
  });

  it('rests while the answer is on its way', async () => {
    const triage = card({ issue, busy: true });

    await triage.tap('.button', 0);
    await triage.tap('.button', 1);

    expect(triage.classesOf('.button')).toEqual(['button button--off', 'button button--off']);
    expect(triage.events).toEqual([]);
  });
});
