/** Writes domain/identity/permission.ts from permissions.matrix. `--check` fails when the file on disk differs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, type FormatConfig } from 'oxfmt';
import { matrixRows } from '@domain/identity/matrix';

const root = join(__dirname, '..');
const source = join(root, 'domain/identity/permissions.matrix');
const target = join(root, 'domain/identity/permission.ts');

/** The module's text, formatted as the repository is. */
export async function printPermissionModule(): Promise<string> {
  const rows = matrixRows(readFileSync(source, 'utf8')).map(([name, cells]) => `'${name}': '${cells}'`);
  const text = [
    '/** Made from permissions.matrix by `npm run build:permissions`: action name and its twelve cells in the order of ROLES. */',
    `export const PERMISSION_ROWS = { ${rows.join(',\n')} } as const;`,
    '',
    'export type ActionName = keyof typeof PERMISSION_ROWS;',
    '',
  ].join('\n');
  const options = JSON.parse(readFileSync(join(root, '.oxfmtrc.json'), 'utf8')) as FormatConfig;
  const { code } = await format(target, text, options);
  return code;
}

async function main(): Promise<void> {
  const text = await printPermissionModule();
  if (!process.argv.includes('--check')) {
    writeFileSync(target, text);
  } else if (readFileSync(target, 'utf8') !== text) {
    throw new Error(
      'domain/identity/permission.ts is not what permissions.matrix says: npm run build:permissions',
    );
  }
}

if (process.argv[1] === __filename) void main();
