// WXML as elements, for the rules that look at one element at a time.
import { parse, type WxmlNode } from '@wxml/parser';
import { lineAt, within, type Finding, type SourceFile } from './tree';

export interface Element {
  tag: string;
  attributes: ReadonlyMap<string, string>;
  children: Element[];
  /** True when a person can read something in it: text or a filled-in value, here or further in. */
  hasText: boolean;
  line: number;
}

/** Elements of a file, outermost first; blocks stay elements of the tag `block`. */
export function elementsOf(file: SourceFile): Element[] {
  return flatten(rootsOf(file));
}

/** The outermost elements of a file, with their children inside. */
export function rootsOf({ text }: SourceFile): Element[] {
  return parse(text).body.flatMap((node) => elementFrom(node, text));
}

/** Applies a rule to every element of every WXML file; the rule answers what is wrong, or undefined. */
export function findElements(
  files: readonly SourceFile[],
  rule: (element: Element) => string | undefined,
): Finding[] {
  return within(files, /^miniprogram\/.*\.wxml$/).flatMap((file) =>
    elementsOf(file).flatMap((element) => {
      const what = rule(element);
      return what === undefined
        ? []
        : [{ path: file.path, line: element.line, what: `<${element.tag}> ${what}` }];
    }),
  );
}

/** Handlers of an element by event, without the kind of binding: `bind:tap`, `catch:tap` and `mut-bind:tap` are `tap`. */
export function handlersOf({ attributes }: Element): [string, string][] {
  return [...attributes].flatMap(([key, value]) => {
    const event = /^(?:capture-bind|capture-catch|mut-bind|bind|catch):?(\w+)$/.exec(key)?.[1];
    return event === undefined ? [] : [[event, value] as [string, string]];
  });
}

/** True for a tag that stands for a component of ours or of weui. */
export function isComponent({ tag }: Element): boolean {
  return tag.includes('-') && !PLATFORM_TAGS.has(tag);
}

const PLATFORM_TAGS = new Set([
  ...[
    'cover-image',
    'cover-view',
    'match-media',
    'movable-area',
    'movable-view',
    'page-container',
    'page-meta',
  ],
  ...[
    'picker-view',
    'picker-view-column',
    'radio-group',
    'checkbox-group',
    'rich-text',
    'root-portal',
    'scroll-view',
  ],
  ...['share-element', 'swiper-item', 'navigation-bar', 'keyboard-accessory'],
]);

function elementFrom(node: WxmlNode, text: string): Element[] {
  if (node.type !== 'WXElement') return [];
  const children = (node.children ?? []).flatMap((child) => elementFrom(child, text));
  const reads = (child: WxmlNode): boolean =>
    child.type === 'WXInterpolation' || (child.type === 'WXText' && (child.value ?? '').trim() !== '');
  return [
    {
      tag: node.name ?? '',
      attributes: new Map((node.startTag?.attributes ?? []).map(({ key, value }) => [key, value ?? ''])),
      children,
      hasText: (node.children ?? []).some(reads) || children.some((child) => child.hasText),
      line: lineAt(text, node.start),
    },
  ];
}

function flatten(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => [element, ...flatten(element.children)]);
}
