// Makes markup and style small without moving a line, so that an error in the output names the line of the source.
import postcss, { type ChildNode, type Root } from 'postcss';
import { withoutComments } from './build-project';

/** Indentation goes, except inside <text> and <wxs>, where white space is content. */
export function shrinkWxml(source: string): string {
  const pieces = withoutComments(source, '.wxml').split(
    /(<text[\s>][\s\S]*?<\/text>|<wxs[\s>][\s\S]*?<\/wxs>)/,
  );
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/\n[ \t]+/g, '\n'))).join('');
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

/**
 * weui's sheet weighs 170 kB and a page uses a tenth: a rule stays only if every weui class it names occurs in `texts`
 * (markup and scripts of the package). A class put together in markup, `weui-btn_{{type}}`, keeps all that begin so.
 */
export function keepUsedWeui(sheet: string, texts: readonly string[]): string {
  const whole = new Set<string>();
  const prefixes = new Set<string>();
  for (const text of texts) {
    for (const [name = ''] of text.matchAll(/weui-[\w-]*(\{\{)?/g)) {
      if (name.endsWith('{{')) prefixes.add(name.slice(0, -2));
      else if (/[-_]$/.test(name)) prefixes.add(name);
      else whole.add(name);
    }
  }
  const isUsed = (name: string): boolean =>
    whole.has(name) || [...prefixes].some((prefix) => name.startsWith(prefix));
  const root = postcss.parse(sheet);
  root.walkRules((rule) => {
    const kept = rule.selectors.filter((selector) =>
      [...selector.matchAll(/\.(weui-[\w-]+)/g)].every(([, name = '']) => isUsed(name)),
    );
    if (kept.length === 0) rule.remove();
    else rule.selectors = kept;
  });
  dropUnusedKeyframes(root);
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  return root.toString();
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
