import { calledOf } from '../../../cloudfunctions/functions/issue/issue-step';

const ISSUE = {
  _id: 'ab12cd34ef',
  aspect: '',
  at: Date.UTC(2026, 2, 10, 1),
  kind: 'issue',
  isStreetOnly: false,
  plate: { compound: '苹果花园', line: '3号楼' },
} as const;

describe('what a message calls an issue', () => {
  it.each([
    ['before it is classified', {}, '苹果花园3号楼，3月10日反映的问题'],
    ['of a suggestion', { kind: 'suggestion' as const }, '苹果花园3号楼，3月10日提的建议'],
    ['of a kind', { aspect: 'lighting' }, '苹果花园3号楼，照明'],
    ['outside', { plate: { compound: '街道外', line: '' } }, '街道外，3月10日反映的问题'],
    ['for the street alone', { aspect: 'lighting', isStreetOnly: true }, '只给街道看的一件事'],
  ])('%s', (_, change, words) => {
    expect(calledOf({ ...ISSUE, ...change })).toEqual({ place: words, note: '（编号 AB12CD34）' });
  });
});
