import postcss, { type Declaration, type Rule } from 'postcss';
import { within, type Finding, type SourceFile } from '../tree';

export const TOKENS = 'miniprogram/styles/tokens.wxss';

export interface Tokens {
  light: ReadonlyMap<string, string>;
  dark: ReadonlyMap<string, string>;
  large: ReadonlyMap<string, string>;
}

/** Custom properties of the token file by theme; the two ways into the dark theme must say the same, or it throws. */
export function readTokens(text: string): Tokens {
  const themes = {
    light: new Map<string, string>(),
    dark: new Map<string, string>(),
    large: new Map<string, string>(),
  };
  const byMedia = new Map<string, string>();
  postcss.parse(text).walkDecls(/^--/, (declaration) => {
    const rule = declaration.parent as Rule;
    const inMedia = rule.parent?.type === 'atrule';
    const dark = rule.selector.includes('dark') ? themes.dark : themes.light;
    const theme = inMedia ? byMedia : rule.selector.includes('.large') ? themes.large : dark;
    theme.set(declaration.prop, declaration.value.toLowerCase());
  });
  if (JSON.stringify([...byMedia]) !== JSON.stringify([...themes.dark])) {
    throw new Error('the dark theme of the phone and the dark theme of a person’s choice differ');
  }
  return themes;
}

/** Contrast of two hex colours, from 1 to 21 (WCAG 2, relative luminance). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Scrolling areas without inertia on older iPhones. */
export function findStiffScrolling(files: readonly SourceFile[]): Finding[] {
  return findRules(files, (rule) => {
    const scrolls = declarations(rule).some(
      ({ prop, value }) => /^overflow/.test(prop) && /auto|scroll/.test(value),
    );
    const isSmooth = declarations(rule).some(({ prop }) => prop === '-webkit-overflow-scrolling');
    return scrolls && !isSmooth ? 'scrolls without -webkit-overflow-scrolling: touch' : undefined;
  });
}

/** Bars fixed to the bottom that would lie under the home indicator of a phone. */
export function findSunkenBars(files: readonly SourceFile[]): Finding[] {
  const markup = within(files, /^miniprogram\/.*\.wxml$/).map(({ text }) => text);
  return findRules(files, (rule) => {
    const has = (prop: string, value: RegExp): boolean =>
      declarations(rule).some((declaration) => declaration.prop === prop && value.test(declaration.value));
    if (!has('position', /fixed/) || !has('bottom', /^0/) || has('top', /^0/)) return undefined;
    const isSafe = declarations(rule).some(({ value }) => value.includes('safe-area-inset-bottom'));
    const name = rule.selector.replace(/^\./, '');
    const isHelped = markup.some((text) =>
      new RegExp(`class="[^"]*\\b${name}\\b[^"]*safe-bottom|class="[^"]*safe-bottom[^"]*\\b${name}\\b`).test(
        text,
      ),
    );
    return isSafe || isHelped ? undefined : 'is fixed to the bottom outside the safe area';
  });
}

/**
 * Classes that no markup and no script names; a name built as `tile--{{tone}}` counts for every class that begins so. Those of
 * weui stand in its own markup, see `findStrangeWeui`.
 */
export function findUnusedClasses(files: readonly SourceFile[]): Finding[] {
  return within(files, /^miniprogram\/.*\.wxss$/).flatMap((file) => {
    const isShared = /^miniprogram\/(?:styles\/|app\.wxss)/.test(file.path);
    const stem = file.path.replace(/wxss$/, '');
    const users = within(files, /^miniprogram\/.*\.(?:wxml|ts)$/).filter(
      ({ path }) => isShared || path.startsWith(stem) || path.startsWith(stem.replace(/[^/]*$/, '')),
    );
    const text = users.map((user) => user.text).join('\n');
    const words = new Set(text.match(/[\w-]+/g));
    const begun = [...text.matchAll(/([\w-]+-)(?:\{\{|\$\{|' \+)/g)].map(([, prefix = '']) => prefix);
    return classesOf(file)
      .filter((name) => !name.startsWith('weui-'))
      .filter((name) => !words.has(name) && !begun.some((prefix) => name.startsWith(prefix)))
      .map((name) => ({ path: file.path, line: 0, what: `.${name} is not used` }));
  });
}

/** Classes of weui that we dress and that weui's own sheet does not know: a new version may have renamed them. */
export function findStrangeWeui(files: readonly SourceFile[], weuiSheet: string): Finding[] {
  const known = new Set(weuiSheet.match(/weui-[\w-]+/g));
  return within(files, /^miniprogram\/.*\.wxss$/).flatMap((file) =>
    classesOf(file)
      .filter((name) => name.startsWith('weui-') && !known.has(name))
      .map((name) => ({ path: file.path, line: 0, what: `.${name} is no class of weui` })),
  );
}

/** Custom properties that are read and stand nowhere, which a browser takes for no value at all. */
export function findUnknownProperties(files: readonly SourceFile[]): Finding[] {
  const styles = within(files, /^miniprogram\/.*\.wxss$/);
  const givers = [...styles, ...within(files, /^miniprogram\/.*\.wxml$/)];
  const known = new Set(
    givers.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name = '']) => name)),
  );
  return styles.flatMap(({ path, text }) =>
    [...text.matchAll(/var\((--[\w-]+)/g)]
      .filter(([, name = '']) => !known.has(name) && !name.startsWith('--weui-'))
      .map(([, name = '']) => ({ path, line: 0, what: `${name} is read and stands nowhere` })),
  );
}

/** Colours of the theme file that are not of the palette. */
export function findForeignColours(files: readonly SourceFile[], { light, dark }: Tokens): Finding[] {
  const palettes = { light: new Set(light.values()), dark: new Set(dark.values()) };
  return within(files, /^miniprogram\/theme\.json$/).flatMap(({ path, text }) =>
    Object.entries(JSON.parse(text) as Record<'light' | 'dark', Record<string, string>>).flatMap(
      ([theme, colours]) =>
        Object.entries(colours)
          .filter(
            ([, colour]) =>
              colour.startsWith('#') && !palettes[theme as 'light' | 'dark'].has(colour.toLowerCase()),
          )
          .map(([name, colour]) => ({
            path,
            line: 0,
            what: `${theme}.${name} ${colour} is not of the palette`,
          })),
    ),
  );
}

function findRules(files: readonly SourceFile[], judge: (rule: Rule) => string | undefined): Finding[] {
  return within(files, /^miniprogram\/.*\.wxss$/).flatMap((file) => {
    const findings: Finding[] = [];
    postcss.parse(file.text).walkRules((rule) => {
      const what = judge(rule);
      if (what !== undefined) {
        findings.push({
          path: file.path,
          line: rule.source?.start?.line ?? 0,
          what: `${rule.selector} ${what}`,
        });
      }
    });
    return findings;
  });
}

function declarations(rule: Rule): Declaration[] {
  return rule.nodes.filter((node): node is Declaration => node.type === 'decl');
}

function classesOf({ text }: SourceFile): string[] {
  const names = new Set<string>();
  postcss.parse(text).walkRules(({ selector }) => {
    for (const [, name = ''] of selector.matchAll(/\.([\w-]+)/g)) names.add(name);
  });
  return [...names];
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
