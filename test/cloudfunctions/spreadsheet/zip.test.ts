import { deflatePart } from '../../../cloudfunctions/spreadsheet/deflated';
import { sheetNames } from '../../../cloudfunctions/spreadsheet/sheet-name';
import { watermarkPicture } from '../../../cloudfunctions/spreadsheet/watermark';
import { ZipWriter } from '../../../cloudfunctions/spreadsheet/zip';
import { inflateSync } from 'node:zlib';
import { entriesOf } from './zip-reader';

describe('a zip archive', () => {
  it('holds its entries under their names', async () => {
    const chunks: Buffer[] = [];
    const zip = new ZipWriter((bytes) => void chunks.push(bytes));
    const part = deflatePart('内容');
    await zip.add('甲.xml', part);
    await zip.add('b/c.xml', part);
    const bytes = await zip.finish();

    const file = Buffer.concat(chunks);

    expect(bytes).toBe(file.length);
    expect(Array.from(entriesOf(file))).toEqual([
      ['甲.xml', part.deflated],
      ['b/c.xml', part.deflated],
    ]);
  });

  it('waits for a slow sink', async () => {
    let open = 0;
    let most = 0;
    const zip = new ZipWriter(async () => {
      open += 1;
      most = Math.max(most, open);
      await Promise.resolve();
      open -= 1;
    });
    await zip.add('a', deflatePart('a'));
    await zip.finish();

    expect(most).toBe(1);
  });

  it('refuses what needs zip64 instead of writing a broken file', async () => {
    const zip = new ZipWriter(() => undefined);
    const part = deflatePart('a');

    await expect(zip.add('big', { ...part, rawLength: 0xffffffff })).rejects.toThrow(RangeError);
  });

  it('refuses the 65,535th entry', async () => {
    const zip = new ZipWriter(() => undefined);
    const part = deflatePart('');
    for (let index = 0; index < 65_534; index += 1) await zip.add('a', part);

    await expect(zip.add('a', part)).rejects.toThrow(RangeError);
  });
});

describe('names of sheets', () => {
  it.each([
    ['苹果花园', '苹果花园'],
    ['a/b\\c?d*e[f]g:h', 'a-b-c-d-e-f-g-h'],
    ["'苹果'", '苹果'],
    ['', '表'],
    ['History', '表'],
    ['行\n二', '行 二'],
    ['长'.repeat(40), '长'.repeat(31)],
    [`${'长'.repeat(30)}𠮷`, '长'.repeat(30)],
  ])('are what Excel accepts: %j', (wanted, name) => {
    expect(sheetNames([wanted])).toEqual([name]);
  });

  it('are never alike, in whatever case, and never too long', () => {
    const long = 'A'.repeat(31);

    const names = sheetNames([long, long, long.toLowerCase(), '封面', '封面']);

    expect(names).toEqual([long, `${'A'.repeat(27)} (2)`, `${'a'.repeat(27)} (3)`, '封面', '封面 (2)']);
  });
});

describe('the picture behind the cells', () => {
  const rowsOf = (picture: Buffer) => {
    const start = picture.indexOf('IDAT') + 4;
    return inflateSync(picture.subarray(start, start + picture.readUInt32BE(start - 8)));
  };
  const dots = (picture: Buffer) =>
    rowsOf(picture).reduce((sum, byte) => sum + byte.toString(2).replace(/0/g, '').length, 0);

  it('is a PNG of one bit a dot whose rows have the announced size', () => {
    const picture = watermarkPicture(['EX-7F3K9', '2025-11-24 19:02']);
    const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];

    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(rowsOf(picture)).toHaveLength(height * (Math.ceil(width / 8) + 1));
  });

  it('differs by its text and stays blank where a letter is unknown', () => {
    expect(watermarkPicture(['EX-1'])).not.toEqual(watermarkPicture(['EX-2']));
    expect(dots(watermarkPicture(['王小明']))).toBe(0);
    expect(dots(watermarkPicture(['1']))).toBe(10 * 4);
  });
});
