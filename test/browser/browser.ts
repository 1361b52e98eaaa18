// Finds a browser for the tests and starts it.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { putAway } from './contexts';

export interface OpenedBrowser {
  browser: Browser;
  close: () => Promise<void>;
}

interface Executable {
  path: string;
  args: string[];
  env: Record<string, string>;
}

const SYSTEM_BROWSERS = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Meant for a cloud function: in one process a time zone ends the browser; without web security a policy proves nothing. */
const UNWANTED = new Set([
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
]);
/** A graphics card that is imitated costs more than all else of a page; without one the page is drawn directly. */
const DRAWN_DIRECTLY = '--disable-gpu';
const WITHOUT_WEB_FONTS = '--disable-remote-fonts';

const ROOT = path.resolve(__dirname, '../..');
const UNPACKED = path.join(ROOT, 'node_modules/.cache/wanjia-browser');
const START = 'start.json';

/** Unpacks the archive of the registry and prints how to start it; the libraries it needs come by its environment. */
const UNPACK = `import('@sparticuz/chromium').then(async ({ default: archive }) => {
  archive.setGraphicsMode = false;
  const file = await archive.executablePath();
  const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
  console.log(JSON.stringify({ path: file, args: archive.args, env: { LD_LIBRARY_PATH, FONTCONFIG_PATH } }));
})`;

/** The archive's own list names a folder that only a cloud function has; a browser that finds no font at all draws no text. */
const fontsBelow = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;

/** Unpacks into a folder beside the last one, which takes its name when it is whole. */
async function unpackInto(folder: string): Promise<void> {
  fs.mkdirSync(UNPACKED, { recursive: true });
  const next = fs.mkdtempSync(`${folder}-`);
  // With this name the archive brings its own nss, nspr and expat. A process of its own keeps both out of the tests.
  const env = { ...process.env, TMPDIR: next, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', UNPACK], { env, cwd: ROOT });
  fs.writeFileSync(path.join(next, 'fonts/fonts.conf'), fontsBelow(folder));
  fs.writeFileSync(path.join(next, START), stdout.replaceAll(next, folder));
  try {
    fs.renameSync(next, folder);
  } catch (error) {
    // Another process was quicker: what it has unpacked is the same.
    if (!fs.existsSync(path.join(folder, START))) throw error;
    fs.rmSync(next, { recursive: true });
  }
}

/** The browser of the archive, unpacked once for every run: that is 200 MB and three seconds of work. */
async function findUnpacked(): Promise<Executable> {
  const manifest = path.join(ROOT, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string };
  const folder = path.join(UNPACKED, version);
  const read = (): Executable => JSON.parse(fs.readFileSync(path.join(folder, START), 'utf8')) as Executable;
  // Whoever moves the project moves this folder too, and its paths are those of the place where it was unpacked.
  if (fs.existsSync(folder) && !fs.existsSync(read().path)) fs.rmSync(folder, { recursive: true });
  if (!fs.existsSync(folder)) await unpackInto(folder);
  const found = read();
  return { ...found, args: [...found.args.filter((flag) => !UNWANTED.has(flag)), DRAWN_DIRECTLY] };
}

async function findExecutable(): Promise<Executable | undefined> {
  const named = process.env['CHROME'];
  if (named !== undefined) return { path: named, args: [], env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return findUnpacked();
  const installed = SYSTEM_BROWSERS.find((file) => fs.existsSync(file));
  return installed === undefined ? undefined : { path: installed, args: [], env: {} };
}

export interface BrowserOptions {
  /** Chinese words are drawn, not only laid out: for whoever looks at a page. */
  glyphs?: boolean;
}

async function launch({ glyphs = true }: BrowserOptions): Promise<Browser | undefined> {
  const found = await findExecutable();
  if (found === undefined) {
    const line = 'SKIPPED browser tests: no browser found, set CHROME to one. What they prove is not proved.';
    if (process.env['CI'] !== undefined) throw new Error(line);
    console.error(line);
    process.once('exit', () => {
      process.stderr.write(`${line}\n`);
    });
    return undefined;
  }
  const start = (): Promise<Browser> =>
    chromium.launch({
      executablePath: found.path,
      headless: true,
      args: glyphs ? found.args : [...found.args, WITHOUT_WEB_FONTS],
      env: { ...process.env, ...found.env },
    });
  // On a busy machine one start in some fifty ends in a fault of the browser's own, before it has opened anything.
  return start().catch(start);
}

/** Of a worker of a test run, which keeps its browsers from file to file: what a page has loaded once, no other file need load. */
const kept = new Map<boolean, Promise<Browser | undefined>>();

function keep(options: BrowserOptions): Promise<Browser | undefined> {
  const { glyphs = true } = options;
  const browser = kept.get(glyphs) ?? launch(options);
  kept.set(glyphs, browser);
  return browser;
}

/** The worker is let go when the last file is done. */
process.once('disconnect', () => {
  for (const browser of kept.values()) void browser.then((one) => one?.close());
});

/** Opens the browser of the tests. Answers undefined, loudly, where there is none; with CI set that is an error. */
export async function openBrowser(options: BrowserOptions = {}): Promise<OpenedBrowser | undefined> {
  const isKept = process.connected;
  const browser = await (isKept ? keep(options) : launch(options));
  if (browser === undefined) return undefined;
  return { browser, close: () => (isKept ? putAway(browser) : browser.close()) };
}
