import { type Finding } from '../tree';

export interface Package {
  name: string;
  version: string;
  licence: string | undefined;
}

export interface Advisory {
  package: string;
  /** Versions below this one are affected. */
  below: string;
  why: string;
  /** Why an affected version may stay; without it the version must go. */
  accepted?: string;
}

const ALLOWED = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  '0BSD',
  'Unlicense',
]);
const DIRECT_MAX = 12;
/** A version, or another package by its name and version. */
const EXACT = /^(?:npm:(?:@[\w-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+$/;

/** Versions by package; an override may hold only below another package. */
interface Versions {
  readonly [name: string]: string | Versions;
}

function versionsIn(group: Versions): [string, string][] {
  return Object.entries(group).flatMap(([name, version]): [string, string][] =>
    typeof version === 'string' ? [[name, version]] : versionsIn(version),
  );
}

/** Versions of the package file that are ranges, and more direct production packages than we can know well. */
export function findLooseVersions(text: string): Finding[] {
  const file = JSON.parse(text) as Record<'dependencies' | 'devDependencies' | 'overrides', Versions>;
  const say = (what: string): Finding => ({ path: 'package.json', line: 0, what });
  const ranges = [file.dependencies, file.devDependencies, file.overrides]
    .flatMap(versionsIn)
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => say(`${name} ${version} is not exact`));
  const direct = Object.keys(file.dependencies).length;
  return direct > DIRECT_MAX ? [...ranges, say(`${direct} direct packages, at most ${DIRECT_MAX}`)] : ranges;
}

/** Packages under a licence that nobody agreed to; `exceptions` gives the written reason by name. */
export function findForeignLicences(
  packages: readonly Package[],
  exceptions: Readonly<Record<string, string>>,
): Finding[] {
  return packages
    .filter(({ name, licence }) => !ALLOWED.has(licence ?? '') && !Object.hasOwn(exceptions, name))
    .map(({ name, licence }) => ({
      path: `node_modules/${name}`,
      line: 0,
      what: `licence ${licence ?? 'not stated'}`,
    }));
}

/** Written exceptions that no package needs any more. */
export function findIdleExceptions(
  packages: readonly Package[],
  exceptions: Readonly<Record<string, string>>,
): Finding[] {
  const needed = new Set(
    packages.filter(({ licence }) => !ALLOWED.has(licence ?? '')).map(({ name }) => name),
  );
  return Object.keys(exceptions)
    .filter((name) => !needed.has(name))
    .map((name) => ({ path: 'docs/supply/licences.json', line: 0, what: `${name} needs no exception` }));
}

/** Locked versions that a reviewed advisory names and nobody accepted in writing. */
export function findAdvised(packages: readonly Package[], advisories: readonly Advisory[]): Finding[] {
  return advisories.flatMap(({ package: name, below, why, accepted }) =>
    packages

      .filter(() => accepted === undefined)
      .filter((candidate) => candidate.name === name && isBelow(candidate.version, below))
      .map(({ version }) => ({ path: 'package-lock.json', line: 0, what: `${name} ${version}: ${why}` })),
  );
}

function isBelow(version: string, limit: string): boolean {
  const [mine, theirs] = [version, limit].map((text) => text.split('.').map((part) => parseInt(part, 10)));
  const at = [0, 1, 2].find((index) => mine?.[index] !== theirs?.[index]);
  return at !== undefined && (mine?.[at] ?? 0) < (theirs?.[at] ?? 0);
}
