import { mount } from './mounted';

describe('progress line', () => {
  it('names denominator, rest and time', () => {
    const line = mount('progress-line', { label: '3号楼', done: 32, due: 48, asOf: '19:02' });

    expect(line.words).toBe('3号楼32/48还差16户截至19:02');
    expect(line.labels('text')).toEqual(['3号楼 32/48，还差\u00a016\u00a0户，截至 19:02']);
    expect(line.wordsOf('.progress-line__window--lit')).toHaveLength(8);
  });

  it('says beside what is left what waits, and counts neither of them twice', () => {
    const line = mount('progress-line', { done: 12, due: 36, waiting: 3 });

    expect(line.words).toContain('12/36');
    expect(line.words).toContain('还差21户，3户交了，等确认');
    expect(mount('progress-line', { done: 33, due: 36, waiting: 3 }).words).not.toContain('还差');
  });

  it('lights the last window with the last door only', () => {
    expect(
      mount('progress-line', { done: 999, due: 1000 }).wordsOf('.progress-line__window--lit'),
    ).toHaveLength(11);
    expect(
      mount('progress-line', { done: 1, due: 1000 }).wordsOf('.progress-line__window--lit'),
    ).toHaveLength(1);
    expect(mount('progress-line', { done: 48, due: 48 }).words).toContain('都齐了');
  });

  it('does not divide by nothing', () => {
    expect(mount('progress-line', { done: 0, due: 0 }).words).toContain('还没有要登记的户');
  });
});
