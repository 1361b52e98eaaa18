// Finds a browser for the tests and starts it.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

export interface OpenedBrowser {
  browser: Browser;
  close: () => Promise<void>;
}

interface Executable {
  path: string;
  args: string[];
  env: Record<string, string>;
  folder?: string;
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

/** Unpacks the archive of the registry and prints how to start it; the libraries it needs come by its environment. */
const UNPACK = `import('@sparticuz/chromium').then(async ({ default: archive }) => {
  const file = await archive.executablePath();
  const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
  console.log(JSON.stringify({ path: file, args: archive.args, env: { LD_LIBRARY_PATH, FONTCONFIG_PATH } }));
})`;

/** The archive's own list names a folder that only a cloud function has; a browser that finds no font at all draws no text. */
const fontsBelow = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;

async function unpackArchive(): Promise<Executable> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wanjia-browser-'));
  // With this name the archive brings its own nss, nspr and expat. A process of its own keeps both out of the tests.
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  const options = { env, cwd: path.resolve(__dirname, '../..') };
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', UNPACK], options);
  const found = JSON.parse(stdout) as Executable;
  fs.writeFileSync(path.join(folder, 'fonts/fonts.conf'), fontsBelow(folder));
  return { ...found, args: found.args.filter((flag) => !UNWANTED.has(flag)), folder };
}

async function findExecutable(): Promise<Executable | undefined> {
  const named = process.env['CHROME'];
  if (named !== undefined) return { path: named, args: [], env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackArchive();
  const installed = SYSTEM_BROWSERS.find((file) => fs.existsSync(file));
  return installed === undefined ? undefined : { path: installed, args: [], env: {} };
}

/** Opens the browser of the tests. Answers undefined, loudly, where there is none; with CI set that is an error. */
export async function openBrowser(): Promise<OpenedBrowser | undefined> {
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
  const env = { ...process.env, ...found.env } as Record<string, string>;
  const browser = await chromium.launch({
    executablePath: found.path,
    headless: true,
    args: found.args,
    env,
  });
  const close = async (): Promise<void> => {
    await browser.close();
    if (found.folder !== undefined) fs.rmSync(found.folder, { recursive: true, force: true });
  };
  return { browser, close };
}
