// Files of the app live in memory: a path of the phone stands for bytes.
import { make } from '../runtime/engine';
import { send } from '../runtime/network';
import { untilDone } from '../runtime/idle';
import { answering, text, type InterfaceGroup, type Options } from './interfaces';

const USER_DATA_PATH = 'wxfile://usr';
const FILES_BYTES_MAX = 200 * 1024 * 1024;

const files = new Map<string, Blob>();
const addresses = new Map<string, string>();
/** What openDocument handed to the person, newest last; tests read the bytes. */
export const handedOut: { name: string; blob: Blob }[] = [];
let lastTemporary = 0;

function keepFile(blob: Blob, name = ''): string {
  lastTemporary += 1;
  const path = `wxfile://tmp_${String(lastTemporary)}${name === '' ? '' : `_${name}`}`;
  files.set(path, blob);
  return path;
}

export function readFile(path: string): Promise<Blob> {
  const blob = files.get(path);
  if (blob === undefined) return Promise.reject(new Error(`no such file or directory, open ${path}`));
  return Promise.resolve(blob);
}

export function fileAddress(path: string): string | undefined {
  const blob = files.get(path);
  if (blob === undefined) return undefined;
  const known = addresses.get(path) ?? URL.createObjectURL(blob);
  addresses.set(path, known);
  return known;
}

async function downloadFile(options: Options): Promise<object> {
  const url = text(options, 'url');
  const response = await send(url, {});
  const name = new URL(url, location.href).pathname.split('/').at(-1) ?? '';
  const blob = await response.blob();
  const asked = text(options, 'filePath');
  if (asked === '') return { tempFilePath: keepFile(blob, name), statusCode: response.status };
  files.set(asked, blob);
  return { filePath: asked, tempFilePath: asked, statusCode: response.status };
}

const SHOWN_IN_TAB: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

async function openDocument(options: Options): Promise<void> {
  const path = text(options, 'filePath');
  const blob = await readFile(path);
  const kind = text(options, 'fileType', path.split('.').at(-1) ?? '');
  const name =
    path
      .split('/')
      .at(-1)
      ?.replace(/^tmp_\d+_/, '') ?? 'file';
  handedOut.push({ name, blob });
  const link = make('a', '') as HTMLAnchorElement;
  const type = SHOWN_IN_TAB[kind];
  link.href = URL.createObjectURL(type === undefined ? blob : new Blob([blob], { type }));
  if (type === undefined) link.download = name;
  else link.target = '_blank';
  link.click();
}

function chooseFiles(accept: string, count: number): Promise<File[]> {
  return new Promise((resolve, reject) => {
    const input = make('input', 'wxp-file') as HTMLInputElement;
    Object.assign(input, { type: 'file', accept, multiple: count > 1, hidden: true });
    input.addEventListener('change', () => {
      resolve([...(input.files ?? [])].slice(0, count));
      input.remove();
    });
    input.addEventListener('cancel', () => {
      reject(new Error('cancel'));
      input.remove();
    });
    document.body.append(input);
    input.click();
  });
}

async function chooseMessageFile(options: Options): Promise<object> {
  const extensions = (options['extension'] as string[] | undefined) ?? [];
  const accept = extensions.map((extension) => `.${extension.replace(/^\./, '')}`).join(',');
  const chosen = await chooseFiles(accept, Number(options['count'] ?? 1));
  const tempFiles = chosen.map((file) => ({
    path: keepFile(file, file.name),
    name: file.name,
    size: file.size,
    time: Math.floor(file.lastModified / 1000),
    type: 'file',
  }));
  return { tempFiles };
}

async function chooseMedia(options: Options): Promise<object> {
  const chosen = await chooseFiles('image/*', Number(options['count'] ?? 9));
  const tempFiles = chosen.map((file) => ({
    tempFilePath: keepFile(file, file.name),
    size: file.size,
    fileType: 'image',
  }));
  return { type: 'image', tempFiles };
}

function write(path: string, data: string | ArrayBuffer): void {
  const sum = [...files.values()].reduce((bytes, { size }) => bytes + size, 0);
  const blob = new Blob([data]);
  if (sum + blob.size > FILES_BYTES_MAX) {
    throw new Error('the maximum size of the file storage limit is exceeded');
  }
  files.set(path, blob);
  addresses.delete(path);
}

const fileSystem = {
  readFile: answering('readFile', async (options) => {
    const blob = await readFile(text(options, 'filePath'));
    return { data: options['encoding'] === undefined ? await blob.arrayBuffer() : await blob.text() };
  }),
  writeFile: answering('writeFile', ({ filePath, data }) => {
    write(String(filePath), data as string | ArrayBuffer);
  }),
  unlink: answering('unlink', async ({ filePath }) => {
    await readFile(String(filePath));
    files.delete(String(filePath));
  }),
  stat: answering('stat', async ({ path }) => ({ stats: { size: (await readFile(String(path))).size } })),
  access: answering('access', async ({ path }) => {
    await readFile(String(path));
  }),
};

export const fileInterfaces: InterfaceGroup = {
  options: {
    openDocument: (options) => untilDone(openDocument(options)),
    chooseMessageFile,
    chooseMedia,
    async saveFile(options) {
      const savedFilePath = `${USER_DATA_PATH}/saved_${String(files.size)}`;
      files.set(savedFilePath, await readFile(text(options, 'tempFilePath')));
      return { savedFilePath };
    },
    async saveImageToPhotosAlbum(options) {
      handedOut.push({ name: 'picture', blob: await readFile(text(options, 'filePath')) });
    },
    async shareFileMessage(options) {
      const path = text(options, 'filePath');
      handedOut.push({ name: text(options, 'fileName', path), blob: await readFile(path) });
    },
    async previewImage(options) {
      const { urls = [] } = options as { urls?: string[] };
      const address = fileAddress(text(options, 'current', urls[0])) ?? text(options, 'current', urls[0]);
      await Promise.resolve();
      window.open(address, '_blank');
    },
    async canvasToTempFilePath(options) {
      const canvas = options['canvas'] as HTMLCanvasElement;
      const blob = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve);
      });
      if (blob === null) throw new Error('create bitmap failed');
      return { tempFilePath: keepFile(blob, 'canvas.png') };
    },
  },
  plain: {
    env: { USER_DATA_PATH },
    getFileSystemManager: () => fileSystem,
    // On a phone it answers a task and no promise: who awaits it gets nothing here either.
    downloadFile(options: Options) {
      const start = answering('downloadFile', (wanted) => untilDone(downloadFile(wanted)));
      void start({ complete: () => undefined, ...options });
      return { abort: () => undefined, onProgressUpdate: () => undefined };
    },
  },
};
