import { calledOf } from '../../../cloudfunctions/functions/issue/issue-step';

const ISSUE = {
  _id: 'ab12cd34ef',
  aspect: '',
  isStreetOnly: false,
  plate: { compound: '苹果花园', line: '3号楼' },
};

describe('what a message calls an issue', () => {
  it.each([
    ['before it is classified', {}, '苹果花园3号楼的问题'],
    ['of a kind', { aspect: 'lighting' }, '苹果花园3号楼，照明'],
    ['outside', { plate: { compound: '街道外', line: '' } }, '街道外的问题'],
    ['for the street alone', { aspect: 'lighting', isStreetOnly: true }, '只给街道看的一件事'],
  ])('%s', (_, change, words) => {
    expect(calledOf({ ...ISSUE, ...change })).toEqual({ place: words, note: '（编号 AB12CD34）' });
  });
});
