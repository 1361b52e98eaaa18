import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  type ReadStream,
} from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { CloudError, invalid } from '../cloud-error';

const PATH = /^[\w.\-=@+,() ]+(\/[\w.\-=@+,() ]+)*$/;
const PATH_MAX = 255;
const BUCKET = 'cloud://local.local-bucket/';
const UPLOAD_SECONDS = 600;

/** The content of each file, by its name below the folder of the storage. */
export type StoredObjects = ReadonlyMap<string, Buffer>;

/** Object storage: files below one folder, each put there whole and durably, read only through signed addresses. */
export class Objects {
  private readonly secret = randomBytes(32);
  private readonly uploads = new Map<
    string,
    { path: string; expiresAt: number; onStored: (bytes: number) => void }
  >();
  private readonly root: string;

  constructor(
    home: string,
    private readonly place: { baseUrl: () => string; now: () => number },
  ) {
    this.root = join(resolve(home), 'cos');
    mkdirSync(this.root, { recursive: true, mode: 0o700 });
  }

  fileId(path: string): string {
    return `${BUCKET}${checkPath(path)}`;
  }

  /** The path of a file id of this environment; `undefined` for any other text. */
  pathOf(fileId: string): string | undefined {
    const path = fileId.startsWith(BUCKET) ? fileId.slice(BUCKET.length) : '';
    return isPath(path) ? path : undefined;
  }

  exists(path: string): boolean {
    return existsSync(this.locate(path));
  }

  /** An address to which one upload may go, and the authorization it must carry. `onStored` hears of its bytes. */
  uploadTicket(path: string, onStored: (bytes: number) => void): { url: string; authorization: string } {
    const ticket = randomBytes(24).toString('hex');
    const url = `${this.place.baseUrl()}/cos/${encodeURI(checkPath(path))}`;
    this.uploads.set(ticket, { path, expiresAt: this.place.now() + UPLOAD_SECONDS * 1000, onStored });
    return { url, authorization: `q-ticket=${ticket}` };
  }

  /** The upload that an authorization allows for this path, if it is in time; asking uses it up. */
  takeUpload(path: string, authorization: string | undefined): ((bytes: number) => void) | undefined {
    const ticket = /^q-ticket=(\w+)$/.exec(authorization ?? '')?.[1] ?? '';
    const upload = this.uploads.get(ticket);
    this.uploads.delete(ticket);
    return upload?.path === path && upload.expiresAt >= this.place.now() ? upload.onStored : undefined;
  }

  /** A temporary address for reading. */
  readAddress(path: string, seconds: number): string {
    const expires = Math.floor(this.place.now() / 1000) + seconds;
    return `${this.place.baseUrl()}/cos/${path}?expires=${expires}&signature=${this.sign(path, String(expires))}`;
  }

  acceptRead(path: string, expires: string, signature: string): boolean {
    return (
      isPath(path) &&
      this.fits(signature, this.sign(path, expires)) &&
      Number(expires) * 1000 >= this.place.now()
    );
  }

  /** Stores a body under a path: the file appears whole, and is on disk when this resolves. */
  async put(path: string, body: AsyncIterable<Buffer>, bytesMax: number): Promise<number> {
    const target = this.locate(path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    const temporary = join(this.root, `.upload-${randomBytes(8).toString('hex')}`);
    const file = await open(temporary, 'w', 0o600);
    let bytes = 0;
    try {
      for await (const chunk of body) {
        bytes += chunk.length;
        if (bytes > bytesMax) throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', 'The file is too large.');
        await file.write(chunk);
      }
      await file.sync();
    } catch (error) {
      await file.close();
      await rm(temporary, { force: true });
      throw error;
    }
    await file.close();
    await rename(temporary, target);
    await syncFolder(dirname(target));
    return bytes;
  }

  read(path: string): { size: number; stream: () => ReadStream } | undefined {
    const target = this.locate(path);
    if (!existsSync(target)) return undefined;
    return { size: statSync(target).size, stream: () => createReadStream(target) };
  }

  /** Answers whether there was such a file. */
  async remove(path: string): Promise<boolean> {
    const target = this.locate(path);
    if (!existsSync(target)) return false;
    await rm(target);
    await syncFolder(dirname(target));
    return true;
  }

  /** What is stored, to be put back later. */
  copy(): StoredObjects {
    const names = readdirSync(this.root, { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => statSync(join(this.root, name)).isFile());
    return new Map(files.map((name) => [name, readFileSync(join(this.root, name))]));
  }

  /** Stores these objects and no others. */
  replace(objects: StoredObjects): void {
    rmSync(this.root, { recursive: true, force: true });
    mkdirSync(this.root, { recursive: true, mode: 0o700 });
    for (const [name, content] of objects) {
      mkdirSync(dirname(join(this.root, name)), { recursive: true, mode: 0o700 });
      writeFileSync(join(this.root, name), content, { mode: 0o600 });
    }
  }

  private locate(path: string): string {
    const target = resolve(this.root, checkPath(path));
    if (!target.startsWith(this.root + sep)) throw invalid(`Not a storage path: ${path}`);
    return target;
  }

  private sign(path: string, expires: string): string {
    return createHmac('sha256', this.secret).update(`GET\n${path}\n${expires}`).digest('hex');
  }

  private fits(given: string, expected: string): boolean {
    return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
  }
}

function isPath(path: string): boolean {
  return (
    PATH.test(path) && path.length <= PATH_MAX && !path.split('/').some((segment) => /^\.+$/.test(segment))
  );
}

function checkPath(path: string): string {
  if (!isPath(path)) {
    throw invalid(
      `A storage path is plain ASCII of at most ${PATH_MAX} bytes, without "..": ${path.slice(0, PATH_MAX)}`,
    );
  }
  return path;
}

/** A renamed file survives a power cut only when its folder is on disk too. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync();
  await folder.close();
}
