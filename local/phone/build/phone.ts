import fs from 'node:fs';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { replaceFolder } from '../../../scripts/build-folder';
import { failOn } from '../../../scripts/build-problems';
import type { Bundle } from '../bundle';
import { readPhoneProject, type PhoneProject } from './project';
import { refuseMarkup } from './refuse';
import { compileSheet, popupSheet } from './styles';
import { compileTemplates } from './templates';

const PHONE = path.resolve(__dirname, '..');
const MODULES = path.resolve(PHONE, '../../node_modules');

/** Names a phone does not have: a script that leans on one fails here as it would there. */
const ABSENT =
  'window,document,self,top,location,history,navigator,localStorage,sessionStorage,indexedDB,fetch,XMLHttpRequest,WebSocket,process,Buffer,eval,Intl';

/** Turns a built mini-program into a page for the browser. Throws BuildFailure with file and line of every problem. */
export async function buildPhone(miniprogram: string, out: string): Promise<void> {
  const project = readPhoneProject(miniprogram);
  refuseMarkup(project);
  failOn(project.problems);
  const app = writeApp(project);
  failOn(project.problems);

  await replaceFolder(out, async (next) => {
    fs.writeFileSync(path.join(next, 'app.js'), app);
    copyPictures(miniprogram, path.join(next, 'package'));
    await Promise.all([buildRuntime(next), buildStyles(next)]);
    fs.copyFileSync(path.join(PHONE, 'frame/index.html'), path.join(next, 'index.html'));
    fs.writeFileSync(path.join(next, 'build.json'), JSON.stringify({ builtAt: Date.now() }));
  });
}

function writeApp(project: PhoneProject): string {
  const units = [...project.units.keys()];
  const styles = Object.fromEntries(units.map((unit) => [unit, compileSheet(project, `${unit}.wxss`, true)]));
  const facts: Omit<Bundle, 'groups' | 'modules'> = {
    app: project.app,
    theme: project.theme,
    privacy: project.privacy,
    pages: project.pages,
    units: Object.fromEntries(project.units),
    styles,
    appStyle: compileSheet(project, 'app.wxss', false),
  };
  const modules = filesIn(project.root, /\.js$/).map(
    (name) =>
      `${JSON.stringify(name)}:function(require,module,exports){${fs.readFileSync(path.join(project.root, name), 'utf8')}\n}`,
  );
  return `(function(${ABSENT}){var global=globalThis;
bootPhone(Object.assign(${JSON.stringify(facts)},{groups:${compileTemplates(project)},modules:{${modules.join(',\n')}}}));
})();\n`;
}

function filesIn(root: string, pattern: RegExp): string[] {
  return fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => pattern.test(name))
    .sort();
}

function copyPictures(root: string, out: string): void {
  for (const name of filesIn(root, /\.(png|jpe?g|gif|svg|webp)$/)) {
    fs.mkdirSync(path.dirname(path.join(out, name)), { recursive: true });
    fs.copyFileSync(path.join(root, name), path.join(out, name));
  }
}

async function buildRuntime(out: string): Promise<void> {
  await build({
    entryPoints: [path.join(PHONE, 'runtime/boot.ts')],
    outfile: path.join(out, 'runtime.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    alias: { 'glass-easel': path.join(MODULES, 'glass-easel/dist/glass_easel.all.es.js') },
    logLevel: 'error',
  });
}

async function buildStyles(out: string): Promise<void> {
  const sheets = ['builtins/base.css', 'frame/frame.css'].map((name) =>
    fs.readFileSync(path.join(PHONE, name), 'utf8'),
  );
  const weui = popupSheet(fs.readFileSync(path.join(MODULES, 'weui/dist/style/weui.min.css'), 'utf8'));
  const fonts = copyFonts(path.join(out, 'fonts'));
  const { code } = await transform(sheets.join('\n'), { loader: 'css', minify: true, charset: 'utf8' });
  fs.writeFileSync(path.join(out, 'phone.css'), fonts + weui + code);
}

/** The test browser has no Chinese glyphs. The family is Noto Sans SC, two weights, only in the browser. */
function copyFonts(out: string): string {
  const family = path.join(MODULES, '@fontsource/noto-sans-sc');
  fs.mkdirSync(out, { recursive: true });
  return ['400', '700']
    .map((weight) => fs.readFileSync(path.join(family, `${weight}.css`), 'utf8'))
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '')
    .replace(/url\(\.\/files\/([^)]+)\)/g, (_, name: string) => {
      const target = path.join(out, name);
      if (!fs.existsSync(target)) fs.copyFileSync(path.join(family, 'files', name), target);
      return `url(fonts/${name})`;
    });
}
