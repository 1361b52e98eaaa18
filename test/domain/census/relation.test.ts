import { agesFit, householdKindOf } from '@domain/census/relation';
import {
  isHukouOnlyHousehold,
  residenceMark,
  residenceStatus,
  RESIDENCE_WORDS,
} from '@domain/census/residence';

describe('ages beside the head', () => {
  it.each([
    ['a child of 3 beside a head of 30', 2, '3-5', '18-59', true],
    ['a child of 60 beside a head of 80', 2, '60-64', '80+', true],
    ['a child of 65 beside a head of 40', 2, '65-79', '18-59', false],
    ['a child older than a head of 60', 2, '65-79', '60-64', false],
    ['a child in the narrow band of its parent', 2, '60-64', '60-64', false],
    ['two people between 18 and 59', 2, '18-59', '18-59', true],
    ['a parent of 70 beside a head of 40', 3, '65-79', '18-59', true],
    ['a parent of 10 beside a head of 40', 3, '6-13', '18-59', false],
    ['a parent-in-law younger than the head', 4, '18-59', '65-79', false],
    ['a grandparent of 80', 5, '80+', '18-59', true],
    ['a grandparent of 17', 5, '14-17', '18-59', false],
    ["a child's spouse of 25", 6, '18-59', '60-64', true],
    ['a grandchild of 2 beside a head of 60', 7, '0-2', '60-64', true],
    ['a grandchild of 66 beside a head of 70', 7, '65-79', '65-79', false],
    ['a spouse of 16', 1, '14-17', '18-59', false],
    ['a spouse of 80 beside a head of 30', 1, '80+', '18-59', true],
    ['a sister of any age', 8, '0-2', '80+', true],
    ['a flatmate of any age', 9, '80+', '18-59', true],
  ] as const)('fit or not: %s', (_case, relation, band, headBand, fits) => {
    expect(agesFit(relation, band, headBand)).toBe(fits);
  });
});

describe('the kind of a household', () => {
  it.each([
    ['nobody', [], 'vacant'],
    ['one person', [0], 'family'],
    ['a family', [0, 1, 2], 'family'],
    ['a family with a lodger', [0, 1, 9], 'family'],
    ['flatmates', [0, 9, 9], 'collective'],
  ] as const)('of %s is %s', (_case, relations, kind) => {
    expect(householdKindOf(relations.map((relation) => ({ relation })))).toBe(kind);
  });
});

describe('living here and being registered here', () => {
  it.each([
    [true, true, '人户一致', '01'],
    [true, false, '人在户不在', '02'],
    [false, true, '户在人不在', '02'],
  ])('%s and %s is %s', (livesHere, hukouHere, words, mark) => {
    const status = residenceStatus({ livesHere, hukouHere });

    expect(status && [RESIDENCE_WORDS[status], residenceMark(status)]).toEqual([words, mark]);
  });

  it('are not both no', () => {
    expect(residenceStatus({ livesHere: false, hukouHere: false })).toBeUndefined();
  });

  it('tells a 空挂户 from a home', () => {
    const away = { livesHere: false, hukouHere: true };

    expect(isHukouOnlyHousehold([away, away])).toBe(true);
    expect(isHukouOnlyHousehold([away, { livesHere: true, hukouHere: true }])).toBe(false);
    expect(isHukouOnlyHousehold([])).toBe(false);
  });
});
