import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './tree';

/** A file of the tree, a text in its place, and the rule that must refuse it; without a rule the text must pass. */
type Case = readonly [what: string, file: string, text: string, rule?: string];

const RULE = 'domain/area/frame.ts';
const KERNEL = 'domain/kernel/day.ts';
const POLICY = 'cloudfunctions/kernel/envelope.ts';
const REPOSITORY = 'cloudfunctions/repositories/frame.ts';
const PHONE = 'miniprogram/services/network.ts';
const TEST = 'test/tidy/tree.ts';
const STYLE = 'miniprogram/pages/home/home.wxss';
const MARKUP = 'miniprogram/pages/home/home.wxml';

const longBody = '  sum += 1;\n'.repeat(61);
const longFunction = `export function add(): number {\n  let sum = 0;\n${longBody}  return sum;\n}\n`;
const longChapter = `describe('a chapter', () => {\n  let sum = 0;\n${longBody}  expect(sum).toBe(61);\n});\n`;

const CASES: readonly Case[] = [
  ['a clock in a rule', RULE, 'export const at = Date.now();\n', 'wanjia(clock)'],
  ['a clock by constructor', RULE, 'export const at = new Date();\n', 'wanjia(clock)'],
  ['a clock in the kernel', KERNEL, 'export const at = Date.now();\n'],
  ['a moment handed in', RULE, 'export const at = (ms: number): Date => new Date(ms);\n'],
  ['chance in a rule', RULE, 'export const lot = Math.random();\n', 'wanjia(chance)'],
  ['Intl on the phone', RULE, "export const a = new Intl.Collator('zh');\n", 'eslint(no-restricted-globals)'],
  ['look-behind on the phone', RULE, 'export const a = /(?<=a)b/;\n', 'wanjia(old-phones)'],
  ['console in a function', POLICY, "console.log('a');\n", 'eslint(no-console)'],
  [
    'a pattern from text',
    POLICY,
    'export const a = (text: string): RegExp => new RegExp(text);\n',
    'wanjia(patterns)',
  ],
  [
    'a query outside repositories',
    POLICY,
    "declare const db: { collection: (name: string) => void };\ndb.collection('doors');\n",
    'wanjia(queries)',
  ],
  [
    'a page by number',
    REPOSITORY,
    'declare const query: { skip: (rows: number) => void };\nquery.skip(20);\n',
    'wanjia(paging)',
  ],
  ['console on the phone', PHONE, "console.log('a');\n", 'eslint(no-console)'],
  ['any', RULE, 'export const a = (value: any): unknown => value;\n', 'typescript(no-explicit-any)'],
  ['301 lines', RULE, 'export {};\n'.repeat(301), 'eslint(max-lines)'],
  ['a function of 64 lines', RULE, longFunction, 'wanjia(function-length)'],
  ['a chapter of 64 lines', TEST, longChapter],
  [
    'four parameters',
    RULE,
    'export const a = (b: number, c: number, d: number, e: number): number => b + c + d + e;\n',
    'wanjia(max-params)',
  ],
  [
    'a table of four columns',
    TEST,
    "it.each([[1, 2, 3, 4]])('%s', (a, b, c, d) => {\n  expect([a, b, c, d]).toHaveLength(4);\n});\n",
  ],
  [
    'a relative way into domain',
    PHONE,
    "export { isDay } from '../../domain/kernel/day';\n",
    'eslint(no-restricted-imports)',
  ],
  ['a list without keys', MARKUP, '<view wx:for="{{rows}}">{{item}}</view>\n', 'wxml/wx-key'],
  ['an old binding', MARKUP, '<view bindtap="onTap" />\n', 'wxml/colon-style-event-binding'],
  ['a colour in a page', STYLE, '.home {\n  color: #07c160;\n}\n', 'color-no-hex'],
  [
    'a size in a page',
    STYLE,
    '.home {\n  font-size: 15px;\n}\n',
    'declaration-property-unit-disallowed-list',
  ],
  [
    'a press by :active',
    STYLE,
    '.home:active {\n  opacity: 0.5;\n}\n',
    'selector-pseudo-class-disallowed-list',
  ],
  ['!important', STYLE, '.home {\n  opacity: 1 !important;\n}\n', 'declaration-no-important'],
  ['a class two deep', STYLE, '.home .title {\n  opacity: 1;\n}\n', 'selector-max-compound-selectors'],
  ['a class in capitals', STYLE, '.homeTitle {\n  opacity: 1;\n}\n', 'selector-class-pattern'],
  ['a unit nobody knows', STYLE, '.home {\n  width: 3rpz;\n}\n', 'unit-no-unknown'],
  ['rpx and names', STYLE, '.home__title--large {\n  width: 30rpx;\n  color: var(--ink);\n}\n'],
];

/** Names of the rules that each case breaks, from one process for all of them. */
function lintCases(): string[][] {
  const input = JSON.stringify(CASES.map(([, file, text]) => ({ file, text })));
  const run = spawnSync(process.execPath, [path.join(__dirname, 'fixtures/linters.mjs')], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as string[][];
}

/** What only types tell is asked of files that lie on disk: each is named after the rule that must refuse it. */
function lintTypedCases(): [file: string, rules: string[]][] {
  const folder = path.join(__dirname, 'fixtures/typed');
  const run = spawnSync(
    path.join(ROOT, 'node_modules/.bin/oxlint'),
    [
      '--type-aware',
      '--type-check',
      '--no-ignore',
      '--config',
      path.join(folder, 'oxlint.json'),
      '--format',
      'json',
      '.',
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: { code: string; filename: string }[] };
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [
      file,
      diagnostics.filter(({ filename }) => path.basename(filename) === file).map(({ code }) => code),
    ]);
}

describe('the linters', () => {
  const broken = lintCases();

  it.each(CASES.map((example, index) => [example[0], example[3], index] as const))(
    'meet %s',
    (_what, rule, index) => {
      if (rule === undefined) expect(broken[index]).toEqual([]);
      else expect(broken[index]).toContain(rule);
    },
  );

  it('meet what only types tell', () => {
    const cases = lintTypedCases();

    expect(cases.length).toBeGreaterThan(5);
    for (const [file, rules] of cases) {
      expect(rules).toEqual(file === 'clean.ts' ? [] : [`typescript(${path.basename(file, '.ts')})`]);
    }
  });
});
