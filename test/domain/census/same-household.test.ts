import { leaningOf } from '@domain/census/same-household';

const HEAD = { relation: 0, gender: 1, ageBand: '18-59' };
const FIRST = { headName: '陈*雨', phone: { number: '100****0303' }, members: [HEAD] };
const STRANGER = { headName: '孟*', phone: { number: '100****0505' }, members: [HEAD] };
const COUPLE = [HEAD, { relation: 1, gender: 2, ageBand: '18-59' }];
const WOMAN = { ...HEAD, gender: 2 };

describe('a second form of a door', () => {
  it.each([
    ['another name and another number', STRANGER, ''],
    ['the same number', { ...STRANGER, phone: FIRST.phone }, 'same'],
    ['the same head', { ...STRANGER, headName: FIRST.headName }, 'same'],
    ['a head who reads alike and is somebody else', { ...STRANGER, headName: '陈*雨', members: [WOMAN] }, ''],
    ['a head who reads alike, and nobody listed', { ...STRANGER, headName: '陈*雨', members: [] }, 'same'],
    ['neither name nor number on both', { phone: { number: '' }, members: [] }, ''],
  ])('with %s', (_case, form, leaning) => {
    expect(leaningOf(form, { kind: 'family', form: FIRST }, false)).toBe(leaning);
  });

  it('is a bed in a dormitory, where it is of one person', () => {
    const beside = { kind: 'collective', form: FIRST } as const;

    expect(leaningOf(STRANGER, beside, false)).toBe('bed');
    expect(leaningOf(STRANGER, { ...beside, kind: 'family' }, true)).toBe('bed');
    expect(leaningOf({ ...STRANGER, members: COUPLE }, beside, true)).toBe('');
    expect(leaningOf({ ...STRANGER, phone: FIRST.phone }, beside, true)).toBe('same');
  });

  it('does not take two blanks for one household', () => {
    const blank = { headName: '', phone: { number: '' }, members: [] };

    expect(leaningOf(blank, { kind: 'vacant', form: blank }, false)).toBe('');
  });
});
