/** P16: the package as it would be uploaded. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildMiniprogram } from '../../scripts/build-miniprogram';
import { readJson } from '../../scripts/build-project';
import { findPackageProblems, measurePackages } from '../../scripts/check-package';
import { BENCH_DIST, ROOT } from '../cloud/places';
import type { Bench } from './group';

const BENCH_MINIPROGRAM = join(BENCH_DIST, 'miniprogram');

const MAIN_BYTES = 250_000;
/** Of all packages together (ADR 0009), and of one page on average (ADR 0013). */
const ALL_BYTES = 1_500_000;
const PAGE_BYTES = 13_500;

interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly pages: readonly string[] }[];
  readonly subpackages?: readonly { readonly pages: readonly string[] }[];
}

function pagesIn(folder: string): number {
  const { pages, subPackages, subpackages } = readJson(join(folder, 'app.json')) as AppJson;
  return [{ pages }, ...(subPackages ?? subpackages ?? [])].flatMap((one) => one.pages).length;
}

/** Builds the mini-program for the bench alone; answers its folder. */
export async function buildForPhone(): Promise<string> {
  mkdirSync(BENCH_DIST, { recursive: true });
  const sources = {
    miniprogram: join(ROOT, 'miniprogram'),
    domain: join(ROOT, 'domain'),
    weui: join(ROOT, 'node_modules/weui-miniprogram/miniprogram_dist'),
  };
  await buildMiniprogram(sources, BENCH_MINIPROGRAM);
  return BENCH_MINIPROGRAM;
}

export async function packageGroup({ report }: Bench): Promise<void> {
  const folder = await buildForPhone();
  const { packages, all } = measurePackages(folder);
  for (const [root, bytes] of Object.entries(packages)) {
    if (root !== '') report.remark(`package ${root} ${bytes} B`);
  }
  report.measure({
    name: 'package.main',
    value: packages[''] ?? 0,
    unit: 'B',
    limit: { atMost: MAIN_BYTES },
  });
  report.measure({ name: 'package.all', value: all, unit: 'B', limit: { atMost: ALL_BYTES } });
  report.measure({
    name: 'package.page',
    value: Math.round(all / pagesIn(folder)),
    unit: 'B',
    limit: { atMost: PAGE_BYTES },
  });
  const problems = findPackageProblems(folder).filter((problem) => !/package: |all packages: /.test(problem));
  for (const problem of problems) report.remark(problem);
  report.measure({ name: 'package.twins', value: problems.length, unit: 'files', limit: { atMost: 0 } });
}
