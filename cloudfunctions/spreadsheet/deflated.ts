/**
 * A file of the workbook, deflated. Node 20 has no CRC-32 of its own, but gzip computes one in native code and writes it
 * behind the stream: a gzip member without its ten bytes of head and eight of tail is exactly what a zip entry holds.
 */
import { once } from 'node:events';
import type { TransformOptions } from 'node:stream';
import { createGzip, gzipSync, type Gzip, type ZlibOptions } from 'node:zlib';

export interface DeflatedPart {
  readonly crc32: number;
  readonly rawLength: number;
  readonly deflated: Buffer;
}

const HEAD_BYTES = 10;
const TAIL_BYTES = 8;
const QUEUE_BYTES = 512 * 1024;

const DEFLATE_LEVEL = 6;

export function deflatePart(content: string | Buffer, level = DEFLATE_LEVEL): DeflatedPart {
  return partOf(gzipSync(content, { level }));
}

/** A part whose content arrives piece by piece; only the deflated bytes stay in memory. */
export class DeflatedStream {
  readonly #gzip: Gzip;
  readonly #chunks: Buffer[] = [];

  constructor(level = DEFLATE_LEVEL) {
    const options: ZlibOptions & TransformOptions = {
      level,
      chunkSize: 64 * 1024,
      highWaterMark: QUEUE_BYTES,
    };
    this.#gzip = createGzip(options);
    this.#gzip.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
  }

  /** Resolves when the next text may come, so that a fast producer does not pile up what is not yet deflated. */
  async write(text: string): Promise<void> {
    if (!this.#gzip.write(text)) await once(this.#gzip, 'drain');
  }

  async end(): Promise<DeflatedPart> {
    const ended = once(this.#gzip, 'end');
    this.#gzip.end();
    await ended;
    return partOf(Buffer.concat(this.#chunks));
  }
}

function partOf(gzip: Buffer): DeflatedPart {
  const tail = gzip.length - TAIL_BYTES;
  return {
    crc32: gzip.readUInt32LE(tail),
    rawLength: gzip.readUInt32LE(tail + 4),
    deflated: gzip.subarray(HEAD_BYTES, tail),
  };
}
