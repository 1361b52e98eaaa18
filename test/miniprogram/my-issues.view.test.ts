import type { OwnIssue } from '@domain/contract/issue';
import { viewMyIssues } from '../../miniprogram/packages/life/pages/my-issues/my-issues.view';

const AT = Date.UTC(2026, 2, 10, 1);
const STEPS = ['report', 'classify', 'assign', 'start', 'answer', 'reopen'] as const;

function issueOf(steps: number): OwnIssue {
  return {
    id: 'issue',
    version: 1,
    number: 'AB12CD34',
    state: 'reopened',
    kind: 'issue',
    place: { compound: '苹果花园', line: '3号楼' },
    text: '楼道灯不亮',
    department: '',
    isHidden: false,
    history: STEPS.slice(0, steps).map((step, at) => ({ step, at: AT + at, note: '' })),
  } as OwnIssue;
}

const cardOf = (steps: number, unfolded: readonly string[] = []) =>
  viewMyIssues([issueOf(steps)], undefined, unfolded).cards[0];

describe('the history of what somebody reported', () => {
  it('shows its newest three steps, and all of it on a tap', () => {
    expect(cardOf(6)?.steps.map(({ words }) => words)).toEqual([
      '您说还没解决，重新办',
      '办的人回话了，请您看看解决了没有',
      '开始办了',
    ]);
    expect(cardOf(6)?.fold).toBe('看前面的 3 步');
    expect(cardOf(6, ['issue'])).toMatchObject({ steps: { length: 6 }, fold: '只看最近几步' });
  });

  it.each([1, 3, 4])('is not folded with %i steps', (steps) => {
    expect(cardOf(steps)).toMatchObject({ steps: { length: steps }, fold: '' });
  });
});
