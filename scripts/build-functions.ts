import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { replaceFolder } from './build-folder';

interface FunctionSources {
  /** Folder that holds one folder for each function, each with main.ts. */
  functions: string;
  domain: string;
}

/** Bundles every cloud function into `out/<name>/index.js`, its SDK inside; returns their names. */
export async function buildFunctions({ functions, domain }: FunctionSources, out: string): Promise<string[]> {
  const names = fs.existsSync(functions)
    ? fs.readdirSync(functions).filter((name) => fs.existsSync(path.join(functions, name, 'main.ts')))
    : [];
  await replaceFolder(out, async (next) => {
    await bundle({ functions, domain }, names, next);
    for (const name of names) layBeside(path.join(functions, name), path.join(next, name));
  });
  return names;
}

/** One build for all, so that what they share, the SDK above all, is read once. */
async function bundle({ functions, domain }: FunctionSources, names: string[], out: string): Promise<void> {
  await build({
    entryPoints: names.map((name) => ({ in: path.join(functions, name, 'main.ts'), out: `${name}/index` })),
    outdir: out,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    alias: { '@domain': domain },
    loader: { '.matrix': 'text' },
    define: {
      // Modules that look for files beside themselves: in a bundle that is the bundle's own place.
      'import.meta.url': 'importMetaUrl',
      // What libraries ask of a browser before they use their own: to look is to load all of Node's fetch, a fifth of a cold start.
      FormData: 'undefined',
      'globalThis.Headers': 'true',
    },
    banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
    // Optional accelerators of ws: the bundle must not carry a native file.
    external: ['bufferutil', 'utf-8-validate'],
    logLevel: 'error',
  });
}

/** What the platform wants beside a bundle: its settings, what it reads while it runs, and its name. */
function layBeside(from: string, out: string): void {
  for (const extra of ['config.json', 'assets']) {
    const file = path.join(from, extra);
    if (fs.existsSync(file)) fs.cpSync(file, path.join(out, extra), { recursive: true });
  }
  copyPackageFiles(path.join(from, 'assets.json'), path.join(out, 'assets'));
  const manifest = { name: path.basename(from), version: '1.0.0', main: 'index.js' };
  fs.writeFileSync(path.join(out, 'package.json'), JSON.stringify(manifest));
}

/** Files of packages that a function reads while it runs, such as a font: `assets.json` lists their places in node_modules. */
function copyPackageFiles(list: string, out: string): void {
  if (!fs.existsSync(list)) return;
  for (const file of JSON.parse(fs.readFileSync(list, 'utf8')) as string[]) {
    fs.cpSync(path.join(__dirname, '../node_modules', file), path.join(out, path.basename(file)));
  }
}
