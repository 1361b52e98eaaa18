// What npm start asks of dist before it starts: that it is there, and that nothing it is made of is newer.
import fs from 'node:fs';
import path from 'node:path';
import { StartProblem } from '../local/cloud/cloud-error';

export interface Dist {
  readonly root: string;
  /** What goes into dist, relative to the root. */
  readonly sources: readonly string[];
  /** Folders that a build puts in place, each as a whole. */
  readonly outputs: readonly string[];
  readonly build: () => Promise<unknown>;
}

/** Builds dist unless everything in it is newer than everything it is made of. With `isBuilt` nothing is built: what is missing is a start problem. */
export async function ensureBuilt({ root, sources, outputs, build }: Dist, isBuilt: boolean): Promise<void> {
  const missing = outputs.find((folder) => !fs.existsSync(folder));
  if (isBuilt) {
    if (missing === undefined) return;
    throw new StartProblem(`还没有构建：缺少 ${path.relative(root, missing)}，请先运行 npm run build。`);
  }
  const changedAt = Math.max(...sources.map((source) => newestIn(path.join(root, source))));
  if (missing === undefined && outputs.every((folder) => newestIn(folder) >= changedAt)) return;
  console.log('正在构建 · building …');
  await build();
}

/** The newest change of a file, or of the files below a folder (UTC ms). */
function newestIn(place: string): number {
  if (!fs.statSync(place).isDirectory()) return fs.statSync(place).mtimeMs;
  const files = fs
    .readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile());
  return Math.max(0, ...files.map((entry) => fs.statSync(path.join(entry.parentPath, entry.name)).mtimeMs));
}
