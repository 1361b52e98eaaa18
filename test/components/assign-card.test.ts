import { mount, type Mounted } from './mounted';

const EVENTS = ['role', 'more', 'assign'];
const INPUTS = '.stack >>> .text-field__input';
const INCOMPLETE = '先选好人和日子；分步办的，每一步写几个字，日子一步比一步晚';
const given = {
  roles: [
    { value: 'CA', label: '社区' },
    { value: 'GW', label: '网格员' },
  ],
  people: [{ value: 's1', label: '王某' }],
};

function card(changes: object = {}): Mounted {
  return mount('packages/ledger/pages/issue-work/assign-card', { ...given, ...changes }, EVENTS);
}

/** A card on the track of steps, with the person chosen. */
async function planned(): Promise<Mounted> {
  const assign = card();
  await assign.pick('王某');
  await assign.pick('整改计划 分几步办');
  return assign;
}

const type = (assign: Mounted, nth: number, value: string): Promise<void> =>
  assign.send(INPUTS, 'input', { nth, detail: { value } });
const send = (assign: Mounted): Promise<void> => assign.tap('.button', assign.wordsOf('.button').length - 1);

describe('assign card', () => {
  it('asks for the role, and says when nobody has it', async () => {
    const assign = card({ people: [] });

    await assign.pick('网格员');

    expect(assign.wordsOf('.section-title')).toEqual(['交给谁办']);
    expect(assign.labels('radiogroup')).toEqual(['哪样的人', '怎么办', '多少天内办好']);
    expect(assign.checked).toEqual(['网格员', '立行立改，几天就能办好']);
    expect(assign.wordsOf('.text')).toEqual(['这里还没有网格员']);
    expect(assign.events).toEqual([{ name: 'role', detail: { role: 'GW' } }]);
  });

  it('shows more people where there are more', async () => {
    const assign = card({ hasMore: true });

    await assign.tap('.button', 0);

    expect(assign.wordsOf('.button')).toEqual(['再看一些人', '交办']);
    expect(assign.events).toEqual([{ name: 'more', detail: {} }]);
  });

  it('sends nothing without person and days, and says so', async () => {
    const assign = card();

    await send(assign);
    await assign.pick('王某');
    await send(assign);

    expect(assign.wordsOf('.problem')).toEqual([INCOMPLETE]);
    expect(assign.events).toEqual([]);
  });

  it('gives it out at once within some days', async () => {
    const assign = card();

    await assign.pick('王某');
    await assign.pick('3 天');
    await send(assign);

    expect(assign.checked).toEqual(['王某', '立行立改，几天就能办好', '3 天']);
    expect(assign.wordsOf('.problem')).toEqual([]);
    expect(assign.events).toEqual([
      { name: 'assign', detail: { seatId: 's1', track: 'atOnce', days: 3, steps: [] } },
    ]);
  });

  it('gives it out by steps, each later than the one above it', async () => {
    const assign = await planned();
    await type(assign, 0, '找电力公司');
    await assign.pick('15 天');
    await assign.tap('.button', 0);
    await type(assign, 1, '换灯');
    const days = assign.wordsOf('.stack >>> .choice-tile__tile').lastIndexOf('7 天');
    await assign.tap('.stack >>> .choice-tile__tile', days);
    await send(assign);

    expect(assign.labels('radiogroup')).toEqual([
      '哪样的人',
      '谁',
      '怎么办',
      '第 1 步多少天内',
      '第 2 步多少天内',
    ]);
    expect(assign.wordsOf('.problem')).toEqual([INCOMPLETE]);
    expect(assign.events).toEqual([]);

    await assign.tap('.stack >>> .choice-tile__tile', days + 2);
    await send(assign);

    expect(assign.checked).toEqual(['王某', '整改计划，分几步办', '15 天', '30 天']);
    const steps = [
      { words: '找电力公司', days: 15 },
      { words: '换灯', days: 30 },
    ];
    expect(assign.events).toEqual([
      { name: 'assign', detail: { seatId: 's1', track: 'plan', days: 30, steps } },
    ]);
  });

  it('keeps what was typed of the steps in sight while the other track is looked at', async () => {
    const assign = await planned();
    await type(assign, 0, '找电力公司');

    await assign.pick('立行立改 几天就能办好');
    expect(assign.typed).toEqual([]);
    await assign.pick('整改计划 分几步办');

    expect(assign.typed).toEqual(['找电力公司']);
  });

  it('has one step at least and six at most', async () => {
    const assign = await planned();
    expect(assign.wordsOf('.button')).toEqual(['再加一步', '交办']);

    for (const _ of [2, 3, 4, 5, 6]) await assign.tap('.button', 0);
    expect(assign.wordsOf('.button')).toEqual(['去掉最后一步', '交办']);

    await assign.tap('.button', 0);
    expect(assign.wordsOf('.button')).toEqual(['再加一步', '去掉最后一步', '交办']);
    expect(assign.wordsOf(INPUTS)).toHaveLength(5);
  });

  it('rests while the answer is on its way', async () => {
    const assign = card({ busy: true });

    await assign.pick('王某');
    await assign.pick('3 天');
    await send(assign);

    expect(assign.classesOf('.button')).toEqual(['button button--off']);
    expect(assign.events).toEqual([]);
  });
});
