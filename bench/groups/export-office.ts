/** What people open the file with: LibreOffice reads it and writes every sheet as text. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './group';

/** Comma, double quotes, UTF-8, from the first line; -1 is every sheet. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
const HEADER_LINES = 1;
const MINUTES_MAX = 10;

/** Rows of some sheets, their headers aside; undefined where there is no LibreOffice. */
function rowsInOffice(
  file: Buffer,
  { folder, names }: { readonly folder: string; readonly names: readonly string[] },
): number | undefined {
  if (spawnSync('soffice', ['--version']).error !== undefined) return undefined;
  const path = join(folder, 'file.xlsx');
  writeFileSync(path, file);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const out = join(folder, 'sheets');
  const { status, stderr } = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', EVERY_SHEET, '--outdir', out, path],
    { timeout: MINUTES_MAX * 60_000, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`LibreOffice does not open the file: ${stderr}`);
  const texts = names.map((name) => readFileSync(join(out, `file-${name}.csv`), 'utf8'));
  return texts.reduce((sum, text) => sum + text.trimEnd().split('\n').length - HEADER_LINES, 0);
}

export function measureOffice(
  { report, streets }: Bench,
  file: Buffer,
  { names, rows }: { readonly names: readonly string[]; readonly rows: number },
): void {
  const seen = rowsInOffice(file, { folder: streets.newFolder(), names });
  if (seen === undefined) {
    report.remark('not opened in LibreOffice: there is none on this machine');
    return;
  }
  const value = Math.abs(seen - rows);
  report.measure({ name: 'export.office', value, unit: 'missing', limit: { atMost: 0 } });
}
