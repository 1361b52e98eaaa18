import path from 'node:path';
import ts from 'typescript';
import { elementsOf, handlersOf, isComponent } from '../markup';
import { within, type Finding, type SourceFile } from '../tree';

interface AppJson {
  pages?: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  tabBar?: { list?: { pagePath: string }[] };
}

const APP = 'miniprogram/app.json';
const WEUI = '/miniprogram_npm/weui-miniprogram/';

/** Pages listed without files, and page files that nobody lists. */
export function findStrayPages(files: readonly SourceFile[]): Finding[] {
  const paths = new Set(files.map((file) => file.path));
  const listed = listPages(files);
  const missing = listed.flatMap((page) =>
    ['ts', 'wxml', 'json']
      .filter((kind) => !paths.has(`miniprogram/${page}.${kind}`))
      .map((kind) => ({ path: APP, line: 0, what: `lists ${page}, whose .${kind} is missing` })),
  );
  const stray = within(files, /^miniprogram\/.*\.json$/)
    .filter((file) => /\/pages\//.test(file.path) && !isComponentFile(file))
    .map((file) => file.path.slice('miniprogram/'.length, -'.json'.length))
    .filter((page) => !listed.includes(page))
    .map((page) => ({
      path: `miniprogram/${page}.json`,
      line: 0,
      what: 'is a page that app.json does not list',
    }));
  return [...missing, ...stray];
}

/** Pages that no tab, no code and no link of another page leads to; the first page is where everybody starts. */
export function findUnreachablePages(files: readonly SourceFile[]): Finding[] {
  const app = readApp(files);
  const pages = listPages(files);
  const tabs = new Set((app.tabBar?.list ?? []).map(({ pagePath }) => pagePath));
  const readers = within(files, /^(?:miniprogram|domain|cloudfunctions)\/.*\.(?:ts|wxml)$/);
  return pages
    .filter((page, index) => index > 0 && !tabs.has(page))
    .filter((page) => {
      const stem = path.posix.join(path.posix.basename(path.posix.dirname(page)), path.posix.basename(page));
      return !readers.some(
        ({ path: reader, text }) =>
          !reader.startsWith(`miniprogram/${page}.`) && (text.includes(page) || text.includes(`../${stem}`)),
      );
    })
    .map((page) => ({ path: `miniprogram/${page}.json`, line: 0, what: 'is a page that nothing leads to' }));
}

/** Links to pages that there are not. */
export function findDeadLinks(files: readonly SourceFile[]): Finding[] {
  const pages = new Set(listPages(files));
  return within(files, /^(?:miniprogram|domain|cloudfunctions)\/.*\.(?:ts|wxml)$/).flatMap(
    ({ path: reader, text }) =>
      [...text.matchAll(/['"`]\/((?:packages\/\w+\/)?pages\/[\w-]+(?:\/[\w-]+)+)/g)]
        .filter(([, page = '']) => !pages.has(page))
        .map(([, page = '']) => ({ path: reader, line: 0, what: `leads to ${page}, which is no page` })),
  );
}

/** Components whose path leads nowhere, or which no markup of the file uses. `exists` answers for paths in node_modules. */
export function findStrayComponents(
  files: readonly SourceFile[],
  exists: (file: string) => boolean,
): Finding[] {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  return within(files, /^miniprogram\/.*\.json$/).flatMap((file) => {
    const markup = wholeMarkup(file.path.replace(/json$/, 'wxml'), texts);
    const finding = (what: string): Finding => ({ path: file.path, line: 0, what });
    return Object.entries(usedComponents(file.text)).flatMap(([tag, target]) => {
      const place = placeOf(file.path, target);
      const found = place.startsWith('node_modules/')
        ? exists(`${place}.json`)
        : ['json', 'wxml', 'ts'].every((kind) => texts.has(`${place}.${kind}`));
      if (!found) return [finding(`${tag} leads nowhere: ${target}`)];
      const isUsed = file.path === APP || new RegExp(`<${tag}[\\s/>]`).test(markup);
      return isUsed ? [] : [finding(`${tag} is declared and not used`)];
    });
  });
}

/** Components that no test of components mounts: those of a page or a package alone are named by their folder. */
export function findUntestedComponents(files: readonly SourceFile[]): Finding[] {
  const tests = within(files, /^test\/components\/.*\.test\.ts$/);
  return within(files, /^miniprogram\/.*\.json$/)
    .filter(isComponentFile)
    .map(({ path: file }) => ({ file, name: /^miniprogram\/(?:components\/)?(.+)\//.exec(file)?.[1] ?? '' }))
    .filter(({ name }) => !tests.some(({ text }) => new RegExp(`\\bmount\\(\\s*'${name}'`).test(text)))
    .map(({ file, name }) => ({ path: file, line: 0, what: `is a component that no test mounts: ${name}` }));
}

/** Tags of components that the JSON beside the markup does not declare: the platform draws nothing for them. */
export function findUndeclaredComponents(files: readonly SourceFile[]): Finding[] {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const declared = (file: string): string[] => Object.keys(usedComponents(texts.get(file) ?? '{}'));
  const everywhere = declared(APP);
  return inTheirPlaces(files).flatMap(({ file, owner }) => {
    const known = new Set([...everywhere, ...declared(`${owner}.json`)]);
    return elementsOf(file)
      .filter((element) => isComponent(element) && !known.has(element.tag))
      .map(({ tag, line }) => ({ path: file.path, line, what: `<${tag}> is not declared in ${owner}.json` }));
  });
}

/** Events bound to a handler that the script of the markup does not have, nor anything that it imports. */
export function findMissingHandlers(files: readonly SourceFile[]): Finding[] {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  return inTheirPlaces(files).flatMap(({ file, owner }) => {
    const names = methodNames(`${owner}.ts`, texts);
    return elementsOf(file).flatMap((element) =>
      handlersOf(element)
        .filter(([, name]) => name !== '' && !name.includes('{{') && !names.has(name))
        .map(([event, name]) => ({
          path: file.path,
          line: element.line,
          what: `${event} is bound to ${name}, which ${owner}.ts does not have`,
        })),
    );
  });
}

/** Markup that is neither a page nor a component and that nothing takes in. */
export function findStrayParts(files: readonly SourceFile[]): Finding[] {
  const placed = new Set(inTheirPlaces(files).map(({ file }) => file.path));
  return within(files, /^miniprogram\/.*\.wxml$/)
    .filter((file) => !placed.has(file.path))
    .map(({ path: stray }) => ({ path: stray, line: 0, what: 'is markup that nothing shows' }));
}

/** Each markup file with each page or component that shows it: itself, or whoever imports or includes it, at any depth. */
function inTheirPlaces(files: readonly SourceFile[]): { file: SourceFile; owner: string }[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const owners = within(files, /^miniprogram\/.*\.wxml$/).filter(({ path: markup }) =>
    byPath.has(markup.replace(/wxml$/, 'json')),
  );
  return owners.flatMap((root) =>
    withParts(root.path, (part) => byPath.get(part)?.text).flatMap((part) => {
      const file = byPath.get(part);
      return file === undefined ? [] : [{ file, owner: root.path.replace(/\.wxml$/, '') }];
    }),
  );
}

/** Paths of a markup file and of the parts that it imports or includes. */
function withParts(root: string, textOf: (file: string) => string | undefined): string[] {
  const found = new Set([root]);
  for (const file of found) {
    for (const [, target = ''] of (textOf(file) ?? '').matchAll(/<(?:import|include)\s[^>]*src="([^"]+)"/g)) {
      const part = target.startsWith('/')
        ? `miniprogram${target}`
        : path.posix.join(path.posix.dirname(file), target);
      found.add(part.endsWith('.wxml') ? part : `${part}.wxml`);
    }
  }
  return [...found];
}

function wholeMarkup(root: string, texts: ReadonlyMap<string, string>): string {
  return withParts(root, (file) => texts.get(file))
    .map((file) => texts.get(file) ?? '')
    .join('\n');
}

function usedComponents(json: string): Record<string, string> {
  return (JSON.parse(json) as { usingComponents?: Record<string, string> }).usingComponents ?? {};
}

/** Paths of all pages, main package first, without `miniprogram/`. */
export function listPages(files: readonly SourceFile[]): string[] {
  const app = readApp(files);
  const packages = [...(app.subPackages ?? []), ...(app.subpackages ?? [])];
  return [
    ...(app.pages ?? []),
    ...packages.flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
  ];
}

function readApp(files: readonly SourceFile[]): AppJson {
  const text = files.find((file) => file.path === APP)?.text;
  return text === undefined ? {} : (JSON.parse(text) as AppJson);
}

function isComponentFile({ text }: SourceFile): boolean {
  return (JSON.parse(text) as { component?: boolean }).component === true;
}

function placeOf(from: string, target: string): string {
  if (target.startsWith(WEUI)) {
    return `node_modules/weui-miniprogram/miniprogram_dist/${target.slice(WEUI.length)}`;
  }
  return target.startsWith('/') ? `miniprogram${target}` : path.posix.join(path.posix.dirname(from), target);
}

function methodNames(script: string, texts: ReadonlyMap<string, string>): Set<string> {
  const own = texts.get(script);
  if (own === undefined) return new Set();
  const imported = [...own.matchAll(/from '(\.[^']*)'/g)].map(
    ([, target = '']) => `${path.posix.join(path.posix.dirname(script), target)}.ts`,
  );
  const names = [own, ...imported.map((file) => texts.get(file) ?? '')].flatMap((text) =>
    propertyNames(text),
  );
  return new Set(names);
}

function propertyNames(text: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    const isProperty =
      ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
    if (isProperty && ts.isIdentifier(node.name)) names.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, false));
  return names;
}
