import { create } from 'qrcode';
import { drawnCodes } from '../../../cloudfunctions/ports/codes';
import { readCode, type LinkCode } from '@domain/link/scene';

const code: LinkCode = { kind: 'H', token: '7F3K9Q2PX4', carrier: 'd', version: 1 };

async function modulesOf(linkBase: string): Promise<string> {
  const picture = await drawnCodes(linkBase).picture(code);
  if (picture.kind !== 'modules') throw new Error('a drawn code is made of modules');
  const { size, isDark } = picture;
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => (isDark(row, column) ? '#' : ' ')).join(''),
  );
  return rows.join('\n');
}

function drawnText(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' });
  const rows = Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (__, column) => (modules.get(row, column) === 1 ? '#' : ' ')).join(
      '',
    ),
  );
  return rows.join('\n');
}

describe('a drawn code', () => {
  it.each([
    ['', 'H.7F3K9Q2PX4.d1'],
    ['https://example.com/d', 'https://example.com/d?q=H.7F3K9Q2PX4.d1'],
  ])('with the link base "%s" says %s, which reads back as the same code', async (linkBase, text) => {
    expect(await modulesOf(linkBase)).toBe(drawnText(text));
    expect(readCode(text, linkBase === '' ? [] : [linkBase])).toEqual({ verdict: 'ok', code });
  });
});
