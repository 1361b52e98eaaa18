import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildPhone } from '../../../local/phone/build/phone';
import { checkMarkup, checkSheets, report } from '../../../scripts/check-official';
import { findPackageProblems } from '../../../scripts/check-package';
import { buildFixture, copyFixture } from './fixture-phone';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

interface Spoilt {
  file: string;
  /** Text taken out and put in; without `from` the text is added at the end. */
  from?: string;
  to: string;
}

function emptyFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wanjia-build-'));
  folders.push(folder);
  return folder;
}

function spoil(folder: string, { file, from, to }: Spoilt): void {
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  if (from !== undefined && !text.includes(from)) throw new Error(`${file} has no ${from}`);
  fs.writeFileSync(path.join(folder, file), from === undefined ? text + to : text.replace(from, to));
}

/** Scripts of a built package that hold a text. */
function filesWith(out: string, text: string): string[] {
  return fs
    .readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js') && fs.readFileSync(path.join(out, name), 'utf8').includes(text));
}

/** Builds a copy of the fixture with one thing changed; answers where. */
async function build(change?: Spoilt): Promise<string> {
  const source = copyFixture();
  folders.push(path.dirname(source));
  if (change !== undefined) spoil(source, change);
  const out = path.join(emptyFolder(), 'miniprogram');
  await buildFixture(source, out);
  return out;
}

async function problemOf(change: Spoilt): Promise<string> {
  const work = build(change).then((out) => buildPhone(out, emptyFolder()));
  return work.then(
    () => 'nothing',
    (error: unknown) => String(error),
  );
}

describe('the build of the mini-program', () => {
  it('writes into a page what only that page needs, and what several need once', async () => {
    const out = await build();
    const page = 'packages/more/pages/third/third.js';

    expect(filesWith(out, '}！`')).toEqual([page]);
    expect(filesWith(out, '请填写姓名')).toEqual(['domain/names.js']);
    expect(fs.readFileSync(path.join(out, page), 'utf8')).toContain('require("../../../../domain/names")');
    expect(findPackageProblems(out)).toEqual([]);
  });

  it('leaves what is imported when it is wanted in its package', async () => {
    const out = await build();

    expect(filesWith(out, '"远"')).toEqual(['packages/more/far.js']);
    expect(filesWith(out, 'require.async("../../packages/more/far")')).toEqual(['pages/first/first.js']);
  });

  it('leaves a rule out of the component that alone needs it, because components are copied', async () => {
    const source = copyFixture();
    folders.push(path.dirname(source));
    fs.writeFileSync(path.join(source, 'domain/memory.ts'), 'export const seen = new Set(["门"]);\n');
    spoil(source, {
      file: 'components/card/card.ts',
      from: 'Component({',
      to: "import { seen } from '@domain/memory';\nComponent({ created: () => seen.clear(),",
    });
    const out = path.join(emptyFolder(), 'miniprogram');
    await buildFixture(source, out);

    expect(filesWith(out, 'new Set(["门"])')).toEqual(['domain/memory.js']);
  });

  it('bundles an npm package into its door and copies only the parts of weui in use', async () => {
    const out = await build();

    expect(fs.statSync(path.join(out, 'domain/names.js')).size).toBeLessThan(30_000);
    expect(fs.existsSync(path.join(out, 'miniprogram_npm/weui-miniprogram/cell/cell.js'))).toBe(true);
    expect(fs.existsSync(path.join(out, 'miniprogram_npm/weui-miniprogram/gallery'))).toBe(false);
    const sheet = path.join(out, 'miniprogram_npm/weui-miniprogram/weui-wxss/dist/style/weui.wxss');
    expect(fs.statSync(sheet).size).toBeLessThan(60_000);
    expect(fs.readFileSync(sheet, 'utf8')).toContain('.weui-cell_access');
  });

  it.each([
    [
      'an npm package outside its door',
      { file: 'domain/names.ts', to: "import 'dayjs';\n" },
      'domain/names.ts:12 "dayjs"',
    ],
    [
      'a missing import',
      { file: 'app.ts', to: "import './nowhere';\n" },
      'app.ts:7 "./nowhere" is not there',
    ],
    [
      'a page as an import',
      { file: 'app.ts', to: "import './pages/second/second';\n" },
      '"./pages/second/second" is a page or a component',
    ],
    ['a syntax error', { file: 'app.ts', to: 'const = 1;\n' }, 'app.ts:7 '],
    [
      'a missing component',
      { file: 'pages/second/second.json', from: '{', to: '{"usingComponents":{"x":"/components/x/x"},' },
      'components/x/x',
    ],
  ])('refuses %s', async (_, change: Spoilt, problem) => {
    expect(await problemOf(change)).toContain(problem);
  });
});

describe('the build of the phone', () => {
  it.each([
    ['an unknown tag', '<video src="x" />', 'second.wxml:9 unknown tag <video>'],
    ['a canvas of the old kind', '<canvas />', 'second.wxml:9 <canvas> needs type="2d"'],
    ['a handler nobody wrote', '<view bind:tap="onNothing" />', 'second.wxml:9 bind:tap names "onNothing"'],
    ['a WXS observer', '<view change:prop="{{ a.b }}" />', 'second.wxml:9 change:prop'],
    ['a missing end tag', '<view>', 'second.wxml:'],
  ])('refuses %s, with file and line', async (_, to, problem) => {
    expect(await problemOf({ file: 'pages/second/second.wxml', to })).toContain(problem);
  });

  it('refuses a component of another subpackage', async () => {
    const source = copyFixture();
    folders.push(path.dirname(source));
    fs.cpSync(path.join(source, 'components/card'), path.join(source, 'packages/more/card'), {
      recursive: true,
    });
    for (const kind of ['json', 'ts', 'wxml', 'wxss']) {
      fs.copyFileSync(
        path.join(source, `components/card/card.${kind}`),
        path.join(source, `packages/more/card/card.${kind}`),
      );
    }
    spoil(source, {
      file: 'pages/second/second.json',
      from: '{',
      to: '{"usingComponents":{"far-card":"/packages/more/card/card"},',
    });
    const out = path.join(emptyFolder(), 'miniprogram');
    await buildFixture(source, out);

    await expect(buildPhone(out, emptyFolder())).rejects.toThrow('lies in the subpackage packages/more');
  });
});

describe('the official checks', () => {
  it('pass on the fixture', async () => {
    const out = await build();

    expect(checkMarkup(out)).toEqual({ name: 'official WXML compiler', problems: [] });
    expect(checkSheets(out)).toEqual({ name: 'official WXSS compiler', problems: [] });
  });

  it('name what WeChat would not compile', async () => {
    const out = await build();
    spoil(out, { file: 'pages/second/second.wxml', to: '<view>' });
    spoil(out, { file: 'pages/first/first.wxss', to: '.a { color: red' });

    expect(checkMarkup(out).problems.join()).toContain('second.wxml');
    expect(checkSheets(out).problems.join()).toContain('first.wxss');
  });

  it('let a skipped check pass only where that is allowed', () => {
    const skipped = [{ name: 'a check', problems: [], skipped: 'no tool' }];
    const print = jest.spyOn(console, 'log').mockImplementation(() => undefined);

    expect(report(skipped, false)).toBe(true);
    expect(report(skipped, true)).toBe(false);
    expect(report([{ name: 'a check', problems: ['wrong'] }], false)).toBe(false);
    expect(print).toHaveBeenCalledWith('         wrong');
    print.mockRestore();
  });
});

describe('the check of the package', () => {
  it('finds bare requires, twins and too many bytes', async () => {
    const out = await build();
    spoil(out, { file: 'app.js', to: 'require("zod");' });
    fs.mkdirSync(path.join(out, 'packages/more/domain'));
    fs.copyFileSync(path.join(out, 'domain/names.js'), path.join(out, 'packages/more/domain/names.js'));
    fs.writeFileSync(path.join(out, 'styles/large.png'), Buffer.alloc(1_600_000));

    expect(findPackageProblems(out).join('\n')).toMatch(
      /main package: \d+ bytes[\s\S]*all packages: \d+[\s\S]*bare require of "zod"[\s\S]*names\.js: the same rule/,
    );
  });
});
