import fs from 'node:fs';
import path from 'node:path';
import { replaceFolder } from './build-folder';
import { shareIconPicture } from './build-icons';
import { keepUsedWeui, shrinkWxml, shrinkWxs, shrinkWxss } from './build-markup';
import { spreadPackages } from './build-packages';
import { failOn } from './build-problems';
import { readProject, WEUI, type Sources } from './build-project';
import { compileScripts } from './build-scripts';

const REQUIRES = /\brequire(\.async)?\(["']([^"']+)["']\)/g;
const WEUI_SHEET = `${WEUI}weui-wxss/dist/style/weui.wxss`;

/** Writes the package that phones load into `out`, replacing what was there. Throws BuildFailure with every problem. */
export async function buildMiniprogram(sources: Sources, out: string): Promise<void> {
  const project = readProject(sources);
  const files = new Map<string, string | Buffer>(await compileScripts(project));
  failOn(project.problems);
  for (const [packagePath, source] of project.copies) files.set(packagePath, shrink(packagePath, source));
  trimWeui(files);
  const spread = spreadPackages(files, project.units, project.packageRoots);
  checkRequires(spread, project.packageRoots);
  await replaceFolder(out, (next) => {
    for (const [packagePath, content] of spread) {
      const file = path.join(next, packagePath);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, content);
    }
    return Promise.resolve();
  });
}

function shrink(packagePath: string, source: string): string | Buffer {
  const content = fs.readFileSync(source);
  switch (path.extname(packagePath)) {
    case '.wxml':
      return shrinkWxml(content.toString());
    case '.wxss':
      return shrinkWxss(shareIconPicture(content.toString()));
    case '.wxs':
      return shrinkWxs(content.toString());
    case '.json':
      return JSON.stringify(JSON.parse(content.toString()));
    default:
      return content;
  }
}

function trimWeui(files: Map<string, string | Buffer>): void {
  const sheet = files.get(WEUI_SHEET);
  if (sheet === undefined) return;
  const named = (pattern: RegExp): string[] =>
    [...files].flatMap(([name, content]) =>
      pattern.test(name) && name !== WEUI_SHEET ? [content.toString()] : [],
    );
  const users = { texts: named(/\.(wxml|js)$/), sheets: named(/\.wxss$/) };
  files.set(WEUI_SHEET, shrinkWxss(keepUsedWeui(sheet.toString(), users)));
}

/**
 * A phone knows no node_modules, and no subpackage but the one it is in: such a require would fail there and nowhere else. A
 * `require.async` fetches the package first, so it may name any.
 */
function checkRequires(files: ReadonlyMap<string, string | Buffer>, roots: readonly string[]): void {
  const packageOf = (file: string): string => roots.find((root) => file.startsWith(`${root}/`)) ?? '';
  const problems: string[] = [];
  for (const [name, content] of files) {
    if (!name.endsWith('.js')) continue;
    for (const [, way, target = ''] of content.toString().matchAll(REQUIRES)) {
      const file = path.posix.join(path.posix.dirname(name), target.replace(/(?:\.js)?$/, '.js'));
      if (!target.startsWith('.')) problems.push(`${name}: bare require of "${target}"`);
      else if (!files.has(file)) problems.push(`${name}: "${target}" is not in the package`);
      else if (way === undefined && !['', packageOf(name)].includes(packageOf(file))) {
        problems.push(`${name}: "${target}" lies in another package`);
      }
    }
  }
  failOn(problems);
}
