// Checks dist/miniprogram as it would be uploaded: sizes, no bare require, no rule of the main package twice.
import fs from 'node:fs';
import path from 'node:path';
import { DIST_MINIPROGRAM } from './build';
import { failOn } from './build-problems';
import { readJson } from './build-project';

/** Of each package: what one person loads is the main one and those of the own role. The platform takes 2 MB. */
const PACKAGE_BYTES_MAX = 250_000;
/** Folder of the rules, in the main package and in any other. */
const RULES = 'domain/';
const ALL_BYTES_MAX = 1_500_000;

interface PackageSizes {
  /** Bytes of each package; the main one is ''. */
  packages: Record<string, number>;
  all: number;
}

interface AppJson {
  subPackages?: { root: string }[];
  subpackages?: { root: string }[];
}

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** Sizes of a built folder, package by package. */
export function measurePackages(folder: string): PackageSizes {
  const { subPackages, subpackages } = readJson(path.join(folder, 'app.json')) as AppJson;
  const roots = (subPackages ?? subpackages ?? []).map(({ root }) => root.replace(/^\/|\/$/g, ''));
  const packages: Record<string, number> = { '': 0 };
  for (const file of filesIn(folder)) {
    const owner = roots.find((root) => file.startsWith(`${root}/`)) ?? '';
    packages[owner] = (packages[owner] ?? 0) + fs.statSync(path.join(folder, file)).size;
  }
  return { packages, all: Object.values(packages).reduce((sum, bytes) => sum + bytes, 0) };
}

/** Everything that is wrong with a built package, one line each. */
export function findPackageProblems(folder: string): string[] {
  const { packages, all } = measurePackages(folder);
  const scripts = filesIn(folder).filter((name) => name.endsWith('.js'));
  return [
    ...Object.entries(packages)
      .filter(([, bytes]) => bytes > PACKAGE_BYTES_MAX)
      .map(
        ([root, bytes]) =>
          `${root === '' ? 'main package' : root}: ${String(bytes)} bytes, at most ${String(PACKAGE_BYTES_MAX)}`,
      ),
    ...(all > ALL_BYTES_MAX ? [`all packages: ${String(all)} bytes, at most ${String(ALL_BYTES_MAX)}`] : []),
    ...scripts.flatMap((file) => findBareRequires(folder, file)),
    ...findTwins(scripts),
  ];
}

function findBareRequires(folder: string, file: string): string[] {
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  return [...text.matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].flatMap(([, target = '']) =>
    target.startsWith('.') ? [] : [`${file}: bare require of "${target}"`],
  );
}

/** A rule of the main package that lies in another too is loaded twice; two subpackages may each have their copy. */
function findTwins(scripts: readonly string[]): string[] {
  const main = new Set(scripts.filter((file) => file.startsWith(RULES)));
  return scripts.flatMap((file) => {
    const rule = file.slice(Math.max(0, file.indexOf(`/${RULES}`) + 1));
    return rule !== file && main.has(rule) ? [`${file}: the same rule is also in ${rule}`] : [];
  });
}

function main(): void {
  const { packages, all } = measurePackages(DIST_MINIPROGRAM);
  for (const [root, bytes] of Object.entries({ ...packages, 'all packages': all })) {
    console.log(`${(bytes / 1000).toFixed(1).padStart(9)} kB  ${root === '' ? 'main package' : root}`);
  }
  failOn(findPackageProblems(DIST_MINIPROGRAM));
}

if (process.argv[1] === __filename) main();
