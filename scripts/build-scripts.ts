// Compiles the TypeScript of the mini-program: one CommonJS file for each source file, with relative requires, because
// that is how a phone loads subpackages. Only a door to an npm package is bundled with what it opens.
import fs from 'node:fs';
import path from 'node:path';
import { build, transform, type Plugin } from 'esbuild';
import ts from 'typescript';
import { lineAt } from './build-problems';
import { WEUI, type Project } from './build-project';

/** The only files that may import an npm package. */
const DOORS = ['kernel/zod.ts', 'kernel/calendar.ts', 'work/sealed-record.ts'];
const TARGET = 'es2018';
const REQUIRE = /\brequire\("([^"]+)"\)/g;

interface Script {
  file: string;
  /** Output of the TypeScript compiler; for JSON and text the module that exports it. */
  code: string;
  /** Specifier → source file. */
  imports: Map<string, string>;
  isDoor: boolean;
  /** Packages it is reached from: '' for the main package, else the root of a subpackage. */
  owners: Set<string>;
}

/** Path in the package → code. Problems are added to the project. */
export async function compileScripts(project: Project): Promise<Map<string, string>> {
  const scripts = new Map<string, Script>();
  for (const unit of ['app', ...project.units.filter((name) => !name.startsWith(WEUI))]) {
    const file = path.join(project.sources.miniprogram, `${unit}.ts`);
    if (fs.existsSync(file)) reach(project, scripts, { file, owner: ownerOf(project, unit) });
    else project.problems.push(`${unit}.ts: no script`);
  }
  const places = new Map([...scripts.values()].map((script) => [script.file, placeOf(project, script)]));
  checkDirections(project, scripts, places);
  const output = new Map<string, string>();
  if (project.problems.length > 0) return output;
  await Promise.all(
    [...scripts.values()].map(async (script) => {
      output.set(place(places, script.file), await emit(script, places));
    }),
  );
  return new Map([...output].sort(([one], [other]) => one.localeCompare(other)));
}

function ownerOf(project: Project, packagePath: string): string {
  return project.packageRoots.find((root) => packagePath.startsWith(`${root}/`)) ?? '';
}

function reach(project: Project, scripts: Map<string, Script>, at: { file: string; owner: string }): void {
  const known = scripts.get(at.file);
  if (known?.owners.has(at.owner)) return;
  const script = known ?? compile(project, at.file);
  script.owners.add(at.owner);
  scripts.set(at.file, script);
  for (const file of script.imports.values()) reach(project, scripts, { file, owner: at.owner });
}

function compile(project: Project, file: string): Script {
  const source = fs.readFileSync(file, 'utf8');
  const script: Script = { file, code: '', imports: new Map(), isDoor: false, owners: new Set() };
  if (!file.endsWith('.ts')) {
    const value = file.endsWith('.json') ? JSON.stringify(JSON.parse(source)) : JSON.stringify(source);
    return { ...script, code: `exports.default=${value};` };
  }
  const { outputText, diagnostics = [] } = ts.transpileModule(source, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      isolatedModules: true,
      removeComments: true,
      esModuleInterop: false,
    },
  });
  for (const { messageText, start = 0 } of diagnostics) {
    const text = ts.flattenDiagnosticMessageText(messageText, ' ');
    project.problems.push(`${file}:${String(lineAt(source, start))} ${text}`);
  }
  script.code = withoutCeremony(outputText);
  collectImports(project, script, source);
  return script;
}

/**
 * What the compiler writes for strangers, and no file of the package asks for: the mark of an ES module, names announced
 * before they have a value, and calls that hide the module from a function. It is a tenth of the package.
 */
function withoutCeremony(code: string): string {
  return code
    .replace('Object.defineProperty(exports, "__esModule", { value: true });\n', '')
    .replace(/^(?:exports\.\w+ = )+void 0;\n/gm, '')
    .replace(/\(0, (\w+_\d+\.\w+)\)\(/g, '$1(');
}

function collectImports(project: Project, script: Script, source: string): void {
  const where = (specifier: string): string =>
    `${script.file}:${String(lineAt(source, source.indexOf(specifier)))}`;
  for (const [, specifier = ''] of script.code.matchAll(REQUIRE)) {
    if (!/^(\.|@domain\/)/.test(specifier)) {
      script.isDoor = DOORS.some((door) => script.file === path.join(project.sources.domain, door));
      if (!script.isDoor) {
        project.problems.push(
          `${where(specifier)} "${specifier}": an npm package is imported only by ${DOORS.join(', ')}`,
        );
      }
      continue;
    }
    const file = findFile(project, script.file, specifier);
    if (file === undefined) project.problems.push(`${where(specifier)} "${specifier}" is not there`);
    else script.imports.set(specifier, file);
  }
}

function findFile(project: Project, from: string, specifier: string): string | undefined {
  const base = specifier.startsWith('@domain/')
    ? path.join(project.sources.domain, specifier.slice('@domain/'.length))
    : path.resolve(path.dirname(from), specifier);
  const tries = [`${base}.ts`, base, path.join(base, 'index.ts')];
  return tries.find((file) => fs.existsSync(file) && fs.statSync(file).isFile());
}

/** Where a script lies in the package: shared rules in the one subpackage that needs them, else in the main package. */
function placeOf(project: Project, script: Script): string {
  const { domain, miniprogram } = project.sources;
  const named = script.file.replace(/\.ts$/, '.js').replace(/\.(json|matrix)$/, '_$1.js');
  if (!script.file.startsWith(domain + path.sep)) {
    return path.relative(miniprogram, named).split(path.sep).join('/');
  }
  const [only = ''] = script.owners.size === 1 ? script.owners : [];
  return path.posix.join(only, 'domain', path.relative(domain, named).split(path.sep).join('/'));
}

function place(places: ReadonlyMap<string, string>, file: string): string {
  const found = places.get(file);
  if (found === undefined) throw new Error(`${file} was never reached`);
  return found;
}

/** A phone may have loaded the main package and one subpackage, no other. */
function checkDirections(project: Project, scripts: Map<string, Script>, places: Map<string, string>): void {
  for (const script of scripts.values()) {
    const owner = ownerOf(project, place(places, script.file));
    for (const [specifier, target] of script.imports) {
      const targetOwner = ownerOf(project, place(places, target));
      if (targetOwner !== '' && targetOwner !== owner) {
        project.problems.push(`${script.file}: "${specifier}" lies in the subpackage ${targetOwner}`);
      }
    }
  }
}

function requirePath(from: string, to: string): string {
  const relative = path.posix.relative(path.posix.dirname(from), to).replace(/\.js$/, '');
  return relative.startsWith('.') ? relative : `./${relative}`;
}

async function emit(script: Script, places: Map<string, string>): Promise<string> {
  const here = place(places, script.file);
  const relative = (specifier: string): string | undefined => {
    const file = script.imports.get(specifier);
    return file === undefined ? undefined : requirePath(here, place(places, file));
  };
  if (script.isDoor) return bundleDoor(script.file, relative);
  const linked = script.code.replace(REQUIRE, (all, specifier: string) => {
    const target = relative(specifier);
    return target === undefined ? all : `require(${JSON.stringify(target)})`;
  });
  const { code } = await transform(linked, { minify: true, format: 'cjs', target: TARGET, charset: 'utf8' });
  return code;
}

async function bundleDoor(
  file: string,
  relative: (specifier: string) => string | undefined,
): Promise<string> {
  const outside: Plugin = {
    name: 'own files stay outside',
    setup(process) {
      process.onResolve({ filter: /^(\.|@domain\/)/ }, ({ path: specifier, importer }) => {
        const target = importer === file ? relative(specifier) : undefined;
        return target === undefined ? undefined : { path: target, external: true };
      });
    },
  };
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    minify: true,
    format: 'cjs',
    platform: 'browser',
    // A package says in `browser` what it leaves out where there is no Node.
    mainFields: ['browser', 'module', 'main'],
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [outside],
  });
  return outputFiles[0]?.text ?? '';
}
