import fc from 'fast-check';
import {
  addCounts,
  countDoors,
  coveragePerMille,
  coverageWords,
  handedIn,
  NO_DOORS,
  unanswered,
  type CountedDoor,
} from '@domain/census/coverage';
import { DOOR_STATES, type DoorState } from '@domain/census/codes';

const door = (state: DoorState, more: Partial<CountedDoor> = {}): CountedDoor => {
  return {
    roomKind: 1,
    state,
    households: state === 'filled' || state === 'verified' ? 1 : 0,
    waiting: 0,
    ...more,
  };
};

const doors = fc.array(
  fc.record({
    roomKind: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
    state: fc.constantFrom(...DOOR_STATES),
    households: fc.nat(2),
    waiting: fc.nat(2),
  }),
  { maxLength: 60 },
);

describe('the counts of a wall', () => {
  it.each([
    ['an empty door is left to do', door('missing'), { due: 1, left: 1 }],
    [
      'a waiting form is shown beside and does not count as done',
      door('pending', { waiting: 1 }),
      { due: 1, waiting: 1, left: 1 },
    ],
    ['two waiting forms are one door', door('pending', { waiting: 2 }), { due: 1, waiting: 1, left: 1 }],
    ['a household is done', door('filled'), { due: 1, done: 1 }],
    ['a second form at a done door waits apart', door('filled', { waiting: 1 }), { due: 1, done: 1 }],
    ['a verified vacancy is done', door('vacant'), { due: 1, done: 1, vacant: 1 }],
    ['a guessed vacancy is not', door('vacantGuess'), { due: 1, left: 1 }],
    ['a refusal is left', door('refused'), { due: 1, left: 1 }],
    ['a dormitory is due', door('missing', { roomKind: 5 }), { due: 1, left: 1 }],
    ['a bungalow is due', door('missing', { roomKind: 7 }), { due: 1, left: 1 }],
    ['a shop is not due', door('missing', { roomKind: 2 }), {}],
    ['a storage room is not due', door('missing', { roomKind: 3 }), {}],
    ['a door that does not exist stands outside', door('notExist'), {}],
    ['a business stands outside', door('business'), {}],
  ])('know that %s', (_case, one, counts) => {
    expect(countDoors([one])).toEqual({ ...NO_DOORS, ...counts });
  });

  it('always add up: 应采 = 已采 + 还差', () => {
    fc.assert(
      fc.property(doors, (list) => {
        const counts = countDoors(list);

        expect(counts.due).toBe(counts.done + counts.left);
        expect(counts.waiting).toBeLessThanOrEqual(counts.left);
        expect(counts.vacant).toBeLessThanOrEqual(counts.done);
        expect(unanswered(counts) + counts.waiting).toBe(counts.left);
      }),
    );
  });

  it('of a building are the sum of its units, however it is cut', () => {
    fc.assert(
      fc.property(doors, doors, (one, other) => {
        expect(addCounts([countDoors(one), countDoors(other)])).toEqual(countDoors([...one, ...other]));
      }),
    );
  });
});

describe('coverage', () => {
  it.each([
    [0, 0, '0%'],
    [3, 2, '66.6%'],
    [36, 36, '100%'],
    [100_000, 99_999, '99.9%'],
    [8, 4, '50%'],
  ])('of %i doors with %i done is %s', (due, done, words) => {
    expect(coverageWords({ due, done })).toBe(words);
  });

  it('is 100 % only when nothing is left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6), (due, left) => {
        fc.pre(left <= due);

        expect(coveragePerMille({ due, done: due - left }) === 1000).toBe(left === 0);
      }),
    );
  });

  it('on cards counts what was handed in', () => {
    expect(handedIn({ done: 30, waiting: 4 })).toBe(34);
  });
});
