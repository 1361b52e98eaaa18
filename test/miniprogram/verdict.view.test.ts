import { viewVerdict, type KnocksAnswer } from '../../miniprogram/packages/worker/pages/verdict/verdict.view';

const AT = Date.UTC(2026, 10, 24, 1);
const knock = (changes: Partial<KnocksAnswer['visits'][number]> = {}): KnocksAnswer['visits'][number] => ({
  id: 'visit1',
  state: 'done',
  result: 'nobody',
  at: AT,
  signs: [],
  slipLeft: false,
  isSkewed: false,
  ...changes,
});
const knocks = (changes: Partial<KnocksAnswer> = {}): KnocksAnswer => ({
  plate: { compound: '苹果花园', line: '3-2-502' },
  state: 'missing',
  attempts: 3,
  visits: [knock()],
  ...changes,
});
const MOMENT = { today: '2026-11-24', canDecide: true, done: '' };
const shown = (answer: KnocksAnswer, changes: Partial<typeof MOMENT> = {}) =>
  viewVerdict({ ...MOMENT, knocks: answer, ...changes });

describe('a door that waits for the community', () => {
  it('shows when somebody knocked, who, and what it came to', () => {
    const next = { on: '2026-11-25', hour: 19 };
    const visits = [
      knock({ name: '王*', slipLeft: true, next }),
      knock({ id: 'visit2', signs: ['noComings'] }),
    ];

    expect(shown(knocks({ visits })).knocks).toEqual([
      { key: 'visit1', label: '11月24日 09:00 王*', value: '无人', note: '门上留了条，约好明天 19 点再来' },
      { key: 'visit2', label: '11月24日 09:00', value: '无人', note: '无出入' },
    ]);
  });

  it('offers what may be said of it: after three knocks, or as it was reported', () => {
    const labels = (answer: KnocksAnswer) => shown(answer).verdicts.map(({ label }) => label);

    expect(labels(knocks())).toEqual(['进不去', '再试']);
    expect(labels(knocks({ attempts: 1, visits: [knock({ result: 'business' })] }))).toEqual([
      '商用',
      '再试',
    ]);
    expect(labels(knocks({ attempts: 1, visits: [knock({ result: 'notExist' })] }))).toEqual([
      '不存在',
      '再试',
    ]);
  });

  it('says where there is nothing to decide, and only shows the street what was found', () => {
    const untouched = knocks({ attempts: 0, visits: [] });

    expect(shown(untouched)).toMatchObject({ verdicts: [], nothing: '现在没有要社区定的', tried: '' });
    expect(shown(knocks(), { canDecide: false })).toMatchObject({ verdicts: [], nothing: '' });
  });

  it('says once what was decided, and leads back', () => {
    expect(shown(knocks({ state: 'inaccessible' }), { done: '定下来了：进不去' })).toMatchObject({
      state: '定下来了：进不去',
      verdicts: [],
      back: '返回',
    });
  });

  it('is a visit that was only agreed on, where nobody has knocked', () => {
    const { result, ...planned } = knock({ state: 'planned' });

    expect(result).toBe('nobody');
    expect(shown(knocks({ visits: [planned] })).knocks[0]?.value).toBe('约好再来，还没去');
  });
});
