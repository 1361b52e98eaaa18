import { alternate, pluck } from '../../bench/kit/alternate';
import { isMet, lineOf, numberText, PrintedReport } from '../../bench/kit/measure';
import { parseStat, treeOf } from '../../bench/kit/process-tree';
import { mean, median, medianRatio, quantile } from '../../bench/kit/statistics';

describe('a figure', () => {
  it('is one line with its threshold and its verdict', () => {
    const measure = { name: 'save.rate.c8.wire', value: 0.61234, unit: 'xF2', limit: { atLeast: 0.5 } };

    expect(lineOf(measure)).toBe('save.rate.c8.wire 0.612 xF2 >=0.5 pass');
    expect(lineOf({ ...measure, value: 0.4, isNoisy: true })).toBe(
      'save.rate.c8.wire 0.4 xF2 >=0.5 fail noisy',
    );
    expect(lineOf({ name: 'save.ops.worker', value: 5, unit: 'ops', limit: { atMost: 5 } })).toBe(
      'save.ops.worker 5 ops <=5 pass',
    );
  });

  it('that is no number meets nothing', () => {
    expect(isMet({ value: Number.NaN, limit: { atMost: 5 } })).toBe(false);
    expect(isMet({ value: Number.NaN, limit: { atLeast: 5 } })).toBe(false);
  });

  it.each([
    [0, '0'],
    [1234, '1234'],
    [1234.5, '1235'],
    [0.00123456, '0.00123'],
    [12.345, '12.3'],
  ])('%p is printed as %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it('that is missed is counted, a remark is not', () => {
    const lines: string[] = [];
    const report = new PrintedReport((line) => lines.push(line));

    report.remark('seed 1');
    report.measure({ name: 'a', value: 1, unit: 'x', limit: { atMost: 2 } });
    report.measure({ name: 'b', value: 3, unit: 'x', limit: { atMost: 2 } });

    expect(lines).toEqual(['# seed 1', 'a 1 x <=2 pass', 'b 3 x <=2 fail']);
    expect(report.failed).toBe(1);
  });
});

describe('statistics', () => {
  it('take the middle, the nearest rank and the mean', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(quantile([5, 1, 4, 2, 3], 0.99)).toBe(5);
    expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(mean([1, 2, 6])).toBe(3);
  });

  it('say nothing of nothing', () => {
    expect(() => median([])).toThrow();
    expect(() => quantile([], 0.5)).toThrow();
    expect(() => mean([])).toThrow();
  });

  it('compare within a cycle, so that a machine that slows down favours nobody', () => {
    expect(
      medianRatio(
        [
          [2, 4],
          [20, 40],
          [200, 400],
        ],
        [
          [1, 2],
          [10, 20],
          [100, 200],
        ],
      ),
    ).toBe(2);
  });
});

describe('floors and ours', () => {
  it('take turns there and back', async () => {
    const order: string[] = [];
    const run = (name: string) => async () => order.push(name);

    const turns = await alternate(2, { floor: run('floor'), ours: run('ours') });

    expect(order).toEqual(['floor', 'ours', 'ours', 'floor', 'floor', 'ours', 'ours', 'floor']);
    expect(turns.ours).toEqual([
      [2, 3],
      [6, 7],
    ]);
    expect(pluck(turns.floor, (value) => value * 10)).toEqual([
      [10, 40],
      [50, 80],
    ]);
  });
});

describe('what a process cost', () => {
  it('is read behind a name with blanks and brackets, ended children included', () => {
    const line = '42 (node (a) b) S 7 42 42 0 -1 4194560 9 8 7 6 150 50 25 75 20 0 11 0 100 1 1';

    expect(parseStat(line)).toEqual({ parent: 7, cpuSeconds: 3 });
  });

  it('holds everything below it and nothing beside it', () => {
    const stats = new Map(
      [
        [1, 0],
        [2, 1],
        [3, 2],
        [4, 1],
        [5, 0],
      ].map(([pid = 0, parent = 0]) => [pid, { parent, cpuSeconds: 1 }] as const),
    );

    expect(treeOf(1, stats).sort()).toEqual([1, 2, 3, 4]);
    expect(treeOf(2, stats)).toEqual([2, 3]);
  });
});
