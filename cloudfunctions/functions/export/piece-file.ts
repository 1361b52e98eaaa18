/** Files of sealed pieces on the function's own disk: written end to end, read piece by piece. */
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '../../kernel/cloud';
import { downloadTo, withFolder } from '../../ports/files';

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

  close(): Promise<void> {
    return this.handle.close();
  }
}

/** A folder of such files; all are closed and gone when its work ends, however it ends. */
export class PieceFolder {
  readonly #files: PieceFile[] = [];

  private constructor(readonly path: string) {}

  static use<T>(work: (folder: PieceFolder) => Promise<T>): Promise<T> {
    return withFolder(async (path) => {
      const folder = new PieceFolder(path);
      try {
        return await work(folder);
      } finally {
        for (const file of folder.#files) await file.close();
      }
    });
  }

  async create(name: string): Promise<PieceFile> {
    const file = await PieceFile.create(join(this.path, name));
    this.#files.push(file);
    return file;
  }

  /** Fetches a stored file for reading. */
  async fetch(files: FileStore, fileId: string): Promise<PieceFile> {
    const path = join(this.path, `stored-${this.#files.length}`);
    await downloadTo(files, fileId, path);
    const file = await PieceFile.open(path);
    this.#files.push(file);
    return file;
  }
}
