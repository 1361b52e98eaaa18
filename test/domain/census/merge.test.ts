import fc from 'fast-check';
import { mergeClaims, outranks, sawOther, settle, shownClaim, type Claim } from '@domain/census/merge';
import { VALUE_SOURCES } from '@domain/census/value-source';

const RUNS = process.env['TEST_FULL'] === '1' ? 10_000 : 300;

/** Claims as a server numbers them: each in a version of its own, made in sight of an earlier one. */
const claims = fc
  .array(
    fc.record({
      part: fc.constantFrom('phone', 'liveCount', 'members.aaaaaaaa'),
      value: fc.integer({ min: 0, max: 3 }),
      at: fc.integer({ min: 0, max: 5 }),
      source: fc.constantFrom(...VALUE_SOURCES),
      behind: fc.nat({ max: 6 }),
    }),
    { maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ behind, ...draft }, index): Claim => {
      const version = index + 1;
      return { ...draft, opId: `op${index}`, by: `p${index}`, version, base: Math.max(0, index - behind) };
    }),
  );

/** Three heaps that share some claims. */
const heaps = claims.chain((all) => fc.tuple(fc.subarray(all), fc.subarray(all), fc.subarray(all)));

describe('claims about a household', () => {
  it('merge alike in any order, any grouping, and any number of times', () => {
    fc.assert(
      fc.property(heaps, ([one, two, three]) => {
        expect(mergeClaims(one, two)).toEqual(mergeClaims(two, one));
        expect(mergeClaims(mergeClaims(one, two), three)).toEqual(mergeClaims(one, mergeClaims(two, three)));
        const merged = mergeClaims(one, two);
        expect(mergeClaims(merged, merged)).toEqual(merged);
        expect(mergeClaims(merged, two)).toEqual(merged);
      }),
      { numRuns: RUNS },
    );
  });

  it('are all still there: standing, or taken the place of by one that was made in sight of them', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const standing = mergeClaims(all, []);
        for (const claim of all) {
          const isReplaced = all.some((other) => other.part === claim.part && sawOther(other, claim));
          expect(standing.includes(claim)).toBe(!isReplaced);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('show one claim of a part, whoever merged first', () => {
    fc.assert(
      fc.property(heaps, ([one, two]) => {
        const shown = shownClaim(mergeClaims(one, two), 'phone');
        expect(shown).toEqual(shownClaim(mergeClaims(two, one), 'phone'));
        const others = mergeClaims(one, two).filter((claim) => claim.part === 'phone' && claim !== shown);
        for (const other of others) expect(shown !== undefined && outranks(shown, other)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a claim that arrives', () => {
  const current: Claim = {
    part: 'useState',
    value: 1,
    opId: 'a',
    at: 10,
    by: 'p',
    source: 'verified',
    version: 4,
    base: 3,
  };

  it.each([
    ['takes the place of one that its author saw', { base: 4, source: 'file' }, 'arriving', false],
    [
      'takes the place of its author’s own that waited on the same phone',
      { base: 3, after: ['a'], by: 'p', at: 9 },
      'arriving',
      false,
    ],
    ['names another’s, and stands beside it', { base: 3, after: ['a'], at: 9 }, 'current', true],
    ['stands beside a stronger one', { base: 3, source: 'worker', at: 99 }, 'current', true],
    ['is shown before a weaker one, which stays', { base: 3, source: 'resident', at: 1 }, 'arriving', true],
    [
      'is shown where it is the later of two equals',
      { base: 3, source: 'verified', at: 11 },
      'arriving',
      true,
    ],
    ['leaves the later of two equals', { base: 3, source: 'verified', at: 9 }, 'current', true],
    ['says the same', { base: 0, source: 'resident', value: 1 }, 'current', false],
  ] as const)('%s', (_name, change, shown, hasOther) => {
    const arriving: Claim = { ...current, value: 2, opId: 'b', by: 'q', version: 5, ...change };

    const settled = settle(current, arriving);

    expect(settled.shown).toBe(shown === 'current' ? current : arriving);
    expect(settled.other).toBe(hasOther ? (shown === 'current' ? arriving : current) : undefined);
  });

  it('is decided by its operation where time and source are the same', () => {
    const twin: Claim = { ...current, opId: 'z', base: 0 };

    expect(outranks(twin, current)).toBe(true);
    expect(outranks(current, twin)).toBe(false);
  });
});
