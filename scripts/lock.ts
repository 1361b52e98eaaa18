// npm run lock, after every change of the packages: says of each locked package where its archive lies at a registry, so that an
// installation asks for the archive at once and not first for the list of all versions that ever were (docs/adr/0011). The host
// does not exist: `.npmrc` has it replaced by the registry that whoever installs has chosen, and none is named here.
import fs from 'node:fs';
import path from 'node:path';

const LOCK = path.resolve(__dirname, '../package-lock.json');
const HOST = 'https://packages.invalid';

interface Locked {
  /** Where it stands for another: `npm:other@1.0.0`. */
  readonly name?: string;
  readonly version?: string;
}

export interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

/** The lock with the address of every archive, below the host that stands for a registry. */
export function withArchives(lock: Lock): Lock {
  const packages = Object.entries(lock.packages).map(([place, locked]) => {
    if (place === '') return [place, locked];
    const { name, version } = locked;
    const resolved = archiveOf(place, locked);
    // In npm's own order of fields, so that a lock that it has written differs in nothing else.
    const ordered = { name, version, resolved };
    return [place, { ...ordered, ...locked, resolved }];
  });
  return { ...lock, packages: Object.fromEntries(packages) as Lock['packages'] };
}

/** A scope is part of the folder and not of the file: `@scope/one/-/one-1.0.0.tgz`. */
function archiveOf(place: string, { name, version = '' }: Locked): string {
  const whole = name ?? place.replace(/^.*node_modules\//, '');
  return `${HOST}/${whole}/-/${path.posix.basename(whole)}-${version}.tgz`;
}

if (process.argv[1] === __filename) {
  const lock = JSON.parse(fs.readFileSync(LOCK, 'utf8')) as Lock;
  fs.writeFileSync(LOCK, `${JSON.stringify(withArchives(lock), null, 2)}\n`);
}
