import {
  aspectWords,
  ASPECT_IDS,
  classOfAspect,
  countTree,
  ISSUE_CLASSES,
  OFFICIALS_CLASS,
} from '@domain/issue/categories';
import { countItems, ledgerRows, NO_ITEMS, sumCells, type CountedIssue } from '@domain/issue/ledger';

function item(changes: Partial<CountedIssue> = {}): CountedIssue {
  return {
    kind: 'issue',
    state: 'working',
    aspect: 'lighting',
    firstDueOn: '2026-03-13',
    answeredOn: '',
    rating: 0,
    isHidden: false,
    ...changes,
  };
}

describe('the tree of the ledger', () => {
  it('loads 6 classes, 14 aspects, 88 problems and 154 suggestions, the sixth class 党的建设', () => {
    expect(countTree()).toEqual({ classes: 6, aspects: 14, problems: 88, suggestions: 154 });
    expect(ISSUE_CLASSES.map(({ name }) => name)).toEqual([
      '社会治理',
      '经济发展',
      '民生事业',
      '城市建管',
      '干部作风',
      '党的建设',
    ]);
  });

  it('is counted anew when the street edits it', () => {
    const [first] = ISSUE_CLASSES;
    expect(countTree(first === undefined ? [] : [first])).toEqual({
      classes: 1,
      aspects: 3,
      problems: 19,
      suggestions: expect.any(Number) as number,
    });
  });

  it('names each aspect once', () => {
    expect(new Set(ASPECT_IDS).size).toBe(14);
    expect([aspectWords('lighting'), aspectWords('nothing')]).toEqual(['城市建管 · 照明', '']);
    expect(classOfAspect('service')).toBe(OFFICIALS_CLASS);
  });
});

describe('figures of the ledger', () => {
  it('move with each item', () => {
    const before = ledgerRows({}).find(({ id }) => id === 'lighting');
    const after = ledgerRows(countItems([item(), item({ kind: 'suggestion' })])).find(
      ({ id }) => id === 'lighting',
    );
    expect([after?.problems, after?.suggestions]).toEqual([
      (before?.problems ?? 0) + 1,
      (before?.suggestions ?? 0) + 1,
    ]);
    const sum = ledgerRows(countItems([item()])).reduce((total, { problems }) => total + problems, 0);
    expect(sum).toBe(89);
  });

  it('count honest ends apart, measure by the first day, and keep what is hidden', () => {
    const cells = countItems([
      item({ state: 'closed', answeredOn: '2026-03-13', rating: 4 }),
      item({ state: 'closed', answeredOn: '2026-03-14', rating: 5 }),
      item({ state: 'unanswered', answeredOn: '2026-03-12' }),
      item({ state: 'declined', isHidden: true }),
    ]);
    expect(cells['lighting']).toEqual({
      issues: 4,
      suggestions: 0,
      stages: { ended: 3, unanswered: 1 },
      ends: { closed: 2, unanswered: 1, declined: 1 },
      inTime: 2,
      late: 1,
      rated: 2,
      stars: 9,
      hidden: 1,
    });
  });

  it('of two grounds are the sum of both', () => {
    const both = countItems([item({ rating: 2 }), item({ kind: 'suggestion', state: 'merged' })])['lighting'];
    const one = countItems([item({ rating: 2 })])['lighting'] ?? NO_ITEMS;
    const other = countItems([item({ kind: 'suggestion', state: 'merged' })])['lighting'] ?? NO_ITEMS;
    expect(sumCells(one, other)).toEqual(both);
  });
});
