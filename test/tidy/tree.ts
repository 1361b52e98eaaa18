// The repository as text, for the rules that read it. What is planted in test/tidy itself is left out.
import fs from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** Relative to the root of the repository, with slashes. */
  path: string;
  text: string;
}

export interface Finding {
  path: string;
  /** From 1; 0 speaks of the file as a whole. */
  line: number;
  what: string;
}

export const ROOT = path.resolve(__dirname, '../..');

const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage', '.git', '.local', 'package-lock.json']);
const TEXT = /(?:\.(?:ts|cjs|mjs|json|md|matrix|txt|yml|html|css|wxml|wxss|wxs|svg|sh)|\/run|\.gitignore)$/;

/** Every text file of the repository that people write, sorted by path. */
export function readTree(): SourceFile[] {
  return listFiles('')
    .filter((file) => TEXT.test(`/${file}`) && !file.startsWith('test/tidy/'))
    .sort()
    .map((file) => ({ path: file, text: fs.readFileSync(path.join(ROOT, file), 'utf8') }));
}

/** Paths of every file below a folder of the repository, whatever it holds. */
export function listFiles(folder: string): string[] {
  const at = path.join(ROOT, folder);
  if (!fs.existsSync(at)) return [];
  return fs.readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (LEFT_OUT.has(entry.name)) return [];
    return entry.isDirectory() ? listFiles(file) : [file];
  });
}

/** One line a finding, as the tests print it. */
export function printed(findings: readonly Finding[]): string[] {
  return findings.map(({ path: file, line, what }) => `${file}${line === 0 ? '' : `:${line}`} ${what}`);
}

/** Files of some parts, by path. */
export function within(files: readonly SourceFile[], pattern: RegExp): SourceFile[] {
  return files.filter((file) => pattern.test(file.path));
}

/** One finding a match of a global pattern; `say` may answer undefined to let a match pass. */
export function findMatches(
  files: readonly SourceFile[],
  pattern: RegExp,
  say: (match: RegExpExecArray) => string | undefined,
): Finding[] {
  return files.flatMap((file) =>
    [...file.text.matchAll(pattern)].flatMap((match) => {
      const what = say(match);
      return what === undefined ? [] : [{ path: file.path, line: lineAt(file.text, match.index), what }];
    }),
  );
}

/** Line, from 1, of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A planted file for the proof that a rule finds something. */
export function planted(file: string, text: string): SourceFile {
  return { path: file, text };
}
