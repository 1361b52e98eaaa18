// Finds out which files of the mini-program are reached from app.json: pages, their components, and what those include.
// Nothing else is built, so a forgotten page costs nothing on the phone.
import fs from 'node:fs';
import path from 'node:path';
import { lineAt } from './build-problems';

export interface Sources {
  /** Folder of app.json. */
  miniprogram: string;
  domain: string;
  /** The folder `miniprogram_dist` of weui-miniprogram. */
  weui: string;
}

interface Subpackage {
  root: string;
  pages: string[];
}

interface AppJson {
  pages: string[];
  subPackages?: Subpackage[];
  subpackages?: Subpackage[];
  usingComponents?: Record<string, string>;
  tabBar?: { custom?: boolean; list?: { iconPath?: string; selectedIconPath?: string }[] };
  themeLocation?: string;
  sitemapLocation?: string;
}

interface UnitJson {
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, { default?: string } | true>;
}

export interface Project {
  sources: Sources;
  /** Roots of subpackages, without slashes at the ends. */
  packageRoots: string[];
  /** Pages and components, as paths from the root without extension. */
  units: string[];
  /** Path in the package → source file; everything that is copied and not compiled. */
  copies: Map<string, string>;
  problems: string[];
}

export const WEUI = 'miniprogram_npm/weui-miniprogram/';
const PICTURE = /\.(png|jpe?g|gif|svg|webp)$/;

/** Source file of a path in the package. */
function sourceOf(sources: Sources, packagePath: string): string {
  return packagePath.startsWith(WEUI)
    ? path.join(sources.weui, packagePath.slice(WEUI.length))
    : path.join(sources.miniprogram, packagePath);
}

/** Path in the package named by `target` in the file `from`. */
function resolveInPackage(from: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target);
}

export function readJson(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

export function readProject(sources: Sources): Project {
  const app = readJson(path.join(sources.miniprogram, 'app.json')) as AppJson;
  const subpackages = app.subPackages ?? app.subpackages ?? [];
  const project: Project = {
    sources,
    packageRoots: subpackages.map(({ root }) => root.replace(/^\/|\/$/g, '')),
    units: [],
    copies: new Map(),
    problems: [],
  };
  const pages = [
    ...app.pages,
    ...subpackages.flatMap(({ root, pages: inside }) => inside.map((page) => path.posix.join(root, page))),
  ];
  const seen = new Set<string>();
  for (const target of Object.values(app.usingComponents ?? {})) {
    visitUnit(project, resolveInPackage('app', target), seen);
  }
  if (app.tabBar?.custom === true) visitUnit(project, 'custom-tab-bar/index', seen);
  for (const page of pages) visitUnit(project, page, seen);
  copyAppFiles(project, app);
  return project;
}

function copyAppFiles(project: Project, app: AppJson): void {
  const { miniprogram } = project.sources;
  const named = [
    'app.json',
    app.themeLocation,
    app.sitemapLocation ?? 'sitemap.json',
    'privacy-manifest.json',
  ];
  for (const name of named) {
    if (name !== undefined && fs.existsSync(path.join(miniprogram, name))) copy(project, name);
  }
  if (fs.existsSync(path.join(miniprogram, 'app.wxss'))) copyWithReferences(project, 'app.wxss');
  for (const file of fs.readdirSync(miniprogram, { recursive: true, encoding: 'utf8' })) {
    if (PICTURE.test(file)) copy(project, file.split(path.sep).join('/'));
  }
}

function copy(project: Project, packagePath: string): void {
  project.copies.set(packagePath, sourceOf(project.sources, packagePath));
}

function visitUnit(project: Project, unit: string, seen: Set<string>): void {
  if (seen.has(unit)) return;
  seen.add(unit);
  const jsonFile = sourceOf(project.sources, `${unit}.json`);
  if (!fs.existsSync(jsonFile) || !fs.existsSync(sourceOf(project.sources, `${unit}.wxml`))) {
    project.problems.push(`${unit}: a page or component needs ${unit}.json and ${unit}.wxml`);
    return;
  }
  project.units.push(unit);
  copy(project, `${unit}.json`);
  copyWithReferences(project, `${unit}.wxml`);
  if (fs.existsSync(sourceOf(project.sources, `${unit}.wxss`))) copyWithReferences(project, `${unit}.wxss`);
  if (unit.startsWith(WEUI)) copyWithReferences(project, `${unit}.js`);

  const json = readJson(jsonFile) as UnitJson;
  const generics = Object.values(json.componentGenerics ?? {}).flatMap((one) =>
    one !== true && one.default !== undefined ? [one.default] : [],
  );
  for (const target of [...Object.values(json.usingComponents ?? {}), ...generics]) {
    visitUnit(project, resolveInPackage(unit, target), seen);
  }
}

const REFERENCES: Record<string, RegExp> = {
  '.wxml': /<(?:import|include|wxs)\s[^>]*?\bsrc\s*=\s*["']([^"']+)["']/g,
  '.wxss': /@import\s+(?:url\()?["']([^"']+)["']/g,
  '.wxs': /\brequire\(["']([^"']+)["']\)/g,
  '.js': /\brequire\(["']([^"']+)["']\)/g,
};

/** Copies a file together with everything it imports, includes or requires. */
function copyWithReferences(project: Project, packagePath: string): void {
  if (project.copies.has(packagePath)) return;
  const file = sourceOf(project.sources, packagePath);
  if (!fs.existsSync(file)) {
    project.problems.push(`${packagePath}: no such file`);
    return;
  }
  copy(project, packagePath);
  const kind = path.extname(packagePath);
  const pattern = REFERENCES[kind];
  if (pattern === undefined) return;
  const text = withoutComments(fs.readFileSync(file, 'utf8'), kind);
  for (const match of text.matchAll(pattern)) {
    const named = resolveInPackage(packagePath, match[1] ?? '');
    const target = path.extname(named) === '' ? `${named}${kind}` : named;
    if (fs.existsSync(sourceOf(project.sources, target))) copyWithReferences(project, target);
    else {
      project.problems.push(
        `${packagePath}:${String(lineAt(text, match.index))} "${match[1] ?? ''}" is not there`,
      );
    }
  }
}

/** Blanks comments of markup and style, keeping their line breaks, so that lines stay where they are. */
export function withoutComments(text: string, kind: string): string {
  if (kind === '.js' || kind === '.wxs') return text;
  const comment = kind === '.wxml' ? /<!--[\s\S]*?-->/g : /\/\*[\s\S]*?\*\//g;
  return text.replace(comment, (found) => found.replace(/[^\n]+/g, ''));
}
