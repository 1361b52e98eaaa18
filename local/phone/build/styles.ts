import fs from 'node:fs';
import path from 'node:path';
import postcss, { type AtRule, type Container, type Document, type Root, type Rule } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { HOST_MARK, SCOPE_MARK } from '../bundle';
import type { PhoneProject } from './project';
import { convertUnits } from './units';

/** WXSS of a file with its imports inlined: units of the frame, tags as custom elements, marked classes. */
export function compileSheet(project: PhoneProject, name: string, isScoped: boolean): string {
  return inline(project, { name, isScoped, seen: new Set() });
}

function inline(project: PhoneProject, at: { name: string; isScoped: boolean; seen: Set<string> }): string {
  const file = path.join(project.root, at.name);
  if (at.seen.has(at.name) || !fs.existsSync(file)) return '';
  at.seen.add(at.name);
  let root: Root;
  try {
    root = postcss.parse(fs.readFileSync(file, 'utf8'), { from: at.name });
  } catch (error) {
    project.problems.push(error instanceof Error ? error.message : String(error));
    return '';
  }
  let imported = '';
  root.walkAtRules('import', (rule) => {
    const target = rule.params.replace(/^url\((.*)\)$/, '$1').replace(/['"]/g, '');
    const name = target.startsWith('/')
      ? target.slice(1)
      : path.posix.join(path.posix.dirname(at.name), target);
    if (!fs.existsSync(path.join(project.root, name))) {
      project.problems.push(
        `${at.name}:${String(rule.source?.start?.line ?? 0)} @import "${target}" is not there`,
      );
    }
    imported += inline(project, { ...at, name });
    rule.remove();
  });
  convert(root, at.isScoped);
  return imported + root.toString();
}

function convert(root: Root, isScoped: boolean): void {
  const selectors = selectorParser((list) => {
    list.walk((node) => {
      if (node.type === 'tag') node.value = `wx-${node.value}`;
      else if (node.type === 'class' && isScoped) node.value = SCOPE_MARK + node.value;
    });
  });
  root.walkRules((rule) => {
    if (isInKeyframes(rule)) return;
    rule.selector = selectors.processSync(
      rule.selector.replace(/:host\b(?:\((.*?)\))?/g, `[wx-host="${HOST_MARK}"]$1`),
    );
  });
  root.walkDecls((declaration) => {
    declaration.value = convertUnits(declaration.value);
  });
  useChineseFont(root);
  containMedia(root);
}

function isInKeyframes(rule: Rule): boolean {
  const parent: Container | Document | undefined = rule.parent;
  return parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name);
}

/**
 * The browser of the tests has no Chinese glyphs of its own. The font goes first: behind a font that is there, text painted
 * before the glyphs arrive is not painted again.
 */
function useChineseFont(root: Root): void {
  root.walkDecls('font-family', (declaration) => {
    if (declaration.value.includes('sans-serif')) declaration.value = `'Noto Sans SC', ${declaration.value}`;
  });
}

/** Widths are those of the frame and the theme is the frame's switch, so both become container queries. */
function containMedia(root: Root, container = 'phone '): void {
  root.walkAtRules('media', (rule) => {
    const params = rule.params
      .replace(/\b(?:only\s+)?(?:screen|all)\s+and\s+/g, '')
      .replace(/\(\s*prefers-color-scheme\s*:\s*(\w+)\s*\)/g, 'style(--phone-theme: $1)');
    if (!/width|height|--phone-theme/.test(params) || params.includes(',')) return;
    rule.name = 'container';
    rule.params = container + convertUnits(params);
  });
}

/** weui's sheet for the popups of the platform: it must not help a page that forgot to import weui. */
export function popupSheet(weuiCss: string): string {
  const root = postcss.parse(weuiCss);
  containMedia(root, '');
  useChineseFont(root);
  return `@scope (html) to (#app) {${root.toString()}}`;
}
