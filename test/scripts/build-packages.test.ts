import { shareIconPicture } from '../../scripts/build-icons';
import { keepUsedWeui } from '../../scripts/build-markup';
import { spreadPackages } from '../../scripts/build-packages';

const uses = (...targets: string[]): string =>
  JSON.stringify({
    usingComponents: Object.fromEntries(targets.map((target) => [target, `/components/${target}/${target}`])),
  });

function component(name: string, script = ''): Record<string, string> {
  const unit = `components/${name}/${name}`;
  return {
    [`${unit}.json`]: '{}',
    [`${unit}.wxml`]: '<wxs module="m" src="./m.wxs" />',
    [`${unit}.js`]: script,
  };
}

/** A page of everybody, one of the worker, one of the manager. */
const FILES: Record<string, string> = {
  'app.js': 'require("./services/session");',
  'services/session.js': '',
  'services/route.js': 'require("./session");',
  'services/memory.js': 'require("../messages/spoken");',
  'messages/staff.js': '',
  'domain/rule.js': '',
  'messages/spoken.js': '',
  'pages/home/home.json': uses('plate'),
  'pages/home/home.wxml': '<plate />',
  'packages/worker/pages/today/today.json': uses('plate', 'wall', 'only-worker'),
  'packages/worker/pages/today/today.wxml': '<wall />',
  'packages/worker/pages/today/today.js':
    'require("../../../../services/route");require("../../../../services/memory");require("../../../../messages/staff");require("../../../../domain/rule");',
  'packages/manage/pages/board/board.json': uses('wall'),
  'packages/manage/pages/board/board.wxml': '<wall />',
  'packages/manage/pages/board/board.js':
    'require("../../../../services/memory");require("../../../../messages/staff");require("../../../../domain/rule");',
  ...component('plate'),
  ...component('wall'),
  ...component('only-worker', 'require("../../services/route");'),
  'components/wall/m.wxs': '',
};
const UNITS = [
  'pages/home/home',
  'packages/worker/pages/today/today',
  'packages/manage/pages/board/board',
  ...['plate', 'wall', 'only-worker'].map((name) => `components/${name}/${name}`),
];
const ROOTS = ['packages/worker', 'packages/manage'];

describe('spreading a package', () => {
  const spread = spreadPackages(new Map(Object.entries(FILES)), UNITS, ROOTS);
  const places = (ending: string): string[] => [...spread.keys()].filter((file) => file.endsWith(ending));

  it('leaves in the main package what its pages reach', () => {
    expect(places('plate.wxml')).toEqual(['components/plate/plate.wxml']);
    expect(places('session.js')).toEqual(['services/session.js']);
  });

  it('copies a component into each subpackage that shows it, with the scripts of its markup', () => {
    expect(places('wall.wxml')).toEqual([
      'packages/manage/components/wall/wall.wxml',
      'packages/worker/components/wall/wall.wxml',
    ]);
    expect(places('wall/m.wxs')).toHaveLength(2);
    expect(spread.get('packages/manage/pages/board/board.json')).toContain(
      '/packages/manage/components/wall/wall',
    );
  });

  it('moves a script into the one subpackage that runs it, and every require follows', () => {
    expect(places('route.js')).toEqual(['packages/worker/services/route.js']);
    expect(spread.get('packages/worker/services/route.js')).toBe('require("../../../services/session");');
    expect(spread.get('packages/worker/pages/today/today.js')).toContain('require("../../services/route")');
    expect(spread.get('packages/worker/components/only-worker/only-worker.js')).toBe(
      'require("../../services/route");',
    );
  });

  it('keeps one memory for two subpackages with all that it requires, and a copy of words and rules for each', () => {
    expect(places('memory.js')).toEqual(['services/memory.js']);
    expect(places('spoken.js')).toEqual(['messages/spoken.js']);
    for (const copied of ['messages/staff.js', 'domain/rule.js']) {
      expect(places(copied)).toEqual([`packages/manage/${copied}`, `packages/worker/${copied}`]);
    }
  });
});

describe('the picture of the icons', () => {
  const svg = (inner: string, box = '0 0 24 24'): string =>
    `url("data:image/svg+xml,%3Csvg viewBox='${box}'%3E${inner}%3C/svg%3E")`;
  const sheet = (...drawings: string[]): string =>
    `.icon{mask:var(--icon) center / contain no-repeat}${drawings
      .map((drawing, index) => `.icon--${String(index)}{--icon:${drawing}}`)
      .join('')}`;
  const path = "%3Cpath d='M1 1'/%3E";

  it('holds each drawing once, and each class names its place', () => {
    const shared = shareIconPicture(sheet(svg(path), svg(path), svg(path)));

    expect(shared.match(/%3Csvg/g)).toHaveLength(1);
    expect(shared).toContain("viewBox='0 0 24 72'");
    expect([...shared.matchAll(/--icon:([\d.]+%)/g)].map(([, place]) => place)).toEqual([
      '0.00%',
      '50.00%',
      '100.00%',
    ]);
    expect(shared).toContain('var(--icons) 0 var(--icon) / 100% auto no-repeat');
  });

  it.each([
    ['another frame', svg(path, '0 0 20 20')],
    ['more than paths', svg("%3Ccircle r='3'/%3E")],
  ])('is refused with a drawing of %s', (_what, odd) => {
    expect(() => shareIconPicture(sheet(svg(path), odd))).toThrow('frame of the others');
  });
});

describe('the sheet of weui', () => {
  const texts = ['<view class="weui-cell"><view class="weui-cell__bd" /></view>'];
  const keep = (sheet: string, ...sheets: string[]): string => keepUsedWeui(sheet, { texts, sheets });

  it('keeps rules whose classes the package names', () => {
    const kept = keep('.weui-cell{top:0}.weui-cell .weui-badge{top:1px}.weui-cell__bd{top:2px}');

    expect(kept).toBe('.weui-cell{top:0}.weui-cell__bd{top:2px}');
  });

  it('loses pressed looks by :active, old prefixes and rules of pages', () => {
    const kept = keep(
      '.weui-cell:active{top:0}.weui-cell{-webkit-transform:none;transform:none}page{color:red}',
    );

    expect(kept).toBe('.weui-cell{transform:none}');
  });

  it('keeps a picture of a mask once, under the name that all phones know', () => {
    expect(keep('.weui-cell{-webkit-mask-image:url(a);mask-image:url(a)}')).toBe(
      '.weui-cell{-webkit-mask-image:url(a)}',
    );
  });

  it('loses what our sheets hide, and values of variables that they give', () => {
    const sheet =
      'page{--weui-FG-0:red;--weui-FG-1:blue}.weui-cell{color:var(--weui-FG-0)}.weui-cell__bd{top:0}';

    expect(keep(sheet)).toContain('--weui-FG-0:red');
    expect(keep(sheet)).not.toContain('--weui-FG-1');
    expect(keep(sheet, 'page{--weui-FG-0:var(--ink)}.weui-cell__bd{display:none}')).toBe(
      '.weui-cell{color:var(--weui-FG-0)}',
    );
  });
});
