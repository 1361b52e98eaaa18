/**
 * F4 and F5, the least that a workbook can cost: sheet XML put together by hand with cell addresses, deflated by node:zlib,
 * an archive written front to back; and the same archive from sheets that are deflated already. Started with an IPC channel
 * and its settings as JSON; says what both cost.
 */
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createGzip } from 'node:zlib';

export interface SheetFloorSettings {
  /** File with rows as JSON, repeated as often as it takes. */
  readonly sample: string;
  readonly sheets: number;
  readonly rows: number;
  readonly level: number;
  readonly out: string;
}

export interface SheetFloorCost {
  readonly sheetCpuSeconds: number;
  readonly piecesCpuSeconds: number;
  readonly bytes: number;
}

interface Piece {
  readonly crc: number;
  readonly rawLength: number;
  readonly deflated: Buffer;
}

const FLUSH = 128 * 1024;
const GZIP_HEAD = 10;
const GZIP_TAIL = 8;
const PIECES_REPEATED = 5;

function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `A${columnName(index - 26)}`;
}

function escaped(text: string): string {
  return /[&<>]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;
}

async function deflatedSheet(rows: Iterable<readonly string[]>, level: number): Promise<Piece> {
  const gzip = createGzip({ level, chunkSize: 64 * 1024 });
  const chunks: Buffer[] = [];
  gzip.on('data', (chunk: Buffer) => chunks.push(chunk));
  let text = '<worksheet><sheetData>';
  let number = 0;
  for (const cells of rows) {
    number += 1;
    text += `<row r="${number}">`;
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index] ?? '';
      if (cell === '') continue;
      text += `<c r="${columnName(index)}${number}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
    }
    text += '</row>';
    if (text.length > FLUSH) {
      if (!gzip.write(text)) await once(gzip, 'drain');
      text = '';
    }
  }
  const ended = once(gzip, 'end');
  gzip.end(`${text}</sheetData></worksheet>`);
  await ended;
  const whole = Buffer.concat(chunks);
  const tail = whole.length - GZIP_TAIL;
  return {
    crc: whole.readUInt32LE(tail),
    rawLength: whole.readUInt32LE(tail + 4),
    deflated: whole.subarray(GZIP_HEAD, tail),
  };
}

function header({ crc, rawLength, deflated }: Piece, name: Buffer): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(0x04034b50, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(8, 8);
  bytes.writeUInt32LE(crc, 14);
  bytes.writeUInt32LE(deflated.length, 18);
  bytes.writeUInt32LE(rawLength, 22);
  bytes.writeUInt16LE(name.length, 26);
  return Buffer.concat([bytes, name]);
}

/** Appends one sheet; what the directory says of it is as long as this header, so the floor writes it twice. */
function append(file: number, piece: Piece, index: number): number {
  const head = header(piece, Buffer.from(`xl/worksheets/sheet${index + 1}.xml`));
  return writeSync(file, head) + writeSync(file, piece.deflated) + writeSync(file, head);
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function* rowsOf(sample: readonly string[][], count: number): Generator<readonly string[]> {
  for (let index = 0; index < count; index += 1) yield sample[index % sample.length] ?? [];
}

async function main(): Promise<void> {
  const settings = JSON.parse(process.argv[2] ?? '{}') as SheetFloorSettings;
  const sample = JSON.parse(readFileSync(settings.sample, 'utf8')) as string[][];
  const perSheet = Math.ceil(settings.rows / settings.sheets);
  const file = openSync(settings.out, 'w');
  const pieces: Piece[] = [];
  let bytes = 0;
  const before = cpuSeconds();
  for (let index = 0; index < settings.sheets; index += 1) {
    const count = Math.min(perSheet, settings.rows - index * perSheet);
    const piece = await deflatedSheet(rowsOf(sample, count), settings.level);
    bytes += append(file, piece, index);
    pieces.push(piece);
  }
  const sheetCpuSeconds = cpuSeconds() - before;
  closeSync(file);
  const cost: SheetFloorCost = { sheetCpuSeconds, piecesCpuSeconds: copyPieces(pieces, settings.out), bytes };
  process.send?.(cost, () => process.disconnect());
}

/** The mean of a few copies: one is too short to be timed. */
function copyPieces(pieces: readonly Piece[], out: string): number {
  const before = cpuSeconds();
  for (let round = 0; round < PIECES_REPEATED; round += 1) {
    const file = openSync(out, 'w');
    pieces.forEach((piece, index) => append(file, piece, index));
    closeSync(file);
  }
  return (cpuSeconds() - before) / PIECES_REPEATED;
}

void main();
