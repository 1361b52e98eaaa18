/**
 * A zip archive written front to back into a sink. Entries arrive deflated, so a kept piece costs a copy. Times are fixed:
 * the same parts give the same bytes.
 */
import type { DeflatedPart } from './deflated';

/** Where the archive goes; awaiting it is the back-pressure. */
export type ByteSink = (bytes: Buffer) => void | Promise<void>;

const ENTRIES_MAX = 0xffff - 1;
const BYTES_MAX = 0xffffffff - 1;
/** 1 January 1980, the zero of zip's clock. */
const FIXED_DATE = 0x0021;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;

export class ZipWriter {
  readonly #sink: ByteSink;
  readonly #directory: Buffer[] = [];
  #offset = 0;

  constructor(sink: ByteSink) {
    this.#sink = sink;
  }

  async add(name: string, part: DeflatedPart): Promise<void> {
    const nameBytes = Buffer.from(name);
    const size = 30 + nameBytes.length + part.deflated.length;
    if (
      this.#directory.length >= ENTRIES_MAX ||
      this.#offset + size > BYTES_MAX ||
      part.rawLength > BYTES_MAX
    ) {
      throw new RangeError(
        'An archive beyond 65,534 entries or 4 GiB needs zip64, which this writer does not know.',
      );
    }
    this.#directory.push(directoryEntry(nameBytes, part, this.#offset));
    await this.#write(Buffer.concat([localHeader(nameBytes, part), nameBytes]));
    await this.#write(part.deflated);
  }

  /** Writes the directory; returns the size of the whole archive in bytes. */
  async finish(): Promise<number> {
    const directory = Buffer.concat(this.#directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#directory.length, 8);
    end.writeUInt16LE(this.#directory.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.#offset, 16);
    await this.#write(directory);
    await this.#write(end);
    return this.#offset;
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#offset += bytes.length;
    await this.#sink(bytes);
  }
}

function localHeader(name: Buffer, part: DeflatedPart): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  writeCommon(header, 6, { name, part });
  return header;
}

function directoryEntry(name: Buffer, part: DeflatedPart, offset: number): Buffer {
  const entry = Buffer.alloc(46 + name.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  writeCommon(entry, 8, { name, part });
  entry.writeUInt32LE(offset, 42);
  name.copy(entry, 46);
  return entry;
}

/** The 24 bytes that both headers share, from the flags to the length of the extra field. */
function writeCommon(target: Buffer, at: number, { name, part }: { name: Buffer; part: DeflatedPart }): void {
  target.writeUInt16LE(UTF8_NAMES, at);
  target.writeUInt16LE(DEFLATED, at + 2);
  target.writeUInt16LE(FIXED_DATE, at + 6);
  target.writeUInt32LE(part.crc32, at + 8);
  target.writeUInt32LE(part.deflated.length, at + 12);
  target.writeUInt32LE(part.rawLength, at + 16);
  target.writeUInt16LE(name.length, at + 20);
}
