/** A file of sealed pieces on the function's own disk: written end to end, read piece by piece. */
import { open, type FileHandle } from 'node:fs/promises';

export interface Span {
  readonly offset: number;
  readonly length: number;
}

export class PieceFile {
  #end = 0;

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  static async create(path: string): Promise<PieceFile> {
    return new PieceFile(path, await open(path, 'w+', 0o600));
  }

  /** A file that stands, for reading. */
  static async open(path: string): Promise<PieceFile> {
    return new PieceFile(path, await open(path, 'r'));
  }

  async append(bytes: Buffer): Promise<Span> {
    const offset = this.#end;
    await this.handle.write(bytes, 0, bytes.length, offset);
    this.#end += bytes.length;
    return { offset, length: bytes.length };
  }

  async read({ offset, length }: Span): Promise<Buffer> {
    const { buffer, bytesRead } = await this.handle.read(Buffer.alloc(length), 0, length, offset);
    if (bytesRead !== length) throw new Error('a file of pieces is shorter than its index');
    return buffer;
  }

  get bytes(): number {
    return this.#end;
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}
