import type { DuplicatePair, DuplicateSideView } from '@domain/contract/duplicate';
import { viewPairs } from '../../miniprogram/packages/worker/pages/duplicates/duplicates.view';

const SEEN: DuplicateSideView = {
  isElsewhere: false,
  canDrop: true,
  plate: { compound: '苹果花园', line: '2-1-301' },
  name: '王*国',
  livesHere: true,
};
const PAIR: DuplicatePair = { id: 'd1', version: 1, state: 'open', left: SEEN, right: SEEN };

describe('two records that may be one person', () => {
  it('are set side by side where both can be seen', () => {
    const [pair] = viewPairs({ pairs: [PAIR] }, 'open', true).pairs;

    expect(pair).toMatchObject({ isHalf: false, lines: [], note: '', keepLeft: '同一个人，留左边' });
    expect(pair?.rows.some(({ differs }) => differs)).toBe(false);
  });

  it('that were joined are the one that stands, and where the other stood', () => {
    const { name, livesHere, ...emptied } = SEEN;
    const left = { ...emptied, canDrop: false, filledOn: '2026-11-30' };
    const right: DuplicateSideView = {
      ...emptied,
      name: name ?? '',
      livesHere: livesHere ?? true,
      relation: 0,
    };
    const [pair] = viewPairs({ pairs: [{ ...PAIR, state: 'merged', left, right }] }, 'merged', true).pairs;

    expect(pair).toMatchObject({ isHalf: true, rows: [], canUndo: true });
    expect(pair?.lines.map(({ value }) => value)).toEqual([
      '苹果花园\n2-1-301',
      '王*国',
      '户主',
      '是',
      '苹果花园\n2-1-301',
    ]);
    expect(pair?.lines[4]).toMatchObject({ label: '合过来的', note: '11月30日填的' });
  });

  it('are no comparison where one lies in a foreign grid', () => {
    const right = { isElsewhere: true, canDrop: false };
    const [pair] = viewPairs({ pairs: [{ ...PAIR, right }] }, 'open', true).pairs;

    expect(pair).toMatchObject({ isHalf: true, rows: [], note: '另一处在别的网格，看不到' });
    expect(pair?.lines.map(({ value }) => value)).toEqual(['苹果花园\n2-1-301', '王*国', '是']);
    expect([pair?.canKeepRight && pair.keepRight, pair?.canKeepLeft]).toEqual(['同一个人，留另一处', false]);
  });
});
