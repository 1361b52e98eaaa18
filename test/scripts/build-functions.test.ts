import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { buildFunctions } from '../../scripts/build-functions';

const root = path.join(__dirname, '../..');
const MAIN = `
import path from 'node:path';
import { readFont } from '${root}/cloudfunctions/pdf/font';
import { stickerPdf } from '${root}/cloudfunctions/pdf/stickers';

export async function main() {
  const font = await readFont(path.join(__dirname, 'assets'));
  const picture = { kind: 'modules' as const, size: 21, isDark: () => true };
  const sticker = { plate: { compound: '苹果花园', line: '3-2-502' }, humanCode: 'H-7F3K9-Q2PX4-C', picture };
  return stickerPdf({ title: '门贴', phone: '0632-1234567', stickers: [sticker], madeAt: 0 }, font);
}
`;

describe('a bundled function', () => {
  it('prints with the font that its assets.json names, from wherever it was put', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'functions-'));
    const [functions, out] = [path.join(folder, 'functions'), path.join(folder, 'out')];
    fs.mkdirSync(path.join(functions, 'print'), { recursive: true });
    fs.writeFileSync(path.join(functions, 'print/main.ts'), MAIN);
    const assets = path.join(root, 'cloudfunctions/functions/print/assets.json');
    fs.copyFileSync(assets, path.join(functions, 'print/assets.json'));

    const names = await buildFunctions({ functions, domain: path.join(root, 'domain') }, out);
    const built = createRequire(__filename)(path.join(out, 'print/index.js')) as {
      main: () => Promise<Buffer>;
    };
    const pdf = await built.main();
    fs.rmSync(folder, { recursive: true });

    expect(names).toEqual(['print']);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
