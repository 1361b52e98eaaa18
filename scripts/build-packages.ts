// Takes out of the main package what only subpackages reach, because everybody loads the main one and few load another.
// A script moves into the one subpackage that needs it. Components, messages and rules of the domain, which keep nothing between
// two pages, are copied into each that needs them, and so are the services that are known to keep nothing beyond the page in
// sight. Another script of several subpackages stays in the main one: what it remembers must be remembered once.
import path from 'node:path';
import { WEUI } from './build-project';

type Files = Map<string, string | Buffer>;

const MAIN = '';
const KEEPS_NOTHING =
  /^(?:components|domain|messages)\/|^services\/(?:code-tiles|documents|invite-way|staff-page|wall-units|way-home|workspace-bar)\.js$/;
const REFERENCES: Readonly<Record<string, RegExp>> = {
  '.js': /\brequire(?:\.async)?\("([^"]+)"\)/g,
  '.wxml': /<(?:import|include|wxs)\s[^>]*?\bsrc\s*=\s*"([^"]+)"/g,
  '.wxss': /@import\s+["']([^"']+)["']/g,
  '.wxs': /\brequire\(["']([^"']+)["']\)/g,
};

interface Tree {
  files: Files;
  /** Roots of subpackages, without slashes at the ends. */
  roots: readonly string[];
  /** File → packages that reach it. */
  owners: Map<string, Set<string>>;
}

/** The same package with its files where they are needed; every reference follows. */
export function spreadPackages(files: Files, units: readonly string[], roots: readonly string[]): Files {
  const tree: Tree = { files, roots, owners: new Map() };
  const starts = units.filter((unit) => !isPart(unit));
  for (const start of starts) reachUnit(tree, start, ownerOf(tree, start));
  for (const file of ['app.js', 'app.wxss', 'app.json']) reachFile(tree, file, MAIN);
  keepTogether(tree);
  const spread: Files = new Map();
  for (const [file, content] of files) {
    for (const owner of homesOf(tree, file)) {
      spread.set(placeFor(tree, file, owner), rewrite(tree, { file, content, owner }));
    }
  }
  return new Map([...spread].sort(([one], [other]) => one.localeCompare(other)));
}

/** Components are reached from pages; a page's own parts lie beside it and move with nobody. */
function isPart(unit: string): boolean {
  return unit.startsWith('components/') || unit.startsWith(WEUI);
}

function ownerOf({ roots }: Tree, file: string): string {
  return roots.find((root) => file.startsWith(`${root}/`)) ?? MAIN;
}

function reachUnit(tree: Tree, unit: string, owner: string): void {
  if (tree.owners.get(`${unit}.json`)?.has(owner) === true) return;
  for (const kind of ['json', 'js', 'wxml', 'wxss']) reachFile(tree, `${unit}.${kind}`, owner);
  for (const target of componentsOf(tree, unit)) reachUnit(tree, target, owner);
}

function componentsOf({ files }: Tree, unit: string): string[] {
  const json = JSON.parse(files.get(`${unit}.json`)?.toString() ?? '{}') as {
    usingComponents?: Record<string, string>;
  };
  return Object.values(json.usingComponents ?? {}).map((target) => resolve(unit, target));
}

function reachFile(tree: Tree, file: string, owner: string): void {
  const content = tree.files.get(file);
  const owners = tree.owners.get(file) ?? new Set();
  if (content === undefined || owners.has(owner)) return;
  tree.owners.set(file, owners.add(owner));
  const pattern = REFERENCES[path.extname(file)];
  if (pattern === undefined) return;
  for (const [, target = ''] of content.toString().matchAll(pattern)) {
    reachFile(tree, withKind(tree, resolve(file, target), path.extname(file)), owner);
  }
}

/** What a script of the main package requires lies there too, though only subpackages run that script. */
function keepTogether(tree: Tree): void {
  for (let isSettled = false; !isSettled;) {
    const staying = [...tree.owners]
      .filter(([file, owners]) => !owners.has(MAIN) && homesOf(tree, file).includes(MAIN))
      .map(([file]) => file);
    for (const file of staying) reachFile(tree, file, MAIN);
    isSettled = staying.length === 0;
  }
}

function resolve(from: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target);
}

function withKind({ files }: Tree, target: string, kind: string): string {
  return files.has(target) ? target : `${target}${kind}`;
}

/** Packages that hold a copy of the file. */
function homesOf(tree: Tree, file: string): string[] {
  const inside = ownerOf(tree, file);
  if (inside !== MAIN) return [inside];
  const owners = [...(tree.owners.get(file) ?? [MAIN])];
  const mayMove = /^(?:components|domain|messages|services)\//.test(file);
  const isAlone = owners.length === 1 || KEEPS_NOTHING.test(file);
  return mayMove && isAlone && !owners.includes(MAIN) ? owners : [MAIN];
}

function placeFor(tree: Tree, file: string, owner: string): string {
  const isHere = ownerOf(tree, file) === MAIN && owner !== MAIN && homesOf(tree, file).includes(owner);
  return isHere ? path.posix.join(owner, file) : file;
}

function rewrite(
  tree: Tree,
  { file, content, owner }: { file: string; content: string | Buffer; owner: string },
): string | Buffer {
  const kind = path.extname(file);
  if (kind === '.json') return rewriteJson(tree, { file, content, owner });
  const pattern = REFERENCES[kind];
  if (pattern === undefined || typeof content !== 'string') return content;
  const here = placeFor(tree, file, owner);
  return content.replace(pattern, (all, target: string) => {
    const named = withKind(tree, resolve(file, target), kind);
    if (target.startsWith('/') || !tree.files.has(named)) return all;
    const wanted = placeFor(tree, named, owner);
    if (here === file && wanted === named) return all;
    const relative = path.posix.relative(path.posix.dirname(here), wanted);
    const written = kind === '.js' ? relative.replace(/\.js$/, '') : relative;
    return all.replace(target, written.startsWith('.') ? written : `./${written}`);
  });
}

function rewriteJson(
  tree: Tree,
  { file, content, owner }: { file: string; content: string | Buffer; owner: string },
): string | Buffer {
  const unit = file.replace(/\.json$/, '');
  const targets = componentsOf(tree, unit);
  if (targets.length === 0) return content;
  const json = JSON.parse(content.toString()) as { usingComponents: Record<string, string> };
  if (file.startsWith(WEUI)) return content;
  Object.keys(json.usingComponents).forEach((tag, index) => {
    const target = targets[index] ?? '';
    json.usingComponents[tag] = `/${placeFor(tree, `${target}.json`, owner).replace(/\.json$/, '')}`;
  });
  return JSON.stringify(json);
}
