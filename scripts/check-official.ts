// Runs WeChat's own compilers over dist/miniprogram, without network, appid or key. They catch what glass-easel accepts.
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DIST_MINIPROGRAM } from './build';

const CI_VERSION = '2.1.42';
const COMPILER = path.resolve(__dirname, '../node_modules/miniprogram-compiler');
const SYSTEMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' };

interface CheckResult {
  name: string;
  /** Empty when the check passed. */
  problems: string[];
  /** Why nothing was checked, if nothing was. */
  skipped?: string;
}

function filesIn(folder: string, pattern: RegExp): string[] {
  const all = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => pattern.test(name))
    .sort();
}

/** A program of the compiler package; its file may lack the executable bit, so a copy gets it. */
function findProgram(name: 'wcc' | 'wcsc', folder: string): string | undefined {
  const system = SYSTEMS[process.platform];
  const source = path.join(
    COMPILER,
    'bin',
    system ?? '',
    process.platform === 'win32' ? `${name}.exe` : name,
  );
  if (system === undefined || !fs.existsSync(source)) return undefined;
  const program = path.join(folder, path.basename(source));
  fs.copyFileSync(source, program);
  fs.chmodSync(program, 0o755);
  return program;
}

interface Run {
  name: string;
  program: string | undefined;
  root: string;
  args: string[];
}

function runCompiler({ name, program, root, args }: Run): CheckResult {
  if (program === undefined) return { name, problems: [], skipped: `no program for ${process.platform}` };
  const { status, stderr, error } = spawnSync(program, args, {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'utf8',
  });
  if (error !== undefined) return { name, problems: [], skipped: error.message };
  // wcsc ends with 0 even then: what it prints is what counts.
  const printed = stderr.split('\n').filter((line) => line.trim() !== '');
  return { name, problems: status === 0 ? printed : [`ended with ${String(status)}`, ...printed] };
}

/** WXML and WXS, with the tags each page declares. */
export function checkMarkup(root: string): CheckResult {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wanjia-wcc-'));
  try {
    const files = filesIn(root, /\.(wxml|wxs)$/);
    const args = ['-d', '-cc', '0', ...files, '-gn', '$gwx'];
    return runCompiler({ name: 'official WXML compiler', program: findProgram('wcc', folder), root, args });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

export function checkSheets(root: string): CheckResult {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wanjia-wcsc-'));
  try {
    const sheets = filesIn(root, /\.wxss$/).map((file) => `./${file}`);
    const args = ['-db', '-pc', '0', ...sheets];
    return runCompiler({ name: 'official WXSS compiler', program: findProgram('wcsc', folder), root, args });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** What the platform would tell about the project, were it asked: the published limits. */
const PROJECT_FACTS = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: true,
  gameApp: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxTabbarCount: 5,
    MinTabbarCount: 2,
    MaxTabbarIconSize: 40,
    MaxSubPackageLimit: 100,
    MaxCustomTabbarCount: 5,
  },
};

interface CiProject {
  attr?: unknown;
}

interface Ci {
  Project: new (options: object) => CiProject;
  getCompiledResult: (options: object, zip: string) => Promise<unknown>;
}

async function loadCi(): Promise<Ci | string> {
  const manifest = path.resolve(__dirname, '../node_modules/miniprogram-ci/package.json');
  if (!fs.existsSync(manifest)) return 'miniprogram-ci is not installed';
  const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string };
  if (version !== CI_VERSION) return `miniprogram-ci is ${version}, known to work is ${CI_VERSION}`;
  return (await import('miniprogram-ci')) as unknown as Ci;
}

const NETWORK = /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|getaddrinfo|socket hang up/;

/** Project, app.json, page JSON, WXSS and scripts by miniprogram-ci, in a copy of the project with a throw-away key. */
async function checkProject(root: string): Promise<CheckResult> {
  const name = 'official project check';
  const ci = await loadCi();
  if (typeof ci === 'string') return { name, problems: [], skipped: ci };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wanjia-ci-'));
  const here = process.cwd();
  // The tool leaves a folder of its own where it is run.
  process.chdir(folder);
  try {
    const privateKeyPath = path.join(folder, 'throw-away.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    fs.writeFileSync(privateKeyPath, privateKey.export({ type: 'pkcs1', format: 'pem' }));
    fs.cpSync(root, path.join(folder, 'miniprogram'), { recursive: true });
    const settings = {
      appid: 'wx1111111111111111',
      compileType: 'miniprogram',
      miniprogramRoot: 'miniprogram/',
    };
    fs.writeFileSync(path.join(folder, 'project.config.json'), JSON.stringify(settings));
    const options = {
      appid: settings.appid,
      type: 'miniProgram',
      projectPath: folder,
      privateKeyPath,
      ignores: [],
    };
    const project = new ci.Project(options);
    if (typeof project.attr !== 'function') {
      return { name, problems: [], skipped: 'the member that would ask the network has changed' };
    }
    Object.assign(project, { attr: () => Promise.resolve(PROJECT_FACTS), attrSync: () => PROJECT_FACTS });
    return await compile(ci, project, folder);
  } finally {
    process.chdir(here);
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function compile(ci: Ci, project: CiProject, folder: string): Promise<CheckResult> {
  const name = 'official project check';
  const zip = path.join(folder, 'compiled.zip');
  const setting = { es6: false, minify: false, autoPrefixWXSS: false };
  try {
    await ci.getCompiledResult(
      { project, version: '0.0.1', desc: name, setting, onProgressUpdate: () => undefined },
      zip,
    );
    return { name, problems: fs.existsSync(zip) ? [] : ['nothing was compiled'] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return NETWORK.test(message) ? { name, problems: [], skipped: message } : { name, problems: [message] };
  }
}

/** Prints each result; answers whether the run may go on. A check that could not run is said last, and fails when strict. */
export function report(results: readonly CheckResult[], isStrict: boolean): boolean {
  for (const { name, problems, skipped } of results) {
    if (skipped === undefined) console.log(`${problems.length === 0 ? 'ok     ' : 'FAILED '} ${name}`);
    for (const problem of problems) console.log(`         ${problem}`);
  }
  const skips = results.filter(({ skipped }) => skipped !== undefined);
  console.log(
    `${String(results.length - skips.length)} official checks ran, ${String(skips.length)} skipped`,
  );
  for (const { name, skipped = '' } of skips) console.log(`SKIPPED ${name}: ${skipped}`);
  return results.every(({ problems }) => problems.length === 0) && !(isStrict && skips.length > 0);
}

async function checkOfficially(root: string): Promise<CheckResult[]> {
  return [checkMarkup(root), checkSheets(root), await checkProject(root)];
}

async function main(): Promise<void> {
  const mayGoOn = report(await checkOfficially(DIST_MINIPROGRAM), process.env['CI_STRICT'] === '1');
  // The project tool keeps workers alive, so the end is said outright.
  process.exit(mayGoOn ? 0 : 1);
}

if (process.argv[1] === __filename) void main();
