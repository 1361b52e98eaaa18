import { cutStreet, cutUnits } from '../../bench/street/cut';
import { scattered } from '../../bench/street/seats';

const whole = cutStreet({ households: 1_000, untouched: 1_500 });
const fates = whole.units.flatMap(({ doors }) => doors.map(({ fate }) => fate.kind));

describe('the street of the bench', () => {
  it('has exactly the households that were asked for, and doors that nobody has asked', () => {
    expect(fates.filter((kind) => kind === 'home')).toHaveLength(1_000);
    expect(fates.filter((kind) => kind === 'nobodyAsked').length).toBeGreaterThanOrEqual(1_500);
    expect(new Set(fates)).toEqual(new Set(['home', 'nobodyAsked']));
  });

  it('ends with a whole compound', () => {
    const kept = new Set(whole.units.map(({ unit }) => unit.wall.compoundId));
    const all = whole.whole.units.filter(({ unit }) => kept.has(unit.wall.compoundId));

    expect(whole.units).toHaveLength(all.length);
    expect(whole.plan.compounds.map(({ id }) => id)).toEqual([...kept]);
  });

  it('is the beginning of a larger one', () => {
    const larger = cutUnits(whole.whole.units, { households: 2_000, untouched: 0 });

    expect(larger.length).toBeGreaterThan(0);
    expect(larger[0]?.doors[0]?.fate).toEqual(whole.units[0]?.doors[0]?.fate);
  });

  it('is walked in strides that visit every door once', () => {
    const list = Array.from({ length: 100 }, (_, index) => index);

    const walked = scattered(list);

    expect([...walked].sort((left, right) => left - right)).toEqual(list);
    expect(walked.slice(0, 3)).toEqual([0, 37, 74]);
  });
});
