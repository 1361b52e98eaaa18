/**
 * The font of printed sheets: Noto Sans SC in weight 500 (SIL Open Font License), simplified Chinese and Latin in one file
 * of 1.6 MB with 8,248 glyphs; a document embeds only the glyphs it uses. The build copies the file and its licence from
 * the package beside the bundle: inside the bundle it would be a third larger and be parsed at every cold start.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

/** Listed in the function's `assets.json`, with its licence. */
const FONT_FILE = 'noto-sans-sc-chinese-simplified-500-normal.woff';

/** The font unpacked: read from the packed file, the library would inflate the glyphs again for every one it needs. */
export async function readFont(folder: string): Promise<Buffer> {
  return unpackWoff(await readFile(join(folder, FONT_FILE)));
}

interface Table {
  readonly tag: Buffer;
  readonly checksum: number;
  readonly bytes: Buffer;
}

const WOFF_HEAD = 44;
const WOFF_ENTRY = 20;
const SFNT_HEAD = 12;
const SFNT_ENTRY = 16;

/** TrueType from WOFF 1.0 (W3C): the same tables, each inflated, under a plain directory. */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new TypeError('This is not a WOFF font.');
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => tableOf(woff, index));
  const directory = Buffer.alloc(SFNT_HEAD + SFNT_ENTRY * tables.length);
  woff.copy(directory, 0, 4, 8);
  writeSearchHints(directory, tables.length);
  const bodies: Buffer[] = [];
  let offset = directory.length;
  tables.forEach(({ tag, checksum, bytes }, index) => {
    const at = SFNT_HEAD + SFNT_ENTRY * index;
    tag.copy(directory, at);
    directory.writeUInt32BE(checksum, at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(bytes.length, at + 12);
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(padded);
    bodies.push(padded);
    offset += padded.length;
  });
  return Buffer.concat([directory, ...bodies]);
}

function tableOf(woff: Buffer, index: number): Table {
  const at = WOFF_HEAD + WOFF_ENTRY * index;
  const offset = woff.readUInt32BE(at + 4);
  const packedLength = woff.readUInt32BE(at + 8);
  const length = woff.readUInt32BE(at + 12);
  const packed = woff.subarray(offset, offset + packedLength);
  const bytes = packedLength < length ? inflateSync(packed) : packed;
  if (bytes.length !== length) throw new TypeError('A table of the font is damaged.');
  return { tag: woff.subarray(at, at + 4), checksum: woff.readUInt32BE(at + 16), bytes };
}

/** Fields that old readers use to search the directory. */
function writeSearchHints(directory: Buffer, tables: number): void {
  const selector = Math.floor(Math.log2(tables));
  directory.writeUInt16BE(tables, 4);
  directory.writeUInt16BE(16 * 2 ** selector, 6);
  directory.writeUInt16BE(selector, 8);
  directory.writeUInt16BE(16 * (tables - 2 ** selector), 10);
}
