import { create } from 'qrcode';
import type { CodePicture } from '../../../cloudfunctions/pdf/drawing';
import { drawnCodes } from '../../../cloudfunctions/ports/codes';
import { isStreetCode, readCode, STREET_SCENE, type LinkCode } from '@domain/link/scene';

const code: LinkCode = { kind: 'H', token: '7F3K9Q2PX4', carrier: 'd', version: 1 };

async function modulesOf(drawing: Promise<CodePicture>): Promise<string> {
  const picture = await drawing;
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
    expect(await modulesOf(drawnCodes(linkBase).picture(code))).toBe(drawnText(text));
    expect(readCode(text, linkBase === '' ? [] : [linkBase])).toEqual({ verdict: 'ok', code });
  });

  it.each([
    ['', STREET_SCENE],
    ['https://example.com/d', `https://example.com/d/${STREET_SCENE}`],
  ])(
    'of the street says with the link base "%s" that it is %s, and opens no door',
    async (linkBase, text) => {
      expect(await modulesOf(drawnCodes(linkBase).street())).toBe(drawnText(text));
      const ownLinks = linkBase === '' ? [] : [linkBase];
      expect(isStreetCode(text, ownLinks)).toBe(true);
      expect(isStreetCode(`https://example.org/${STREET_SCENE}`, ownLinks)).toBe(false);
      expect(readCode(text, ownLinks).verdict).not.toBe('ok');
    },
  );
});
