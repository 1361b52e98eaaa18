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

  it('are no comparison where one lies in a foreign grid', () => {
    const right = { isElsewhere: true, canDrop: false };
    const [pair] = viewPairs({ pairs: [{ ...PAIR, right }] }, 'open', true).pairs;

    expect(pair).toMatchObject({ isHalf: true, rows: [], note: '另一处在别的网格，看不到' });
    expect(pair?.lines.map(({ value }) => value)).toEqual(['苹果花园\n2-1-301', '王*国', '是']);
    expect([pair?.canKeepRight && pair.keepRight, pair?.canKeepLeft]).toEqual(['同一个人，留另一处', false]);
  });
});
