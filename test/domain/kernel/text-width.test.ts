import { halfWidth, plainText, withoutBlanks } from '@domain/kernel/text-width';

describe('text of mixed width', () => {
  it.each([
    ['１－２－３０１', '1-2-301'],
    ['（ＡＢ）＃～', '(AB)#~'],
    ['王　明', '王 明'],
    ['一二三·〇', '一二三·〇'],
  ])('becomes half width: %s', (text, half) => {
    expect(halfWidth(text)).toBe(half);
  });

  it('loses blanks of every kind at its ends and doubles between', () => {
    expect(plainText('\u3000\ufeff 1\u00a0\u00a0 2\t3\n')).toBe('1 2 3');
    expect(withoutBlanks(' 1\u3000 2 ')).toBe('12');
  });
});
