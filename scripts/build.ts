// npm run build: writes everything of dist/. With --watch it builds again when a source changes and the browser reloads.
import fs from 'node:fs';
import path from 'node:path';
import { buildPhone } from '../local/phone/build/phone';
import { buildFunctions } from './build-functions';
import { buildMiniprogram } from './build-miniprogram';

const ROOT = path.resolve(__dirname, '..');
const DIST = path.join(ROOT, 'dist');
const DOMAIN = path.join(ROOT, 'domain');

export const DIST_MINIPROGRAM = path.join(DIST, 'miniprogram');
export const DIST_FUNCTIONS = path.join(DIST, 'cloudfunctions');
export const DIST_PHONE = path.join(DIST, 'phone');

interface BuildSummary {
  /** Bytes of each finished folder. */
  bytes: Record<string, number>;
  functions: string[];
  milliseconds: number;
}

/** Builds the mini-program, the functions and the browser's phone into dist/. Throws with file and line on a problem. */
export async function buildAll(): Promise<BuildSummary> {
  const started = Date.now();
  const sources = {
    miniprogram: path.join(ROOT, 'miniprogram'),
    domain: DOMAIN,
    weui: path.join(ROOT, 'node_modules/weui-miniprogram/miniprogram_dist'),
  };
  const functionSources = { functions: path.join(ROOT, 'cloudfunctions/functions'), domain: DOMAIN };
  const phone = buildMiniprogram(sources, DIST_MINIPROGRAM).then(() =>
    buildPhone(DIST_MINIPROGRAM, DIST_PHONE),
  );
  const work = buildFunctions(functionSources, DIST_FUNCTIONS);
  // A broken function must not keep the pages from being seen, nor the other way round: both end before one fails.
  await Promise.allSettled([work, phone]);
  const [functions] = await Promise.all([work, phone]);
  const bytes = {
    'dist/miniprogram': bytesIn(DIST_MINIPROGRAM),
    ...Object.fromEntries(
      functions.map((name) => [`dist/cloudfunctions/${name}`, bytesIn(path.join(DIST_FUNCTIONS, name))]),
    ),
    'dist/phone/app.js': fs.statSync(path.join(DIST_PHONE, 'app.js')).size,
    'dist/phone/runtime.js': fs.statSync(path.join(DIST_PHONE, 'runtime.js')).size,
  };
  return { bytes, functions, milliseconds: Date.now() - started };
}

export function bytesIn(folder: string): number {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

function print({ bytes, milliseconds }: BuildSummary): void {
  for (const [name, size] of Object.entries(bytes)) {
    console.log(`${(size / 1000).toFixed(1).padStart(9)} kB  ${name}`);
  }
  console.log(`built in ${(milliseconds / 1000).toFixed(1)} s`);
}

async function buildAndPrint(): Promise<boolean> {
  try {
    print(await buildAll());
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/** Rebuilds after a change, one build at a time; changes during a build cause one more. */
function watchSources(onBuilt: (succeeded: boolean) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(buildAndPrint).then(onBuilt);
    }, 150);
  };
  const watchers = ['miniprogram', 'domain', 'cloudfunctions', 'local/phone']
    .map((folder) => path.join(ROOT, folder))
    .map((folder) => fs.watch(folder, { recursive: true }, later));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

async function main(): Promise<void> {
  const succeeded = await buildAndPrint();
  if (process.argv.includes('--watch')) watchSources(() => undefined);
  else if (!succeeded) process.exitCode = 1;
}

if (process.argv[1] === __filename) void main();
