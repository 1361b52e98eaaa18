import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { create } from 'qrcode';
import { readFont, unpackWoff } from '../../../cloudfunctions/pdf/font';
import {
  cornerOf,
  pagesOf,
  PAGE,
  PARTS,
  STICKERS_A_PAGE,
  STICKER_SIZE,
} from '../../../cloudfunctions/pdf/sticker-layout';
import { stickerPdf, type Sticker, type StickerSheet } from '../../../cloudfunctions/pdf/stickers';
import { checkCharacter } from '@domain/kernel/crockford';
import { humanCodeOf, readCode } from '@domain/link/scene';
import { readPages } from './pdf-reader';

const fontFolder = join(
  dirname(createRequire(__filename).resolve('@fontsource/noto-sans-sc/package.json')),
  'files',
);
const fontRead = readFont(fontFolder);

function sticker(number: number): Sticker {
  const token = `7F3K9Q2${String(number).padStart(3, '0')}`;
  const { modules } = create(`H.${token}.d1`, { errorCorrectionLevel: 'Q' });
  return {
    plate: { compound: '苹果花园', line: `3-2-${number}` },
    humanCode: humanCodeOf({ kind: 'H', token }),
    picture: { kind: 'modules', size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 },
  };
}

function sheetOf(count: number, change: Partial<StickerSheet> = {}): StickerSheet {
  const stickers = Array.from({ length: count }, (_, index) => sticker(101 + index));
  return {
    title: '苹果花园3号楼门贴',
    phone: '0632-1234567',
    stickers,
    madeAt: Date.UTC(2025, 10, 24),
    ...change,
  };
}

describe('a sheet of door stickers', () => {
  it.each([
    [0, 0],
    [1, 1],
    [12, 1],
    [13, 2],
    [36, 3],
  ])('for %i doors has %i pages of A4', async (doors, pages) => {
    const read = readPages(await stickerPdf(sheetOf(doors), await fontRead));

    expect(read.map(({ size }) => size.map(Math.round))).toEqual(
      Array.from({ length: pages }, () => [595, 842]),
    );
    expect(pagesOf(doors)).toBe(pages);
  });

  it('has twelve on a page, each with plate, sentence, phone and a code that people can type', async () => {
    const [first, second] = readPages(await stickerPdf(sheetOf(13), await fontRead));
    const codes = first?.text.filter((text) => text.startsWith('H-')) ?? [];

    expect(first?.text.slice(0, 5)).toEqual([
      '苹果花园',
      '3-2-101',
      '扫码登记，约1分钟，不要身份证',
      '社区电话 0632-1234567',
      humanCodeOf({ kind: 'H', token: '7F3K9Q2101' }),
    ]);
    expect(codes).toHaveLength(12);
    expect(codes.map((code) => readCode(code).verdict)).toEqual(codes.map(() => 'ok'));
    expect(codes[0]?.slice(-1)).toBe(checkCharacter('H7F3K9Q2101'));
    expect(second?.text).toHaveLength(5);
  });

  it('says the same on every sticker but for the door and its code', async () => {
    const [page] = readPages(await stickerPdf(sheetOf(12), await fontRead));
    const rest = page?.text.filter((text) => !/^3-2-|^H-/.test(text)) ?? [];

    expect(new Set(rest)).toEqual(
      new Set(['苹果花园', '扫码登记，约1分钟，不要身份证', '社区电话 0632-1234567']),
    );
  });

  it('is the same file when made of the same at the same time', async () => {
    const font = await fontRead;

    const [one, two] = [await stickerPdf(sheetOf(3), font), await stickerPdf(sheetOf(3), font)];

    expect(one.equals(two)).toBe(true);
    expect(one.equals(await stickerPdf(sheetOf(3, { madeAt: 0 }), font))).toBe(false);
  });

  it('embeds the glyphs it uses and not the font', async () => {
    const pdf = await stickerPdf(sheetOf(36), await fontRead);

    expect(pdf.length).toBeLessThan(60_000);
  });

  it('takes a picture drawn elsewhere', async () => {
    const png = onePixelPng();

    const pdf = await stickerPdf(
      sheetOf(0, { stickers: [{ ...sticker(101), picture: { kind: 'png', bytes: png } }] }),
      await fontRead,
    );

    expect(pdf.toString('latin1')).toContain('/Subtype /Image');
  });

  it('keeps a long name whole', async () => {
    const long = '龙泉街道平行路社区第二粮食局家属院东区二期';
    const stickers = [{ ...sticker(101), plate: { compound: long, line: '12-甲-商铺12' } }];

    const [page] = readPages(await stickerPdf(sheetOf(0, { stickers }), await fontRead));

    expect(page?.text.slice(0, 2)).toEqual([long, '12-甲-商铺12']);
  });
});

describe('the layout of a sheet', () => {
  const corners = Array.from({ length: STICKERS_A_PAGE }, (_, index) => cornerOf(index));

  it('has a code of at least 30 mm with four blank modules around it', () => {
    const { code, plate, humanCode } = PARTS;
    const quiet = (code.width / 25) * 4;

    expect(code.width).toBeGreaterThanOrEqual(30);
    expect(code.x - (plate.x + plate.width)).toBeGreaterThanOrEqual(quiet);
    expect(STICKER_SIZE.width - (code.x + code.width)).toBeGreaterThanOrEqual(quiet);
    expect(code.y).toBeGreaterThanOrEqual(quiet);
    expect(humanCode.y).toBeGreaterThan(code.y + code.height);
  });

  it('keeps every part inside its sticker and every sticker on the paper', () => {
    for (const part of Object.values(PARTS)) {
      expect(part.x + part.width).toBeLessThanOrEqual(STICKER_SIZE.width);
      expect(part.y + part.height).toBeLessThanOrEqual(STICKER_SIZE.height);
    }
    expect(Math.max(...corners.map(({ x }) => x)) + STICKER_SIZE.width).toBeLessThan(PAGE.width);
    expect(Math.max(...corners.map(({ y }) => y)) + STICKER_SIZE.height).toBeLessThan(PAGE.height);
  });

  it('puts no two stickers in one place', () => {
    expect(new Set(corners.map(({ x, y }) => `${x} ${y}`)).size).toBe(STICKERS_A_PAGE);
  });
});

describe('a packed font', () => {
  it('is refused when it is none', () => {
    expect(() => unpackWoff(Buffer.from('this is a text and no font'))).toThrow(TypeError);
  });

  it('comes out as TrueType with all its tables', async () => {
    const font = await fontRead;
    const tags = Array.from({ length: font.readUInt16BE(4) }, (_, index) =>
      font.toString('latin1', 12 + 16 * index, 16 + 16 * index),
    );

    expect(font.readUInt32BE(0)).toBe(0x00010000);
    expect(tags).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'loca']));
  });
});

/** One grey dot. The reader does not check the sums of its chunks. */
function onePixelPng(): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
  };
  const header = Buffer.from('00000001000000010800000000', 'hex');
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}
