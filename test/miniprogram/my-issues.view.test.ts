import type { OwnIssue } from '@domain/contract/issue';
import {
  viewDetail,
  type Released,
} from '../../miniprogram/packages/life/pages/issue-detail/issue-detail.view';
import { viewMyIssues } from '../../miniprogram/packages/life/pages/my-issues/my-issues.view';
import { viewSay } from '../../miniprogram/packages/life/pages/say/say.view';
import { NO_DRAFT } from '../../miniprogram/packages/life/services/say-draft';
import { isNowhere } from '../../miniprogram/packages/life/services/sending';

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
    milestones: [] as OwnIssue['milestones'],
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

describe('what somebody reported', () => {
  const answered = {
    ...issueOf(1),
    id: 'answered',
    state: 'answered',
    milestones: [
      { words: '量地方', dueOn: '2026-03-13', doneOn: '2026-03-12' },
      { words: '画车位', dueOn: '2026-03-20' },
    ],
    history: [
      { step: 'milestone', at: AT, note: '量地方' },
      { step: 'answer', at: AT, note: '车位画好了' },
    ],
  } as unknown as OwnIssue;

  it('and waits for their word stands first, the answer above the question and not twice', () => {
    const [first, second] = viewMyIssues([issueOf(1), answered], undefined).cards;

    expect([first?.id, second?.id]).toEqual(['answered', 'issue']);
    expect(first?.answer).toBe('办的人说：车位画好了');
    expect(first?.steps.map(({ note }) => note)).toEqual(['', '量地方']);
  });

  it('and was never answered for says so to them', () => {
    const [card] = viewMyIssues([{ ...answered, state: 'unanswered' }], undefined).cards;

    expect([card?.state, card?.asks]).toEqual(['问过您，没等到回话', true]);
  });

  it('shows the steps of its plan with their days', () => {
    const [card] = viewMyIssues([answered], undefined).cards;

    expect(card?.plan.map(({ words }) => words)).toEqual(['量地方：3月12日办好了', '画车位：3月20日前']);
  });
});

describe('an issue with a day', () => {
  const dated = { ...issueOf(1), dueOn: '2026-03-20', followers: 0, rating: 0, day: '2026-03-10' };

  it.each([
    ['working', 0, '正在办 · 说好 3月20日前办好', ['说好 3月20日前办好']],
    ['closed', 4, '办好了', ['您给了 4 星']],
  ] as const)('keeps its promise until it has ended: %s', (state, rating, stands, lines) => {
    const issue: OwnIssue = { ...dated, state, rating };
    expect(viewMyIssues([issue], undefined).cards[0]?.lines).toEqual(lines);
    expect(viewDetail(issue as unknown as Released).card?.stands).toBe(stands);
  });
});

describe('an issue out of sight', () => {
  it.each([
    ['working', '不再公开，照样在办'],
    ['declined', '不再公开'],
  ] as const)('that is %s says no more than is true', (state, words) => {
    const issue = { ...issueOf(1), state, isHidden: true };
    expect(viewMyIssues([issue], undefined).cards[0]?.lines).toContain(words);
  });
});

describe('the history on the board', () => {
  it('speaks to whoever reads it, and not to who reported it', () => {
    const released = { ...issueOf(6), day: '2026-03-10', followers: 0, milestones: [], shownPictures: [] };
    const words = viewDetail(released as unknown as Released).steps.map((step) => step.words);

    expect(words).toEqual(expect.arrayContaining(['反映的人说还没解决，重新办', '有人反映了']));
    expect(words.join()).not.toContain('您');
  });

  it.each([
    ['anybody', 'no', 'working', '', 'follow'],
    ['anybody, once it has ended', 'no', 'closed', '', ''],
    ['whoever met the same', 'follows', 'working', '您也遇到了，有进展就告诉您', 'stop'],
    ['whoever met the same, once it has ended', 'follows', 'closed', '您也遇到了', ''],
    ['whoever reported it', 'reported', 'working', '这件是您反映的，有进展就告诉您', ''],
  ] as const)('asks of %s no more than is open to them', (_, mine, state, words, step) => {
    const shown = { day: '2026-03-10', followers: 1, milestones: [], shownPictures: [], mine };
    const released = { ...issueOf(1), ...shown, state };

    expect(viewDetail(released as unknown as Released)).toMatchObject({
      mine: words,
      mayFollow: step === 'follow',
      mayStop: step === 'stop',
    });
  });

  it('names a step of a plan by its place until its words are out', () => {
    const milestones = [
      { words: '', dueOn: '2026-03-13' },
      { words: '画车位', dueOn: '2026-03-20' },
    ];
    const released = { ...issueOf(1), day: '2026-03-10', followers: 0, milestones, shownPictures: [] };

    expect(viewDetail(released as unknown as Released).plan.map(({ words }) => words)).toEqual([
      '第 1 步：3月13日前',
      '画车位：3月20日前',
    ]);
  });
});

describe('where it is, of somebody without a home here', () => {
  it.each([
    ['nothing was scanned', {}, '', true],
    ['an older draft says so and nothing was scanned', { where: 'scene' }, '', true],
    ['a code was scanned', { where: 'scene', scene: 'H.7F3K9Q2PX4.d1' }, 'scene', false],
  ] as const)('is said only by a code: %s', (_, change, chosen, nowhere) => {
    const draft = { ...NO_DRAFT, ...change };

    expect(viewSay({ draft, hasHome: false, similar: [] }).chosenWhere).toBe(chosen);
    expect(isNowhere(draft)).toBe(nowhere);
  });
});
