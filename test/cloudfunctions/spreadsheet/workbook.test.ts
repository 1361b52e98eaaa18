import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { deflatePart, DeflatedStream } from '../../../cloudfunctions/spreadsheet/deflated';
import {
  columnName,
  SheetWriter,
  type SheetLayout,
  type SheetPiece,
} from '../../../cloudfunctions/spreadsheet/sheet';
import { writeWorkbook, type WorkbookCover } from '../../../cloudfunctions/spreadsheet/workbook';
import { entriesOf } from './zip-reader';

const cover: WorkbookCover = {
  title: '一个小区一张表',
  lines: [['申请人', '街道管理员']],
  watermark: ['EX-7F3K9', '2025-11-24'],
};

function layoutOf(columns: number): SheetLayout {
  return {
    widths: Array.from({ length: columns }, () => 10),
    header: Array.from({ length: columns }, (_, index) => `列${index + 1}`),
    orientation: 'landscape',
  };
}

async function pieceOf(rows: readonly string[][], columns = rows[0]?.length ?? 1): Promise<SheetPiece> {
  const sheet = new SheetWriter(layoutOf(columns));
  await sheet.addRows(rows);
  return sheet.finish();
}

async function fileOf(pieces: Record<string, SheetPiece>, front = cover): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const sheets = Object.entries(pieces).map(([name, piece]) => ({
    name,
    hasHeader: true,
    open: () => piece,
  }));
  await writeWorkbook(front, sheets, (bytes) => void chunks.push(bytes));
  return Buffer.concat(chunks);
}

/** Rows of one sheet as a reader of another hand sees them, without the header; the cover is sheet 1. */
async function readBack(file: Buffer, sheet = 2): Promise<unknown[][]> {
  const [found] = (await readXlsxFile(file, { trim: false })).slice(sheet - 1);
  return found?.data.slice(1) ?? [];
}

describe('a workbook', () => {
  it('is read back cell by cell by another reader', async () => {
    const rows = [
      ['王小明', '010', '000000195206170017'],
      ['𠮷田䶮', '<&>"\'', ' 前后 '],
      ['第一行\n第二行', '\t', '_x000D_'],
    ];

    expect(await readBack(await fileOf({ 苹果花园: await pieceOf(rows) }))).toEqual(rows);
  });

  it('holds 5,000 rows of 25 columns without losing one', async () => {
    const rows = Array.from({ length: 5000 }, (_, row) =>
      Array.from({ length: 25 }, (_unused, column) => `${row}-${column}户`),
    );

    expect(await readBack(await fileOf({ 苹果花园: await pieceOf(rows) }))).toEqual(rows);
  });

  it('has the cover first, then the sheets in order under names that Excel accepts', async () => {
    const piece = await pieceOf([['1']]);
    const file = await fileOf({ '苹果花园/二期': piece, '苹果花园:二期': piece });

    const sheets = await readXlsxFile(file);

    expect(sheets.map((sheet) => sheet.sheet)).toEqual(['封面', '苹果花园-二期', '苹果花园-二期 (2)']);
    expect(sheets[0]?.data.flat()).toEqual(
      expect.arrayContaining(['一个小区一张表', '申请人', '街道管理员']),
    );
  });

  it('keeps a piece byte for byte, whoever asks for the next file', async () => {
    const piece = await pieceOf([['王*明', '1']]);

    const first = entriesOf(await fileOf({ 苹果花园: piece }));
    const second = entriesOf(
      await fileOf({ 苹果花园: piece }, { ...cover, lines: [['申请人', '另一位']], watermark: ['EX-2'] }),
    );

    expect(second.get('xl/worksheets/sheet2.xml')).toEqual(first.get('xl/worksheets/sheet2.xml'));
    expect(second.get('xl/worksheets/sheet1.xml')).not.toEqual(first.get('xl/worksheets/sheet1.xml'));
    expect(second.get('xl/media/watermark.png')).not.toEqual(first.get('xl/media/watermark.png'));
  });

  it('is the same file for the same content', async () => {
    const digest = async () => {
      const file = await fileOf({ 苹果花园: await pieceOf([['1', '2']]) });
      return createHash('sha256').update(file).digest('hex');
    };

    expect(await digest()).toBe(await digest());
  });

  it('opens one piece at a time', async () => {
    const piece = await pieceOf([['1']]);
    const log: string[] = [];
    const sheets = ['一', '二'].map((name) => ({
      name,
      hasHeader: true,
      open: () => {
        log.push(`open ${name}`);
        return piece;
      },
    }));

    await writeWorkbook(cover, sheets, (bytes) => {
      if (bytes === piece.deflated) log.push('written');
    });

    expect(log).toEqual(['open 一', 'written', 'open 二', 'written']);
  });

  it('says its size in bytes', async () => {
    const chunks: Buffer[] = [];

    const written = await writeWorkbook(cover, [], (bytes) => void chunks.push(bytes));

    expect(written).toEqual({ bytes: Buffer.concat(chunks).length, sheetNames: [] });
  });
});

describe('text that would act', () => {
  const openings = [
    '=',
    '+',
    '-',
    '@',
    '\t=',
    '\n=',
    ' =',
    '=cmd|',
    '=HYPERLINK("http://x","',
    '=IMPORTXML(',
    '|',
    '%',
    "'=",
    '=1+1;',
  ];
  const bodies = [
    '1+1',
    "cmd|' /C calc'!A0",
    'SUM(A1:A9)',
    'WEBSERVICE("http://x")',
    '<script>',
    '</t></is></c>',
    '&#61;1',
    '"";=1',
    '_x003D_1',
    ']]>',
    '2+5+cmd',
    '王小明',
    'DDE("a";"b")',
    '{=1}',
    '\u202e1+1',
  ];
  const payloads = openings.flatMap((opening) => bodies.map((body) => opening + body));

  it('comes back as the text it was, two hundred ways', async () => {
    const file = await fileOf({ 表: await pieceOf(payloads.map((text) => [text])) });

    expect(payloads.length).toBeGreaterThanOrEqual(200);
    expect(await readBack(file)).toEqual(payloads.map((text) => [text]));
  });

  it('stands in no formula and in no number, but in inline text', async () => {
    const part = await pieceOf(payloads.map((text) => [text]));
    const xml = inflateRawSync(part.deflated).toString();

    expect(xml).not.toMatch(/<f[ >]|<v[ >]|t="str"|t="n"/);
    expect(xml.match(/ t="inlineStr"/g)).toHaveLength(payloads.length + 1);
  });

  it('of any kind comes back, save what no XML can hold', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        const kept = list.map(
          (text) =>
            `·${text.replace(/\r\n?/g, '\n').replace(/[^\n\t -\ud7ff\ud800-\udfff\ue000-\ufffd]/g, '')}`,
        );
        const file = await fileOf({ 表: await pieceOf(list.map((text) => [`·${text}`])) });

        expect(await readBack(file)).toEqual(kept.map((text) => [text]));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a sheet', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('calls column %i %s', (index, name) => {
    expect(columnName(index)).toBe(name);
  });

  it('writes an address into every cell and leaves empty cells out', async () => {
    const xml = inflateRawSync((await pieceOf([['a', '', 'c']])).deflated).toString();

    expect(xml).toContain('<row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="C2" ');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('<row r="1"><c r="A1" s="1"');
  });

  it('ends a printed page where a card ends', async () => {
    const sheet = new SheetWriter({ widths: [10], orientation: 'portrait' });
    await sheet.addStyledRow({ cells: ['一户一档'], style: 'title' });
    await sheet.addStyledRow({ cells: ['完'], style: 'text', breakAfter: true });
    const piece = await sheet.finish();

    expect(inflateRawSync(piece.deflated).toString()).toContain('<brk id="2" max="16383" man="1"/>');
    expect(piece.rows).toBe(2);
  });

  it('counts its rows without the header and refuses more cells than columns', async () => {
    expect((await pieceOf([['1'], ['2']])).rows).toBe(2);
    await expect(pieceOf([['1', '2']], 1)).rejects.toThrow(RangeError);
  });

  it('cuts a text that no cell can hold', async () => {
    const [[cell] = []] = await readBack(await fileOf({ 表: await pieceOf([['长'.repeat(40_000)]]) }));

    expect(cell).toHaveLength(32_767);
  });
});

describe('a deflated part', () => {
  it('is the same streamed and at once, with the sum that zip asks for', async () => {
    const text = '苹果花园'.repeat(200_000);
    const stream = new DeflatedStream();
    for (let at = 0; at < text.length; at += 70_001) await stream.write(text.slice(at, at + 70_001));

    const part = await stream.end();

    expect(part).toEqual(deflatePart(text));
    expect(part.rawLength).toBe(Buffer.byteLength(text));
    expect(deflatePart('123456789').crc32).toBe(0xcbf43926);
  });
});
