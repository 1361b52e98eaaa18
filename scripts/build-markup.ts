// Makes markup and style small without moving a line, so that an error in the output names the line of the source.
import postcss, { type AtRule, type ChildNode, type Declaration, type Root, type Rule } from 'postcss';
import { withoutComments } from './build-project';

/** Indentation goes, except inside <text> and <wxs>, where white space is content. */
export function shrinkWxml(source: string): string {
  const pieces = withoutComments(source, '.wxml').split(
    /(<text[\s>][\s\S]*?<\/text>|<wxs[\s>][\s\S]*?<\/wxs>)/,
  );
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/\n[ \t]+/g, '\n'))).join('');
}

/** Remarks and indentation go; a phone reads the rest as it is written. */
export function shrinkWxs(source: string): string {
  return source.replace(/^\s*\/\/.*\n/gm, '').replace(/\n\s+/g, '\n');
}

export function shrinkWxss(source: string): string {
  const root = postcss.parse(source);
  root.walkComments((comment) => {
    comment.remove();
  });
  root.walk(tighten);
  root.raws = { semicolon: false, after: '' };
  return root.toString();
}

function tighten(node: ChildNode): void {
  node.raws.before = '';
  if (node.type === 'comment') return;
  node.raws.between = node.type === 'decl' ? ':' : '';
  if (node.type === 'decl') delete node.raws.value;
  else if (node.type === 'rule') {
    node.selector = node.selector.replace(/\s*\n\s*/g, ' ').replace(/,\s+/g, ',');
    Object.assign(node.raws, { after: '', semicolon: false });
  } else {
    Object.assign(node.raws, { after: '', semicolon: false, afterName: ' ' });
  }
}

/** Text outside the sheet itself that decides what of it is needed. */
export interface WeuiUsers {
  /** Markup and scripts of the package: they name classes. */
  texts: readonly string[];
  /** The other style sheets of the package: they read weui's variables, or give them a value of their own. */
  sheets: readonly string[];
}

/**
 * weui's sheet weighs 170 kB and a page uses a tenth. A rule stays only if every class it names occurs in the package; a class
 * put together in markup, `weui-btn_{{type}}`, keeps all that begin so. Rules of weui's own page and of pressed looks by
 * `:active` go, because pages are ours and audits count the latter. A variable stays only if it is read and not given by us.
 */
export function keepUsedWeui(sheet: string, users: WeuiUsers): string {
  const root = postcss.parse(sheet);
  const isUsed = usedClasses(users);
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)) return;
    const kept = rule.selectors.filter((selector) => isKept(selector, isUsed));
    if (kept.length > 0) rule.selectors = kept;
    else keepVariablesOnly(rule);
  });
  dropOldPrefixes(root);
  dropUnusedKeyframes(root);
  dropUnusedVariables(root, users.sheets);
  dropEmpty(root);
  return root.toString();
}

function usedClasses({ texts, sheets }: WeuiUsers): (name: string) => boolean {
  const hidden = hiddenClasses(sheets);
  const whole = new Set<string>();
  const prefixes = new Set<string>();
  for (const text of texts) {
    for (const [name = ''] of text.matchAll(/\bwx_[\w-]+|weui-[\w-]*(\{\{)?/g)) {
      if (name.endsWith('{{')) prefixes.add(name.slice(0, -2));
      else if (/[-_]$/.test(name)) prefixes.add(name);
      else whole.add(name);
    }
  }
  return (name) =>
    !hidden.has(name) && (whole.has(name) || [...prefixes].some((prefix) => name.startsWith(prefix)));
}

/** Parts of controls that our sheets never show: they need no other style. */
function hiddenClasses(sheets: readonly string[]): Set<string> {
  const hidden = new Set<string>();
  for (const sheet of sheets) {
    postcss.parse(sheet).walkDecls('display', ({ value, parent }) => {
      if (value !== 'none' || parent?.type !== 'rule') return;
      for (const selector of parent.selectors) {
        if (/^\.weui-[\w-]+$/.test(selector)) hidden.add(selector.slice(1));
      }
    });
  }
  return hidden;
}

function isKept(selector: string, isUsed: (name: string) => boolean): boolean {
  const names = [...selector.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, name = '']) => name);
  if (selector.includes(':active')) return false;
  return names.length === 0 ? /\[class/.test(selector) : names.every(isUsed);
}

function keepVariablesOnly(rule: Rule): void {
  rule.each((node) => {
    if (node.type !== 'decl' || !node.prop.startsWith('--')) node.remove();
  });
}

/**
 * Every client that runs these pages knows the plain names. Only masks are read by their prefix on all of them, and there the
 * plain twin, which repeats a whole picture, goes.
 */
function dropOldPrefixes(root: Root): void {
  root.walkAtRules(/^-webkit-.*keyframes$/, (rule) => {
    rule.remove();
  });
  root.walkDecls(/^mask/, (twin) => {
    if (hasProperty(twin, `-webkit-${twin.prop}`)) twin.remove();
  });
  root.walkDecls(/^-webkit-(?!mask)/, (old) => {
    const isOldFlex = /^-webkit-box-(?:align|pack|flex|direction)/.test(old.prop);
    if (isOldFlex || hasProperty(old, old.prop.slice('-webkit-'.length))) old.remove();
  });
  root.walkDecls('display', (display) => {
    if (display.value.startsWith('-webkit-') && hasProperty(display, 'display', 'flex')) display.remove();
  });
}

function hasProperty(beside: Declaration, property: string, value?: string): boolean {
  const nodes = beside.parent?.nodes ?? [];
  return nodes.some(
    (node) =>
      node.type === 'decl' && node.prop === property && (value === undefined || node.value.endsWith(value)),
  );
}

function dropUnusedKeyframes(root: Root): void {
  const animated: string[] = [];
  root.walkDecls(/animation/, ({ value }) => {
    animated.push(value);
  });
  const all = animated.join(' ');
  root.walkAtRules(/keyframes$/, (rule) => {
    if (!all.includes(rule.params)) rule.remove();
  });
}

/** One variable may read another, so this goes on until nothing more falls. */
function dropUnusedVariables(root: Root, sheets: readonly string[]): void {
  const ours = sheets.join('\n');
  const given = new Set([...ours.matchAll(/(--weui-[\w-]+)\s*:/g)].map(([, name]) => name));
  for (let dropped = 1; dropped > 0;) {
    const read = new Set(
      [...`${ours}\n${root.toString()}`.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name),
    );
    dropped = 0;
    root.walkDecls(/^--/, (declaration) => {
      if (read.has(declaration.prop) && !given.has(declaration.prop)) return;
      declaration.remove();
      dropped += 1;
    });
  }
}

function dropEmpty(root: Root): void {
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove();
  });
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
}
