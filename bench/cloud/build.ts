/** Builds what is measured: the product's functions, the floors' own, and the programs that run as processes of their own. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { buildFunctions } from '../../scripts/build-functions';
import { BARE_FUNCTION, BENCH_DIST, BENCH_FUNCTIONS, ROOT } from './places';

const DOMAIN = join(ROOT, 'domain');

/** Programs by the name of their built file. */
const PROGRAMS = {
  cloud: 'bench/cloud/serve.ts',
  core: 'bench/core/serve.ts',
  'save-floor': 'bench/floors/save-floor.ts',
  'sheet-floor': 'bench/floors/sheet-floor.ts',
  'sdk-alone': 'bench/floors/sdk-alone.ts',
} as const;

export type Program = keyof typeof PROGRAMS;

export function programPath(name: Program): string {
  return join(BENCH_DIST, `${name}.cjs`);
}

export async function buildForBench(): Promise<void> {
  await buildFunctions(
    { functions: join(ROOT, 'cloudfunctions/functions'), domain: DOMAIN },
    BENCH_FUNCTIONS,
  );
  const floors = join(BENCH_DIST, 'floors');
  await buildFunctions({ functions: join(ROOT, 'bench/floors'), domain: DOMAIN }, floors);
  cpSync(join(floors, BARE_FUNCTION), join(BENCH_FUNCTIONS, BARE_FUNCTION), { recursive: true });
  await Promise.all(Object.entries(PROGRAMS).map(([name, source]) => buildProgram(name as Program, source)));
}

/** The functions of `core` find the embedded store where they look for the cloud. */
const WITHOUT_WIRE: Plugin = {
  name: 'without-wire',
  setup: (bundle) => {
    bundle.onResolve({ filter: /^\.{1,2}\/(kernel\/)?cloud$/ }, ({ importer }) =>
      importer.includes('/cloudfunctions/') ? { path: join(ROOT, 'bench/core/cloud.ts') } : undefined,
    );
  },
};

async function buildProgram(name: Program, source: string): Promise<void> {
  await build({
    entryPoints: [join(ROOT, source)],
    outfile: programPath(name),
    bundle: true,
    platform: 'node',
    target: 'node20',
    // What is measured as a function is bundled as functions are; every other program takes packages from where they lie.
    ...(name === 'sdk-alone' || name === 'core'
      ? { minify: true, external: ['bufferutil', 'utf-8-validate', 'libsql'] }
      : { packages: 'external' }),
    plugins: name === 'core' ? [WITHOUT_WIRE] : [],
    alias: { '@domain': DOMAIN },
    loader: { '.matrix': 'text' },
    logLevel: 'error',
  });
}
