import {
  DUPLICATE_STATES,
  isSamePerson,
  linksTogether,
  nextDuplicateState,
  remainingLinks,
  type PersonTraits,
} from '@domain/register/same-person';

const MAN: PersonTraits = { name: '陈小雨', gender: 1, ageBand: '18-59', phoneKeys: ['p:one'] };

describe('two records of one person', () => {
  it.each<[string, Partial<PersonTraits>, Partial<PersonTraits>, boolean]>([
    ['the same name, sex, age and phone', {}, {}, true],
    ['one common phone among several', { phoneKeys: ['p:one', 'p:two'] }, { phoneKeys: ['p:two'] }, true],
    ['another phone', {}, { phoneKeys: ['p:two'] }, false],
    ['no phone', {}, { phoneKeys: [] }, false],
    ['another name', {}, { name: '陈小雪' }, false],
    ['no names at all', { name: '' }, { name: '' }, false],
    ['another age', {}, { ageBand: '60-64' }, false],
    ['another sex', {}, { gender: 2 }, false],
    ['a sex that is not said', {}, { gender: 9 }, true],
    [
      'the same number, whatever else is said',
      { idKey: 'd' },
      { idKey: 'd', name: '陈晓雨', phoneKeys: [] },
      true,
    ],
    ['two numbers, though all else is the same', { idKey: 'd' }, { idKey: 'e' }, false],
    ['one number alone decides nothing', { idKey: 'd' }, {}, true],
    [
      'the same last four without a common phone',
      { idLast4: '001X' },
      { idLast4: '001X', phoneKeys: [] },
      true,
    ],
    ['the same last four of another name', { idLast4: '001X' }, { idLast4: '001X', name: '陈小雪' }, false],
    ['other last four, though all else is the same', { idLast4: '001X' }, { idLast4: '0012' }, false],
  ])('%s', (_name, left, right, expected) => {
    expect(isSamePerson({ ...MAN, ...left }, { ...MAN, ...right })).toBe(expected);
    expect(isSamePerson({ ...MAN, ...right }, { ...MAN, ...left })).toBe(expected);
  });
});

const lives = { livesHere: true, hukouHere: false };
const registered = { livesHere: false, hukouHere: true };
const both = { livesHere: true, hukouHere: true };

describe('the links of one person', () => {
  it.each([
    [lives, registered, 'twoLinks'],
    [registered, lives, 'twoLinks'],
    [lives, lives, 'duplicate'],
    [registered, registered, 'duplicate'],
    [both, lives, 'duplicate'],
    [both, registered, 'duplicate'],
  ] as const)('%j and %j are %s', (left, right, expected) => {
    expect(linksTogether(left, right)).toBe(expected);
  });

  it.each([
    [lives, lives, undefined],
    [both, lives, registered],
    [both, registered, lives],
    [lives, both, undefined],
    [registered, both, undefined],
  ] as const)('of %j beside %j leave %j', (dropped, kept, expected) => {
    expect(remainingLinks(dropped, kept)).toEqual(expected);
  });
});

describe('the machine of a doubt', () => {
  it.each([
    ['open', ['merged', 'different', undefined]],
    ['merged', [undefined, undefined, 'open']],
    ['different', [undefined, undefined, 'open']],
    ['void', [undefined, undefined, undefined]],
  ] as const)('%s', (state, expected) => {
    expect(
      (['merge', 'different', 'undo'] as const).map((verdict) => nextDuplicateState(state, verdict)),
    ).toEqual(expected);
  });

  it('names every state', () => {
    expect(DUPLICATE_STATES).toEqual(['open', 'merged', 'different', 'void']);
  });
});
