import { mount, type Mounted } from './mounted';

const EVENTS = ['result', 'sign', 'save', 'cancel', 'time', 'slip', 'undo', 'change'];
const words = {
  title: '敲门结果',
  hint: '点一下就记好',
  nextTitle: '下次什么时候来',
  undo: '点错了，撤销',
  signs: '凭什么说没人住',
  cancel: '不记了',
};
const slips = [{ value: 'slip', label: '门上留了条' }];
const nothing = {
  answered: '',
  noted: '',
  problem: '',
  past: '',
  change: '',
  save: '',
  times: [],
  tiles: [],
  signs: [],
};

function card(view: object): Mounted {
  return mount(
    'packages/worker/pages/door/knock-card',
    { view: { ...nothing, ...view }, words, slips },
    EVENTS,
  );
}

describe('knock card', () => {
  it('asks what the knock came to, and tells it in one touch', async () => {
    const tiles = [
      { value: 'nobody', label: '没人在家', icon: 'door' },
      { value: 'refused', label: '不愿说', icon: 'hand' },
    ];
    const asks = card({ tiles, past: '来过 2 次，还没登记' });

    await asks.pick('没人在家');

    expect(asks.wordsOf('.text')).toEqual(['来过 2 次，还没登记']);
    expect(asks.labels('radiogroup')).toEqual(['敲门结果']);
    expect(asks.labels('radio')).toEqual(['没人在家', '不愿说']);
    expect(asks.wordsOf('.button')).toEqual([]);
    expect(asks.events).toEqual([{ name: 'result', detail: { value: 'nobody' } }]);
  });

  it('says what is noted, and asks when to come again and whether a slip hangs there', async () => {
    const times = [
      { value: 'eve', label: '今天 19 点' },
      { value: 'sat', label: '周六 10 点' },
    ];
    const view = {
      noted: '记下了：没人在家',
      notedDetail: '约好今天 19 点再来',
      notedState: '存在手机里，有网自动交',
      times,
      timesTitle: '下次什么时候来',
      time: 'eve',
      asksSlip: true,
      slip: ['slip'],
      canUndo: true,
    };
    const asks = card(view);

    await asks.pick('周六 10 点');
    await asks.pick('门上留了条');
    await asks.tap('.button');

    expect(asks.wordsOf('.knock__noted')).toEqual([
      '记下了：没人在家约好今天 19 点再来存在手机里，有网自动交',
    ]);
    expect(asks.labels('radiogroup')).toEqual(['下次什么时候来']);
    expect(asks.checked).toEqual(['今天 19 点', '门上留了条']);
    expect(asks.wordsOf('.button')).toEqual(['点错了，撤销']);
    expect(asks.events).toEqual([
      { name: 'time', detail: { value: 'sat' } },
      { name: 'slip', detail: { chosen: false } },
      { name: 'undo', detail: {} },
    ]);
  });

  it('wants signs before a flat is vacant, and lets one think better of it', async () => {
    const signs = [
      { value: 'meter', label: '电表不走' },
      { value: 'dust', label: '门上落灰' },
    ];
    const view = {
      signs,
      signsChosen: ['dust'],
      signsHint: '再点一条依据，才能定成空置',
      save: '先记成像是空置',
    };
    const asks = card(view);

    await asks.pick('电表不走');
    await asks.tap('.button', 0);
    await asks.tap('.button', 1);

    expect(asks.labels('group')).toEqual(['凭什么说没人住']);
    expect(asks.checked).toEqual(['门上落灰']);
    expect(asks.wordsOf('.stack >>> .caption')).toContain('再点一条依据，才能定成空置');
    expect(asks.wordsOf('.button')).toEqual(['先记成像是空置', '不记了']);
    expect(asks.events).toEqual([
      { name: 'sign', detail: { values: ['meter', 'dust'] } },
      { name: 'save', detail: {} },
      { name: 'cancel', detail: {} },
    ]);
    expect(card({ ...view, save: '' }).wordsOf('.button')).toEqual(['不记了']);
  });

  it('keeps a door that has answered apart from one where a form waits', async () => {
    const change = '他家有变动，改一改';
    const done = card({ answered: '已登记，不用再问', answeredDetail: '敲别家吧', isDone: true, change });
    const waits = card({ answered: '有人交了表，等着确认', isDone: false });

    await done.tap('.button');

    expect(done.wordsOf('.knock__answered')).toEqual(['已登记，不用再问敲别家吧']);
    expect(done.wordsOf('.knock__answered--waits')).toEqual([]);
    expect(waits.wordsOf('.knock__answered--waits')).toEqual(['有人交了表，等着确认']);
    expect(done.events).toEqual([{ name: 'change', detail: {} }]);
  });

  it('says why nothing could be noted', () => {
    expect(card({ problem: '手机存满了，先把待上传的交上去' }).wordsOf('.problem')).toEqual([
      '手机存满了，先把待上传的交上去',
    ]);
  });
});
