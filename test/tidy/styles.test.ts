import fs from 'node:fs';
import path from 'node:path';
import { keepUsedWeui } from '../../scripts/build-markup';
import {
  contrast,
  findForeignColours,
  findStiffScrolling,
  findStrangeWeui,
  findSunkenBars,
  findUnknownProperties,
  findUnusedClasses,
  readTokens,
  TOKENS,
} from './rules/styles';
import { planted, printed, readTree, ROOT, type SourceFile } from './tree';

const tree = readTree();
const tokens = readTokens(tree.find(({ path }) => path === TOKENS)?.text ?? '');

/** The palette of docs/visual language: light, dark. */
const PALETTE: readonly (readonly [string, string, string])[] = [
  ['--ground', '#f4f6f9', '#0f141b'],
  ['--surface', '#ffffff', '#18202a'],
  ['--line', '#dde3eb', '#2c3745'],
  ['--ink-strong', '#182233', '#f1f4f8'],
  ['--ink', '#36424f', '#c8d2de'],
  ['--ink-muted', '#5a6675', '#97a5b6'],
  ['--brand', '#1d5b9e', '#7db2f0'],
  ['--brand-soft', '#e6f0fa', '#1b2c42'],
  ['--lamp', '#f6b70a', '#ffc83a'],
  ['--lamp-soft', '#fff2cc', '#3a2f12'],
  ['--ok', '#1b7a4b', '#5ac48b'],
  ['--warn', '#9a5600', '#f0b163'],
  ['--danger', '#b9321b', '#ff8c75'],
  // Large letters are for eyes that need more than others.
  ['--ok-large', '#125f39', '#5ac48b'],
  ['--warn-large', '#774200', '#f0b163'],
  ['--danger-large', '#97240f', '#ff8c75'],
];
/** Foreground, background, and the least contrast in light and in dark. */
const PAIRS: readonly (readonly [string, string, number, number])[] = [
  ['--ink-strong', '--surface', 16.0, 14.9],
  ['--ink', '--surface', 10.2, 10.7],
  ['--ink-muted', '--surface', 5.8, 6.5],
  ['--brand', '--surface', 6.9, 7.4],
  ['--brand', '--brand-soft', 6.0, 6.4],
  ['--brand-ink', '--brand', 6.9, 7.4],
  ['--ink', '--brand-soft', 4.5, 4.5],
  ['--lamp-ink', '--lamp', 8.9, 10.3],
  ['--ink-strong', '--lamp-soft', 14.3, 11.9],
  ['--ok', '--surface', 5.3, 7.6],
  ['--warn', '--surface', 5.7, 8.7],
  ['--danger', '--surface', 5.9, 7.2],
  // The sign on the disc of an answer that was judged.
  ['--brand-ink', '--ok', 4.5, 4.5],
  ['--brand-ink', '--danger', 4.5, 4.5],
  ['--ink-strong', '--ground', 4.5, 4.5],
  ['--ink', '--ground', 4.5, 4.5],
  ['--ink-muted', '--ground', 4.5, 4.5],
  ['--brand', '--ground', 4.5, 4.5],
  ['--window-ink', '--window', 4.5, 4.5],
];

const inLight = (name: string): string => tokens.light.get(name) ?? '';
const inDark = (name: string): string => tokens.dark.get(name) ?? inLight(name);
/** One decimal, as the page of the visual language prints it. */
const printedRatio = (one: string, other: string): number => Math.round(contrast(one, other) * 10) / 10;

describe('the palette', () => {
  it('knows the contrast of black and white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(PALETTE)('holds %s as %s in light and %s in dark', (name, light, dark) => {
    expect([inLight(name), inDark(name)]).toEqual([light, dark]);
  });

  it('holds no further colour: every other name repeats one of these, or is see-through', () => {
    const known = new Set(PALETTE.flatMap(([, light, dark]) => [light, dark]));
    const colours = [...tokens.light, ...tokens.dark].filter(([, value]) => /^#|^rgb\(/.test(value));

    expect(colours.filter(([, value]) => !known.has(value))).toEqual([]);
  });

  it.each(PAIRS)('%s can be read on %s: at least %s in light and %s in dark', (ink, ground, light, dark) => {
    expect(printedRatio(inLight(ink), inLight(ground))).toBeGreaterThanOrEqual(light);
    expect(printedRatio(inDark(ink), inDark(ground))).toBeGreaterThanOrEqual(dark);
  });

  it('gives text of the large mode at least 7:1', () => {
    expect(tokens.large.get('--ink')).toBe('var(--ink-strong)');
    expect(tokens.large.get('--ink-muted')).toBe('var(--ink-muted-large)');
    expect(contrast(inLight('--ink-muted-large'), inLight('--ground'))).toBeGreaterThanOrEqual(7);
    expect(contrast(inDark('--ink-muted-large'), inDark('--ground'))).toBeGreaterThanOrEqual(7);
    expect(contrast(inLight('--ink-strong'), inLight('--surface'))).toBeGreaterThanOrEqual(7);
    expect(contrast(inDark('--ink-strong'), inDark('--surface'))).toBeGreaterThanOrEqual(7);
  });

  it.each(['--ok', '--warn', '--danger'])('gives %s of the large mode at least 7:1', (name) => {
    expect(tokens.large.get(name)).toBe(`var(${name}-large)`);
    for (const ground of ['--surface', '--ground']) {
      expect(contrast(inLight(`${name}-large`), inLight(ground))).toBeGreaterThanOrEqual(7);
      expect(contrast(inDark(`${name}-large`), inDark(ground))).toBeGreaterThanOrEqual(7);
    }
  });

  it('is the palette of the theme file too', () => {
    const foreign = planted('miniprogram/theme.json', '{ "light": { "ground": "#123456" }, "dark": {} }');

    expect(findForeignColours([foreign], tokens)).toHaveLength(1);
    expect(printed(findForeignColours(tree, tokens))).toEqual([]);
  });
});

describe('sizes', () => {
  const TYPE = ['caption', 'body', 'control', 'title', 'number'].map((name) => `--type-${name}`);
  const pixels = (value = ''): number => parseFloat(value) * (value.endsWith('rem') ? 16 : 1);

  it('of type are those of the visual language, standard and large', () => {
    expect(TYPE.map((name) => pixels(tokens.light.get(name)))).toEqual([13, 16, 17, 20, 28]);
    expect(TYPE.map((name) => pixels(tokens.large.get(name)))).toEqual([20, 22, 24, 28, 36]);
  });

  it('of targets, lines and tiles are those of the visual language, standard and large', () => {
    const names = ['--target', '--leading', '--tile-columns'];

    expect(names.map((name) => tokens.light.get(name))).toEqual(['44px', '1.45', '3']);
    expect(names.map((name) => tokens.large.get(name))).toEqual(['60px', '1.5', '2']);
  });

  it('of spaces and corners are those of the visual language', () => {
    const named = (start: string): number[] =>
      [...tokens.light].filter(([name]) => name.startsWith(start)).map(([, value]) => pixels(value));

    expect(named('--space-').sort((a, b) => a - b)).toEqual([4, 8, 12, 16, 24, 32]);
    expect(named('--radius-').sort((a, b) => a - b)).toEqual([4, 8, 12]);
  });
});

describe('a style sheet', () => {
  it('that scrolls without inertia is found', () => {
    expect(findStiffScrolling([planted('miniprogram/a.wxss', '.list { overflow-y: scroll }')])).toHaveLength(
      1,
    );
  });

  it('with a bar below the safe area is found, unless its markup says safe-bottom', () => {
    const bar = planted('miniprogram/a.wxss', '.bar { position: fixed; bottom: 0 }');
    const safe = planted('miniprogram/a.wxml', '<view class="bar safe-bottom" />');

    expect(findSunkenBars([bar])).toHaveLength(1);
    expect(findSunkenBars([bar, safe])).toEqual([]);
  });

  it('with a class that nobody names is found; a class that a tone completes is not', () => {
    const style = planted('miniprogram/pages/a/a.wxss', '.tag--ok { } .tag__old { }');
    const markup = planted('miniprogram/pages/a/a.wxml', '<view class="tag--{{tone}}" />');

    expect(printed(findUnusedClasses([style, markup]))).toEqual([
      'miniprogram/pages/a/a.wxss .tag__old is not used',
    ]);
  });

  it('that reads a name nobody gave is found', () => {
    expect(findUnknownProperties([planted('miniprogram/a.wxss', '.a { color: var(--lampe) }')])).toHaveLength(
      1,
    );
  });

  it('of ours scrolls, stays safe, is used and knows its names', () => {
    const rules = [findStiffScrolling, findSunkenBars, findUnusedClasses, findUnknownProperties];

    expect(rules.flatMap((rule) => printed(rule(tree)))).toEqual([]);
  });

  it('whose two dark themes differ is refused', () => {
    const text =
      "@media (prefers-color-scheme: dark) { page { --a: #000 } } [data-weui-theme='dark'] { --a: #111 }";

    expect(() => readTokens(text)).toThrow('dark theme');
  });
});

describe('weui', () => {
  const folder = path.join(ROOT, 'node_modules/weui-miniprogram/miniprogram_dist');
  const read = (file: string): string => fs.readFileSync(path.join(folder, file), 'utf8');
  const sheet = read('weui-wxss/dist/style/weui.wxss');

  /** The controls that our pages and components name. */
  function controlsOf(files: readonly SourceFile[]): string[] {
    return files.flatMap(({ text }) =>
      [...text.matchAll(/"\/miniprogram_npm\/weui-miniprogram\/([\w-]+\/[\w-]+)"/g)].map(
        ([, name = '']) => name,
      ),
    );
  }

  it('is dressed in no class that it does not have', () => {
    const renamed = planted('miniprogram/styles/weui.wxss', '.weui-cell__new-name { }');

    expect(findStrangeWeui([renamed], sheet)).toHaveLength(1);
    expect(printed(findStrangeWeui(tree, sheet))).toEqual([]);
  });

  it('shows no colour of its own: every variable it reads is given by our tokens', () => {
    const controls = controlsOf(tree.filter(({ path: file }) => /^miniprogram\/.*\.json$/.test(file)));
    const texts = controls.flatMap((name) => [read(`${name}.wxml`), read(`${name}.js`)]);
    const ours = tree
      .filter(({ path: file }) => /^miniprogram\/.*\.wxss$/.test(file))
      .map(({ text }) => text);
    const ownVariables = (sheets: string[]): string[] =>
      keepUsedWeui(sheet, { texts, sheets }).match(/--weui-[\w-]+(?=\s*:)/g) ?? [];

    expect(ownVariables([])).toContain('--weui-FG-0');
    expect(ownVariables(ours)).toEqual([]);
  });
});
