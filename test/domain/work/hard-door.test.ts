import type { DoorState } from '@domain/census/codes';
import { compareHardness, isHard, type HardFacts } from '@domain/work/hard-door';

const facts = (doorId: string, changes: Partial<HardFacts> = {}): HardFacts => ({
  doorId,
  routeKey: '001',
  attempts: 0,
  refusals: 0,
  triedOn: '',
  ...changes,
});

describe('the hardest doors', () => {
  it('come by visits in vain, then refusals, then the longest without a visit, then as one walks', () => {
    const ranked = [
      facts('visited yesterday', { attempts: 1, triedOn: '2026-03-09' }),
      facts('next on the way', { routeKey: '002' }),
      facts('first on the way'),
      facts('visited long ago', { attempts: 1, triedOn: '2026-03-01' }),
      facts('refused', { attempts: 1, refusals: 1, triedOn: '2026-03-09' }),
      facts('three visits', { attempts: 3, triedOn: '2026-03-09' }),
    ].sort(compareHardness);

    expect(ranked.map(({ doorId }) => doorId)).toEqual([
      'three visits',
      'refused',
      'visited long ago',
      'visited yesterday',
      'first on the way',
      'next on the way',
    ]);
  });

  it.each<[DoorState, boolean]>([
    ['missing', true],
    ['vacantGuess', true],
    ['refused', true],
    ['inaccessible', true],
    ['pending', false],
    ['filled', false],
    ['verified', false],
    ['vacant', false],
    ['notExist', false],
    ['business', false],
  ])('may be %s: %s', (state, expected) => {
    expect(isHard({ roomKind: 1, state, households: 0, waiting: 0 })).toBe(expected);
  });

  it('are no shops, and none that something has come from', () => {
    expect(isHard({ roomKind: 2, state: 'missing', households: 0, waiting: 0 })).toBe(false);
    expect(isHard({ roomKind: 1, state: 'missing', households: 1, waiting: 0 })).toBe(false);
    expect(isHard({ roomKind: 1, state: 'refused', households: 0, waiting: 1 })).toBe(false);
  });
});
