import {
  missingOf,
  viewOwn,
  viewProblem,
} from '../../miniprogram/packages/family/pages/invitation/invitation.view';

const PLATE = { compound: '金河湾', line: '1-1-101' };
const CAMPAIGN = { streetName: '阳光街道', publicPhone: '10000' };
const OWN = { plate: PLATE, doorId: 'unit-1', noticeVersion: '1', draftVersion: 0 } as const;

describe('filling for a family far away', () => {
  it.each([
    ['everything', { name: '', relation: '', isAgreed: false }, ['姓名', '户主', '同意']],
    ['the relation', { name: '孟小远', relation: '', isAgreed: true }, ['户主']],
    ['a name in place of a title', { name: '孟阿姨', relation: '2', isAgreed: true }, ['不用加称呼']],
    ['nothing', { name: '孟小远', relation: '2', isAgreed: true }, []],
  ])('says one sentence for each thing that is missing: %s', (_, said, words) => {
    const missing = Object.values(missingOf(said));

    expect(missing).toHaveLength(words.length);
    for (const [index, word] of words.entries()) expect(missing[index]).toContain(word);
  });

  it('says of a link that was cut short what it says of one that is over', () => {
    expect(viewProblem('VALIDATION', '有一处填得不对')).toEqual(viewProblem('NOT_FOUND', ''));
    expect(viewProblem('INTERNAL', '刚才没打开').detail).toBe('');
  });

  it('says who asks as long as nothing is handed in', () => {
    const around = { home: '回首页', isBegun: false, campaign: CAMPAIGN };
    const sent = { ...OWN, stage: 'sent', spokenCode: '4711' } as const;

    expect(viewOwn({ ...OWN, stage: 'filling' }, around)).toMatchObject({
      face: 'ask',
      office: '阳光街道',
      phone: '10000',
    });
    expect(viewOwn(sent, around)).toMatchObject({ face: 'code', office: '', code: '4711' });
  });
});
