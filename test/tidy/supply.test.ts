import fs from 'node:fs';
import path from 'node:path';
import {
  findAdvised,
  findForeignLicences,
  findIdleExceptions,
  findLooseVersions,
  type Advisory,
  type Package,
} from './rules/supply';
import { withArchives, type Lock } from '../../scripts/lock';
import { printed, ROOT } from './tree';

const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');
const exceptions = JSON.parse(read('docs/supply/licences.json')) as Record<string, string>;
const advisories = JSON.parse(read('docs/supply/advisories.json')) as Advisory[];

/** Packages that the lockfile installs for production, with the licence that each states itself. */
function productionPackages(): Package[] {
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version: string; dev?: boolean; optional?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([place, { dev, optional }]) => place !== '' && dev !== true && optional !== true)
    .map(([place, { version }]) => {
      const { license } = JSON.parse(read(`${place}/package.json`)) as {
        license?: string | { type: string };
      };
      const licence = typeof license === 'object' ? license.type : license;
      return { name: place.replace(/^.*node_modules\//, ''), version, licence };
    });
}

const packages = productionPackages();

describe('the supply chain', () => {
  it('is written with exact versions and few direct packages', () => {
    const loose = JSON.stringify({
      dependencies: { zod: '^4.0.0' },
      devDependencies: { jest: '30.5.2' },
      overrides: { tool: { left: 'npm:@empty/left@^1.0.0', right: 'npm:@empty/right@1.0.0' } },
    });
    const many = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`package-${index}`, '1.0.0']));

    expect(findLooseVersions(loose)).toHaveLength(2);
    expect(
      findLooseVersions(JSON.stringify({ dependencies: many, devDependencies: {}, overrides: {} })),
    ).toHaveLength(1);
    expect(printed(findLooseVersions(read('package.json')))).toEqual([]);
  });

  it('says where each archive lies, below a host that stands for every registry: npm run lock', () => {
    const lock = JSON.parse(read('package-lock.json')) as Lock;
    const empty = { name: '@empty/left', version: '1.0.0' };

    expect(withArchives({ packages: { 'node_modules/tool/node_modules/left': empty } }).packages).toEqual({
      'node_modules/tool/node_modules/left': {
        ...empty,
        resolved: 'https://packages.invalid/@empty/left/-/left-1.0.0.tgz',
      },
    });
    expect(lock).toEqual(withArchives(lock));
  });

  it('holds only licences that were agreed to, or excepted in writing', () => {
    const foreign = { name: 'left', version: '1.0.0', licence: 'GPL-3.0' };

    expect(findForeignLicences([foreign, { ...foreign, licence: undefined }], {})).toHaveLength(2);
    expect(findForeignLicences([foreign], { left: 'agreed' })).toEqual([]);
    expect(packages.length).toBeGreaterThan(50);
    expect(printed(findForeignLicences(packages, exceptions))).toEqual([]);
  });

  it('keeps no exception that nobody needs', () => {
    expect(findIdleExceptions([], { left: 'agreed' })).toHaveLength(1);
    expect(printed(findIdleExceptions(packages, exceptions))).toEqual([]);
  });

  it('holds no version that a reviewed advisory names, unless accepted in writing', () => {
    const locked = { name: 'left', version: '1.9.9', licence: 'MIT' };
    const advisory = { package: 'left', below: '1.10.0', why: 'it leaks' };

    expect(findAdvised([locked], [advisory])).toHaveLength(1);
    expect(findAdvised([{ ...locked, version: '1.10.0' }], [advisory])).toEqual([]);
    expect(findAdvised([locked], [{ ...advisory, accepted: 'never called' }])).toEqual([]);
    expect(printed(findAdvised(packages, advisories))).toEqual([]);
  });
});
