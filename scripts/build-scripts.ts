// Compiles the TypeScript of the mini-program: one CommonJS file for each page and component with all that only it needs, and
// one for each group of scripts that the same several need, because each file repeats the frame around what it holds. Names and
// rules that nobody asks for fall away.
import fs from 'node:fs';
import path from 'node:path';
import { build, transform, type BuildFailure, type Metafile, type Plugin } from 'esbuild';
import ts from 'typescript';
import { WEUI, type Project, type Sources } from './build-project';

/** The only files that may import an npm package. */
const DOORS = ['kernel/zod.ts', 'kernel/calendar.ts', 'work/sealed-record.ts'];
const TARGET = 'es2018';
const REQUIRE = /\brequire(\.async)?\("([^"]+)"\)/g;

interface Bundle {
  /** Absolute path → code with imports of the other files. */
  codes: Map<string, string>;
  /** What each file holds; its paths are absolute. */
  outputs: Metafile['outputs'];
  inputs: Metafile['inputs'];
}

/** Path in the package → code. Problems are added to the project. */
export async function compileScripts(project: Project): Promise<Map<string, string>> {
  const output = new Map<string, string>();
  const units = findUnits(project);
  const first = await bundle(project, units);
  if (first === undefined) return output;
  checkDirections(project, first.inputs, units);
  const alone = findLentRules(project, first);
  const bundled = alone.length === 0 ? first : await bundle(project, [...units, ...alone]);
  if (bundled === undefined || project.problems.length > 0) return output;
  const names = nameFiles(project, withoutFacades(project, bundled, alone));
  await Promise.all(
    [...names].map(async ([file, name]) => {
      output.set(name, await emit(file, bundled.codes.get(file) ?? '', names));
    }),
  );
  return new Map([...output].sort(([one], [other]) => one.localeCompare(other)));
}

/** Scripts of the app, its pages and its components. */
function findUnits({ sources, units, problems }: Project): string[] {
  return ['app', ...units.filter((name) => !name.startsWith(WEUI))].flatMap((unit) => {
    const file = path.join(sources.miniprogram, `${unit}.ts`);
    if (fs.existsSync(file)) return [file];
    problems.push(`${unit}.ts: no script`);
    return [];
  });
}

async function bundle(project: Project, entryPoints: string[]): Promise<Bundle | undefined> {
  try {
    const { outputFiles, metafile } = await build({
      entryPoints,
      absWorkingDir: path.resolve(project.sources.miniprogram),
      outbase: project.sources.miniprogram,
      outdir: project.sources.miniprogram,
      bundle: true,
      splitting: true,
      write: false,
      metafile: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      // A package says in `browser` what it leaves out where there is no Node.
      mainFields: ['browser', 'module', 'main'],
      preserveSymlinks: true,
      target: TARGET,
      charset: 'utf8',
      legalComments: 'none',
      loader: { '.matrix': 'text' },
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
      logLevel: 'silent',
      plugins: [resolveImports(project)],
    });
    return {
      codes: new Map(outputFiles.map(({ path: file, text }) => [file, text])),
      ...withWholePaths(project, metafile),
    };
  } catch (error) {
    if (!(error instanceof Error && 'errors' in error)) throw error;
    for (const { text, location } of (error as BuildFailure).errors) {
      const file = path.resolve(project.sources.miniprogram, location?.file ?? '');
      project.problems.push(`${file}:${String(location?.line ?? 0)} ${text}`);
    }
    return undefined;
  }
}

function withWholePaths({ sources }: Project, { inputs, outputs }: Metafile): Omit<Bundle, 'codes'> {
  const whole = <Value>(record: Record<string, Value>): Record<string, Value> =>
    Object.fromEntries(
      Object.entries(record).map(([file, value]) => [path.resolve(sources.miniprogram, file), value]),
    );
  return {
    inputs: whole(inputs),
    outputs: Object.fromEntries(
      Object.entries(whole(outputs)).map(([file, one]) => [file, { ...one, inputs: whole(one.inputs) }]),
    ),
  };
}

function resolveImports({ sources }: Project): Plugin {
  const doors = DOORS.map((door) => path.join(sources.domain, door));
  return {
    name: 'own files, and npm packages behind their doors',
    setup(process) {
      process.onResolve({ filter: /./ }, ({ path: specifier, importer, kind }) => {
        if (kind === 'entry-point' || importer.includes(`${path.sep}node_modules${path.sep}`)) {
          return undefined;
        }
        const isOwn = /^(?:\.|@domain\/)/.test(specifier);
        if (!isOwn) {
          if (doors.includes(importer)) return undefined;
          const text = `"${specifier}": an npm package is imported only by ${DOORS.join(', ')}`;
          return { errors: [{ text }] };
        }
        const file = findFile(sources.domain, importer, specifier);
        return file === undefined ? { errors: [{ text: `"${specifier}" is not there` }] } : { path: file };
      });
    },
  };
}

function findFile(domain: string, from: string, specifier: string): string | undefined {
  const base = specifier.startsWith('@domain/')
    ? path.join(domain, specifier.slice('@domain/'.length))
    : path.resolve(path.dirname(from), specifier);
  const tries = [`${base}.ts`, base, path.join(base, 'index.ts')];
  return tries.find((file) => fs.existsSync(file) && fs.statSync(file).isFile());
}

/** A phone may have loaded the main package and one subpackage, no other; and it reads a page or a component in its own file. */
function checkDirections(project: Project, inputs: Metafile['inputs'], units: readonly string[]): void {
  const { miniprogram } = project.sources;
  const ownerOf = (file: string): string =>
    project.packageRoots.find((root) => file.startsWith(path.join(miniprogram, root) + path.sep)) ?? '';
  for (const [file, { imports }] of Object.entries(inputs)) {
    for (const { path: imported, original = imported, kind } of imports) {
      const target = path.resolve(miniprogram, imported);
      const owner = ownerOf(target);
      // What is imported when it is wanted may lie anywhere: the phone fetches its package first.
      if (owner !== '' && owner !== ownerOf(file) && kind !== 'dynamic-import') {
        project.problems.push(`${file}: "${original}" lies in the subpackage ${owner}`);
      }
      if (units.includes(target)) project.problems.push(`${file}: "${original}" is a page or a component`);
    }
  }
}

/**
 * Scripts that only one component needs. A component is copied into each subpackage that shows it, a rule or a memory is not:
 * it becomes a file of its own.
 */
function findLentRules({ sources }: Project, { outputs }: Bundle): string[] {
  const components = path.join(sources.miniprogram, 'components') + path.sep;
  return Object.entries(outputs).flatMap(([output, { inputs }]) =>
    output.startsWith(components)
      ? Object.keys(inputs).filter((file) => file.endsWith('.ts') && !isCopied(sources.miniprogram, file))
      : [],
  );
}

/** Rules of the domain remember nothing either; what a chunk holds beside them decides where it lies. */
function isRule(domain: string, file: string): boolean {
  return file.startsWith(domain + path.sep);
}

function isCopied(miniprogram: string, file: string): boolean {
  return ['components', 'messages'].some((folder) =>
    file.startsWith(path.join(miniprogram, folder) + path.sep),
  );
}

/**
 * A rule that became an entry of its own lies in a file that its component reads; the entry itself only hands that file on, under
 * the same name, and nobody asks for it.
 */
function withoutFacades({ sources }: Project, bundled: Bundle, alone: readonly string[]): Bundle {
  const isFacade = ({ entryPoint = '' }: Metafile['outputs'][string]): boolean =>
    alone.includes(path.resolve(sources.miniprogram, entryPoint));
  const kept = Object.entries(bundled.outputs).filter(([, one]) => !isFacade(one));
  return { ...bundled, outputs: Object.fromEntries(kept) };
}

/**
 * File → path in the package; no two have the same. What several need is named after the largest of its scripts that remember
 * something, else of all; what the compiler lends to several, after the compiler.
 */
function nameFiles({ sources }: Project, { outputs }: Bundle): Map<string, string> {
  const { miniprogram, domain } = sources;
  const names = new Map(
    Object.entries(outputs).map(([file, { entryPoint, inputs }]) => {
      if (entryPoint !== undefined) return [file, placeOf(sources, path.resolve(miniprogram, entryPoint))];
      const own = Object.keys(inputs).filter((one) => one.startsWith(miniprogram) || one.startsWith(domain));
      const kept = own.filter((one) => !isCopied(miniprogram, one) && !isRule(domain, one));
      const sizeOf = (one: string): number => inputs[one]?.bytesInOutput ?? 0;
      const [largest] = (kept.length > 0 ? kept : own).sort((one, other) => sizeOf(other) - sizeOf(one));
      return [file, largest === undefined ? 'compiler.js' : placeOf(sources, largest)];
    }),
  );
  const [twice] = [...names.values()].filter((name, index, all) => all.indexOf(name) < index);
  if (twice !== undefined) throw new Error(`${twice} would be written twice`);
  return names;
}

function placeOf({ miniprogram, domain }: Sources, file: string): string {
  const place = file.startsWith(domain + path.sep)
    ? path.join('domain', path.relative(domain, file))
    : path.relative(miniprogram, file);
  return place
    .replace(/\.ts$/, '.js')
    .replace(/\.(json|matrix)$/, '_$1.js')
    .split(path.sep)
    .join('/');
}

function nameOf(names: ReadonlyMap<string, string>, file: string): string {
  const found = names.get(file);
  if (found === undefined) throw new Error(`${file} was never written`);
  return found;
}

async function emit(file: string, code: string, names: ReadonlyMap<string, string>): Promise<string> {
  const { outputText } = ts.transpileModule(code.replace(/\bimport\("/g, 'require.async("'), {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: false,
    },
  });
  const targetOf = (specifier: string): string => nameOf(names, path.resolve(path.dirname(file), specifier));
  const linked = withoutCeremony(outputText).replace(REQUIRE, (_, way = '', specifier: string) => {
    const relative = path.posix
      .relative(path.posix.dirname(nameOf(names, file)), targetOf(specifier))
      .replace(/\.js$/, '');
    return `require${way}(${JSON.stringify(relative.startsWith('.') ? relative : `./${relative}`)})`;
  });
  const small = await transform(linked, { minify: true, format: 'cjs', target: TARGET, charset: 'utf8' });
  return small.code;
}

/**
 * What the compiler writes for strangers, and no file of the package asks for: the mark of an ES module, names announced
 * before they have a value, calls that hide the module from a function, and files that are loaded though nothing is taken of
 * them, for what loading them might do. No script of ours does anything by being loaded. It is a tenth of the package.
 */
function withoutCeremony(code: string): string {
  return code
    .replace('Object.defineProperty(exports, "__esModule", { value: true });\n', '')
    .replace(/^(?:exports\.[\w$]+ = )+void 0;\n/gm, '')
    .replace(/^require\("[^"]+"\);\n/gm, '')
    .replace(/\(0, (\w+_\d+\.[\w$]+)\)\(/g, '$1(');
}
