import {
  findBlockingStart,
  findLocalSwitches,
  findLooseSettings,
  findOpenAddresses,
  findPrivacyGaps,
  findRetiredInterfaces,
  findStrayTimers,
  findUnseenInterfaces,
} from './rules/platform';
import {
  findForbiddenFields,
  findLooseFunctions,
  findOpenCollections,
  findUnpricedProcedures,
  findUntestedProcedures,
} from './rules/cloud';
import { listFiles, planted, printed, readTree, type Finding, type SourceFile } from './tree';

const tree = readTree();
const page = (text: string): SourceFile[] => [planted('miniprogram/pages/home/home.ts', text)];
const manifest = (names: string): SourceFile =>
  planted('miniprogram/privacy-manifest.json', `{ "interfaces": ${names} }`);

type Rule = (files: readonly SourceFile[]) => Finding[];

const PLANTED: readonly (readonly [string, Rule, SourceFile[]])[] = [
  ['a retired interface', findRetiredInterfaces, page('wx.getSystemInfoSync()')],
  [
    'the cloud behind the back of its service',
    findRetiredInterfaces,
    page("wx.cloud.callFunction({ name: 'census' })"),
  ],
  [
    'a button that asks who somebody is',
    findRetiredInterfaces,
    [planted('miniprogram/a.wxml', '<button open-type="getUserInfo" />')],
  ],
  ['an interface no journey has seen', findUnseenInterfaces, page('wx.openEmbeddedMiniProgram({})')],
  ['a blocked interface that is not declared', findPrivacyGaps, page('wx.chooseMedia({})')],
  ['a declared interface that nobody uses', findPrivacyGaps, [manifest('{ "getLocation": "找到您家" }')]],
  ['a timer that outlives its page', findStrayTimers, page('setTimeout(() => this.show(), 100)')],
  ['an address without encryption', findOpenAddresses, page("const a = 'http://example.org/a'")],
  [
    'a local switch',
    findLocalSwitches,
    [planted('cloudfunctions/kernel/log.ts', "if (process.env['LOCAL']) print()")],
  ],
  ['the local port', findLocalSwitches, page("const host = '127.0.0.1'")],
  [
    'a blocking start',
    findBlockingStart,
    [planted('miniprogram/app.ts', "App({ onLaunch() { wx.getStorageSync('a') } })")],
  ],
  [
    'an app that loads everything at once',
    findLooseSettings,
    [planted('miniprogram/app.json', '{ "darkmode": true, "resizable": true }')],
  ],
  ['a function without limits', findLooseFunctions, [planted('cloudfunctions/functions/wish/main.ts', '')]],
  [
    'a function beyond the limits',
    findLooseFunctions,
    [
      planted('cloudfunctions/functions/wish/main.ts', ''),
      planted('cloudfunctions/functions/wish/config.json', '{ "memory": 256, "timeout": 900 }'),
    ],
  ],
  [
    'an open collection',
    findOpenCollections,
    [
      planted('cloudfunctions/database/collections.json', '["doors"]'),
      planted(
        'cloudfunctions/database/rules.json',
        '{ "collections": { "doors": { "read": true, "write": false } } }',
      ),
    ],
  ],
  [
    'a collection without rules',
    findOpenCollections,
    [planted('cloudfunctions/database/collections.json', '["doors"]')],
  ],
  [
    'a field that is never collected',
    findForbiddenFields,
    [
      planted(
        'domain/census/member.ts',
        'export const memberSchema = z.strictObject({ religion: z.string() });',
      ),
    ],
  ],
  [
    'a code that is never collected',
    findForbiddenFields,
    [planted('domain/codes/kind.json', '["重点人员"]')],
  ],
];

describe('the platform', () => {
  it.each(PLANTED)('is not surprised by %s', (_what, rule, files) => {
    expect(rule(files)).toHaveLength(1);
  });

  it('asks before it blocks: a declared interface in use passes', () => {
    expect(findPrivacyGaps([...page('wx.chooseMedia({})'), manifest('["chooseMedia"]')])).toEqual([]);
  });

  it('gets timers back: one that is cleared passes', () => {
    expect(findStrayTimers(page('this.timer = setTimeout(run, 9); clearTimeout(this.timer)'))).toEqual([]);
  });

  it('finds nothing of that in the tree', () => {
    const rules = new Set(PLANTED.map(([, rule]) => rule));

    expect([...rules].flatMap((rule) => printed(rule(tree)))).toEqual([]);
  });
});

describe('a procedure', () => {
  const PROCEDURE = 'cloudfunctions/functions/census/procedures/submit-form.ts';

  it('without a test of its name is found', () => {
    expect(findUntestedProcedures([PROCEDURE])).toHaveLength(1);
    expect(findUntestedProcedures([PROCEDURE, 'test/cloudfunctions/census/submit-form.test.ts'])).toEqual([]);
  });

  it('that no table of costs knows is found', () => {
    const procedure = planted(PROCEDURE, '');
    const priced = planted('test/journeys/budgets.test.ts', 'census.submitForm(input)');

    expect(findUnpricedProcedures([procedure])).toHaveLength(1);
    expect(findUnpricedProcedures([procedure, priced])).toEqual([]);
  });

  it('has a known cost, each of them', () => {
    expect(printed(findUnpricedProcedures(tree))).toEqual([]);
  });

  it('has a test of its name, each of them', () => {
    expect(printed(findUntestedProcedures(listFiles('')))).toEqual([]);
  });
});
