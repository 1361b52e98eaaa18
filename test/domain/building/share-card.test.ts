import { cardCountsOf, cardTitle, reminderText, type CardCounts } from '@domain/building/share-card';

const plate = { compound: '苹果花园', line: '3号楼' };
const counts = (done: number, waiting = 0, due = 36) => ({ due, done, waiting });

describe('what of a count a card shows', () => {
  it.each<[string, number, number, CardCounts]>([
    ['nobody', 0, 0, { state: 'open', counts: { handedIn: 0, due: 36 } }],
    ['some, confirmed or not', 12, 3, { state: 'open', counts: { handedIn: 15, due: 36 } }],
    ['four left', 32, 0, { state: 'open', counts: { handedIn: 32, due: 36 } }],
    ['three left', 33, 0, { state: 'almost' }],
    ['three left, one of them waiting', 32, 1, { state: 'almost' }],
    ['one left', 35, 0, { state: 'almost' }],
    ['none left', 30, 6, { state: 'all', counts: { handedIn: 36, due: 36 } }],
  ])('%s', (_name, done, waiting, expected) => {
    expect(cardCountsOf(counts(done, waiting))).toEqual(expected);
  });

  it('says of a building without doors nothing that could be finished', () => {
    expect(cardCountsOf(counts(0, 0, 0))).toEqual({ state: 'open', counts: { handedIn: 0, due: 0 } });
  });

  it('says no number about a building of three doors until all have answered', () => {
    const states = [0, 1, 2, 3].map((done) => cardCountsOf(counts(done, 0, 3)));

    expect(states).toEqual([
      { state: 'almost' },
      { state: 'almost' },
      { state: 'almost' },
      { state: 'all', counts: { handedIn: 3, due: 3 } },
    ]);
  });
});

describe('the words for a chat', () => {
  const card = (done: number) => ({ plate, ...cardCountsOf(counts(done)) });

  it.each([
    [12, '3号楼 登记进度 12/36'],
    [33, '3号楼 登记快齐了，约 1 分钟'],
    [36, '3号楼 全部登记完成，谢谢大家'],
  ])('the card of %i of 36 is called %s', (done, title) => {
    expect(cardTitle(card(done))).toBe(title);
  });

  it('remind politely with two figures, and with none for the last doors', () => {
    expect(reminderText(card(12))).toContain('登记了 12/36 户');
    expect(reminderText(card(12))).toContain('不要身份证');
    expect(reminderText(card(34))).toContain('快齐了');
    expect(reminderText(card(34)).replace('3号楼', '').replace('1 分钟', '')).not.toMatch(/\d/);
    expect(reminderText(card(36))).toContain('谢谢');
  });
});
