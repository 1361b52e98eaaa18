import fs from 'node:fs';
import path from 'node:path';
import {
  findBarePictures,
  findCoveredInputs,
  findFalseStrings,
  findHeavyMarkup,
  findInlineStyles,
  findNumbTappables,
  findUnnamedTappables,
} from './rules/elements';
import {
  findDeadLinks,
  findMissingHandlers,
  findStrayComponents,
  findStrayPages,
  findStrayParts,
  findUndeclaredComponents,
  findUnreachablePages,
  findUntestedComponents,
  listPages,
} from './rules/pages';
import { planted, printed, readTree, ROOT, type Finding, type SourceFile } from './tree';

const tree = readTree();
const exists = (file: string): boolean => fs.existsSync(path.join(ROOT, file));

const markup = (text: string): SourceFile[] => [planted('miniprogram/pages/home/home.wxml', text)];

/** A mini-program of two pages and a component, all in order. */
function littleApp(changes: Record<string, string> = {}): SourceFile[] {
  const files: Record<string, string> = {
    'miniprogram/app.json': JSON.stringify({
      pages: ['pages/home/home'],
      subPackages: [{ root: 'packages/worker', pages: ['pages/visit/visit'] }],
    }),
    'miniprogram/pages/home/home.json':
      '{ "usingComponents": { "door-plate": "/components/door-plate/door-plate" } }',
    'miniprogram/pages/home/home.wxml': '<door-plate /><view bind:tap="onOpen">开</view>',
    'miniprogram/pages/home/home.ts':
      "Page({ onOpen() { wx.navigateTo({ url: '/packages/worker/pages/visit/visit' }); } });",
    'miniprogram/packages/worker/pages/visit/visit.json': '{}',
    'miniprogram/packages/worker/pages/visit/visit.wxml': '<view>户</view>',
    'miniprogram/packages/worker/pages/visit/visit.ts': 'Page({});',
    'miniprogram/components/door-plate/door-plate.json': '{ "component": true }',
    'miniprogram/components/door-plate/door-plate.wxml': '<view>牌</view>',
    'miniprogram/components/door-plate/door-plate.ts': 'Component({});',
    'test/components/door-plate.test.ts': "mount('door-plate', { code: '' });",
    ...changes,
  };
  return Object.entries(files).map(([file, text]) => planted(file, text));
}

const allOfApp = (files: readonly SourceFile[]): Finding[] => [
  ...findStrayPages(files),
  ...findUnreachablePages(files),
  ...findDeadLinks(files),
  ...findStrayComponents(files, exists),
  ...findUndeclaredComponents(files),
  ...findMissingHandlers(files),
  ...findStrayParts(files),
  ...findUntestedComponents(files),
];

describe('a mini-program', () => {
  it('in order raises nothing', () => {
    expect(printed(allOfApp(littleApp()))).toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'a listed page without files',
      {
        'miniprogram/app.json':
          '{ "pages": ["pages/home/home", "packages/worker/pages/visit/visit", "pages/me/me"] }',
      },
      'lists pages/me/me, whose .ts is missing',
    ],
    [
      'a page that is not listed',
      { 'miniprogram/pages/me/me.json': '{}' },
      'is a page that app.json does not list',
    ],
    [
      'a page that nothing leads to',
      { 'miniprogram/pages/home/home.ts': 'Page({ onOpen() {} });' },
      'is a page that nothing leads to',
    ],
    [
      'a component path that leads nowhere',
      {
        'miniprogram/pages/home/home.json':
          '{ "usingComponents": { "door-plate": "/components/door/door" } }',
      },
      'door-plate leads nowhere',
    ],
    [
      'a weui path that leads nowhere',
      {
        'miniprogram/pages/home/home.json':
          '{ "usingComponents": { "door-plate": "/miniprogram_npm/weui-miniprogram/no-such/no-such" } }',
      },
      'door-plate leads nowhere',
    ],
    [
      'a link to a page that is not there',
      { 'cloudfunctions/records/messages.ts': "const PAGE = '/packages/worker/pages/gone/gone?id=';" },
      'leads to packages/worker/pages/gone/gone, which is no page',
    ],
    [
      'a component nobody uses',
      { 'miniprogram/pages/home/home.wxml': '<view bind:tap="onOpen" />' },
      'is declared and not used',
    ],
    [
      'a component nobody declared',
      { 'miniprogram/packages/worker/pages/visit/visit.wxml': '<door-wall />' },
      '<door-wall> is not declared',
    ],
    [
      'a handler that is missing',
      { 'miniprogram/pages/home/home.wxml': '<door-plate /><view catch:longpress="onHold" />' },
      'longpress is bound to onHold, which miniprogram/pages/home/home.ts does not have',
    ],
    [
      'a handler that a part of a page misses',
      {
        'miniprogram/pages/home/home.wxml': '<import src="parts/row" /><door-plate />',
        'miniprogram/pages/home/parts/row.wxml': '<template name="row"><view bind:tap="onRow" /></template>',
      },
      'tap is bound to onRow, which miniprogram/pages/home/home.ts does not have',
    ],
    [
      'a component that no test mounts',
      { 'test/components/door-plate.test.ts': "mount('door-wall', { code: 'door-plate' });" },
      'is a component that no test mounts: door-plate',
    ],
    [
      'a component of one page that no test mounts by its folder',
      {
        'miniprogram/pages/home/door-plate/door-plate.json': '{ "component": true }',
      },
      'is a component that no test mounts: pages/home/door-plate',
    ],
    [
      'a part that nothing shows',
      { 'miniprogram/pages/home/parts/row.wxml': '<view />' },
      'is markup that nothing shows',
    ],
  ])('with %s is found', (_what, changes, finding) => {
    expect(printed(allOfApp(littleApp(changes)))).toContainEqual(expect.stringContaining(finding));
  });

  it('of ours lists, reaches, declares and handles everything it shows', () => {
    expect(printed(allOfApp(tree))).toEqual([]);
  });

  it('of ours has pages', () => {
    expect(listPages(tree).length).toBeGreaterThan(0);
  });
});

const ELEMENT_RULES: readonly (readonly [
  string,
  (files: readonly SourceFile[]) => Finding[],
  string,
  string,
])[] = [
  ['over 80 lines', findHeavyMarkup, '<view />\n'.repeat(81), '81 lines'],
  ['13 levels deep', findHeavyMarkup, `${'<view>'.repeat(13)}${'</view>'.repeat(13)}`, '13 levels'],
  ['with 41 children', findHeavyMarkup, `<view>${'<view />'.repeat(41)}</view>`, '41 children'],
  ['a tap without a press', findNumbTappables, '<view bind:tap="onTap" />', 'hover-class'],
  ['a tap on text', findNumbTappables, '<text catch:tap="onTap">看</text>', 'cannot show a press'],
  ['a tap without a role', findUnnamedTappables, '<view bind:tap="onTap">看</view>', 'aria-role'],
  [
    'a button without a word',
    findUnnamedTappables,
    '<button><icon /></button>',
    'neither text nor aria-label',
  ],
  ['a picture without a mode', findBarePictures, '<image src="a.svg" aria-label="门" />', 'has no mode'],
  ['a picture without a word', findBarePictures, '<image src="a.svg" mode="aspectFit" />', 'aria-label'],
  ['an input the keyboard covers', findCoveredInputs, '<input cursor-spacing="10" />', 'cursor-spacing'],
  ['false in quotes', findFalseStrings, '<button disabled="false">交</button>', 'disabled="false"'],
  ['a colour in a style', findInlineStyles, '<view style="color: #fff" />', 'colour or size'],
];

describe('markup', () => {
  it.each(ELEMENT_RULES)('%s is found', (_what, rule, text, finding) => {
    expect(printed(rule(markup(text)))).toEqual([expect.stringContaining(finding)]);
  });

  it('that shows its press, says its role and word, and keeps its shape passes', () => {
    const text =
      '<view bind:tap="onTap" hover-class="pressed" aria-role="button"><text>{{name}}</text></view>' +
      '<image src="a.svg" mode="aspectFit" aria-hidden="true" /><input cursor-spacing="{{24}}" /><mp-cell bind:tap="onTap" />';

    expect(ELEMENT_RULES.flatMap(([, rule]) => printed(rule(markup(text))))).toEqual([]);
  });

  it('of ours passes every rule', () => {
    const rules = new Set(ELEMENT_RULES.map(([, rule]) => rule));

    expect([...rules].flatMap((rule) => printed(rule(tree)))).toEqual([]);
  });
});
