import { create } from 'qrcode';
import { codeModules } from '../../miniprogram/packages/life/services/code-modules';

describe('the windows of a code', () => {
  it.each(['E.0123456789abcdefghjkmnpqrs.123456', 'E', 'a'.repeat(42)])(
    'are those that everybody draws: %s',
    (text) => {
      const { modules } = create([{ data: Buffer.from(text), mode: 'byte' }], {
        version: 3,
        errorCorrectionLevel: 'M',
        maskPattern: 0,
      });
      const drawn = codeModules(text);
      const rows = drawn.map((line, row) => line.map((_, column) => modules.get(row, column) === 1));
      expect(drawn).toEqual(rows);
      expect(drawn).toHaveLength(modules.size);
    },
  );

  it('do not hold more', () => {
    expect(() => codeModules('a'.repeat(43))).toThrow('42 letters');
  });
});
