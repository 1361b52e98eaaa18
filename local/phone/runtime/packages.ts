// Which subpackages this phone has fetched. A page brings its own and what its preload rule names; a script asks for any other.
import type { AppJson } from '../bundle';
import { networkState } from './network';

const MAIN = '';

export class Packages {
  private readonly roots: readonly string[];
  private readonly fetched = new Set<string>([MAIN]);

  constructor(private readonly app: AppJson) {
    const all = app.subPackages ?? app.subpackages ?? [];
    this.roots = all.map(({ root }) => root.replace(/^\/|\/$/g, ''));
  }

  /** A page opens: its package is there from now on; without network what it would preload stays where it is. */
  open(page: string): void {
    this.fetched.add(this.of(page));
    if (!networkState().isConnected) return;
    for (const root of this.app.preloadRule?.[page]?.packages ?? []) this.fetched.add(root);
  }

  /** The package of a file, fetched. Fails as a phone fails that cannot fetch it. */
  async fetch(file: string): Promise<void> {
    const root = this.of(file);
    await Promise.resolve();
    if (this.fetched.has(root)) return;
    if (!networkState().isConnected) {
      throw Object.assign(new Error(`loadSubpackage:fail ${root}`), { mod: file });
    }
    this.fetched.add(root);
  }

  private of(file: string): string {
    return this.roots.find((root) => file.startsWith(`${root}/`)) ?? MAIN;
  }
}
