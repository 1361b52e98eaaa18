/** Writes docs/permissions.md from contracts and matrix. `--check` fails when the page on disk differs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRACTS } from '@domain/contract/every-contract';
import { parseRow } from '@domain/identity/matrix';
import { PERMISSION_ROWS, type ActionName } from '@domain/identity/permission';
import { ROLES, ROLE_WORDS, type Role } from '@domain/identity/role';
import type { Contract } from '@domain/kernel/contract';
import { ACTION_WORDS, modifierWords, ROLE_TITLES, SCOPE_WORDS } from './permission-words';

const target = join(__dirname, '../docs/permissions.md');
const actions = Object.keys(PERMISSION_ROWS) as ActionName[];

/** The page's text. */
export function printPermissionPage(): string {
  return [
    '# Who may do what',
    '',
    'Printed from `domain/identity/permissions.matrix` and the contracts by `scripts/print-permissions.ts`; not edited by hand.',
    'A call acts in one seat and is judged by it alone. What a role does not list below is denied to it. An object out of',
    'reach answers like one that does not exist. A seat that is over, suspended, without signed pledge or, for CA, SA and AU,',
    'without bound phone leaves only the look at its own state.',
    '',
    ...ROLES.flatMap(sectionOf),
    '## Procedures',
    '',
    ...actions.map((action) => `- \`${action}\`: ${proceduresOf(action).join(', ')}`),
    '',
  ].join('\n');
}

function sectionOf(role: Role): string[] {
  const allowed = actions.flatMap((action) => {
    const cell = parseRow(PERMISSION_ROWS[action])(role);
    if (cell === null) return [];
    const how = [SCOPE_WORDS[cell.scope], ...modifierWords(cell)].join(', ');
    return [`- may ${ACTION_WORDS[action]}: ${how} (\`${action}\`)`];
  });
  return [`## ${role} ${ROLE_WORDS[role]}, ${ROLE_TITLES[role]}`, '', ...allowed, ''];
}

/** `census.submitForm` and its like, for every procedure that asks for this action. */
function proceduresOf(action: ActionName): string[] {
  return Object.entries<Contract>(CONTRACTS).flatMap(([name, contract]) =>
    Object.entries(contract)
      .filter(([, procedure]) => procedure.permission === action)
      .map(([procedure]) => `\`${name}.${procedure}\``),
  );
}

function main(): void {
  const text = printPermissionPage();
  if (!process.argv.includes('--check')) {
    writeFileSync(target, text);
  } else if (readFileSync(target, 'utf8') !== text) {
    throw new Error(
      'docs/permissions.md is not what contracts and matrix say: tsx scripts/print-permissions.ts',
    );
  }
}

if (process.argv[1] === __filename) main();
