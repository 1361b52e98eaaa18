import { findElements, handlersOf, isComponent, rootsOf, type Element } from '../markup';
import { within, type Finding, type SourceFile } from '../tree';

const LINES_MAX = 80;
const NODES_MAX = 300;
const DEPTH_MAX = 12;
const CHILDREN_MAX = 40;
const CURSOR_SPACING_MIN = 24;

/** WXML over 80 lines, or whose nodes, depth or children would weigh on a phone before any list is filled. */
export function findHeavyMarkup(files: readonly SourceFile[]): Finding[] {
  return within(files, /^miniprogram\/.*\.wxml$/).flatMap((file) => {
    const roots = rootsOf(file);
    const lines = file.text.trimEnd().split('\n').length;
    const excess = [
      [lines, LINES_MAX, 'lines'],
      [sizeOf(roots), NODES_MAX, 'nodes'],
      [depthOf(roots), DEPTH_MAX, 'levels'],
      [widthOf(roots), CHILDREN_MAX, 'children of one node'],
    ] as const;
    return excess
      .filter(([is, max]) => is > max)
      .map(([is, max, of]) => ({ path: file.path, line: 0, what: `${is} ${of}, at most ${max}` }));
  });
}

/** What can be tapped and gives no sign of it. */
export function findNumbTappables(files: readonly SourceFile[]): Finding[] {
  return findElements(files, (element) => {
    if (!isTappable(element)) return undefined;
    if (element.tag === 'view') {
      return element.attributes.has('hover-class') ? undefined : 'is tapped without hover-class';
    }
    return 'cannot show a press: put the tap on a view or a button';
  });
}

/** What can be tapped and cannot be read aloud: a role, and a label or text. */
export function findUnnamedTappables(files: readonly SourceFile[]): Finding[] {
  return findElements(files, (element) => {
    if (element.tag !== 'button' && !isTappable(element)) return undefined;
    if (element.tag !== 'button' && !element.attributes.has('aria-role')) {
      return 'is tapped without aria-role';
    }
    return element.hasText || element.attributes.has('aria-label')
      ? undefined
      : 'has neither text nor aria-label';
  });
}

/** Pictures without a mode (they would be squeezed) or without a word for who cannot see them. */
export function findBarePictures(files: readonly SourceFile[]): Finding[] {
  return findElements(files, ({ tag, attributes }) => {
    if (tag !== 'image') return undefined;
    if (!attributes.has('mode')) return 'has no mode';
    return attributes.has('aria-label') || attributes.has('aria-hidden')
      ? undefined
      : 'has neither aria-label nor aria-hidden';
  });
}

/** Inputs that the keyboard would cover. */
export function findCoveredInputs(files: readonly SourceFile[]): Finding[] {
  return findElements(files, ({ tag, attributes }) => {
    if (tag !== 'input' && tag !== 'textarea') return undefined;
    const spacing = Number(/\d+/.exec(attributes.get('cursor-spacing') ?? '')?.[0] ?? 0);
    return spacing >= CURSOR_SPACING_MIN
      ? undefined
      : `needs cursor-spacing of at least ${CURSOR_SPACING_MIN}`;
  });
}

/** The word false in quotes, which WXML takes for true. */
export function findFalseStrings(files: readonly SourceFile[]): Finding[] {
  return findElements(files, ({ attributes }) => {
    const wrong = [...attributes].find(([key, value]) => value === 'false' && !/^(?:aria-|data-)/.test(key));
    return wrong === undefined ? undefined : `${wrong[0]}="false" is true; write {{false}}`;
  });
}

/** Colours, sizes and old bindings written into markup. */
export function findInlineStyles(files: readonly SourceFile[]): Finding[] {
  return findElements(files, ({ attributes }) => {
    const style = attributes.get('style') ?? '';
    return /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|font-size|!important/i.test(style)
      ? 'has a colour or size in its style'
      : undefined;
  });
}

function isTappable(element: Element): boolean {
  if (element.tag === 'button' || element.tag === 'navigator' || isComponent(element)) return false;
  return handlersOf(element).some(([event]) => event === 'tap');
}

const sizeOf = (elements: readonly Element[]): number =>
  elements.reduce((sum, { tag, children }) => sum + (tag === 'block' ? 0 : 1) + sizeOf(children), 0);

const depthOf = (elements: readonly Element[]): number =>
  elements.reduce(
    (max, { tag, children }) => Math.max(max, (tag === 'block' ? 0 : 1) + depthOf(children)),
    0,
  );

const widthOf = (elements: readonly Element[]): number =>
  elements.reduce((max, { children }) => Math.max(max, children.length, widthOf(children)), 0);
