import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matrixRows, parseCell, parseRow } from '@domain/identity/matrix';
import { PERMISSION_ROWS } from '@domain/identity/permission';
import { ROLES } from '@domain/identity/role';
import { CONTRACTS } from '@domain/contract/every-contract';
import type { Contract } from '@domain/kernel/contract';
import { printPermissionPage } from '../../scripts/print-permissions';
import { matrix } from './world';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const header = `action | ${ROLES.join(' ')}`;
const cells = 'S S S S S S S S S S S S';
const procedures = Object.values<Contract>(CONTRACTS).flatMap((contract) => Object.values(contract));

describe('the matrix', () => {
  it('holds exactly the actions that a procedure carries out', () => {
    const carriedOut = new Set(procedures.map(({ permission }) => permission));

    expect([...matrix.keys()].sort()).toEqual([...carriedOut].sort());
  });

  it('is read with every contract there is', () => {
    const others = [
      'define.ts',
      'every-contract.ts',
      'household-view.ts',
      'issue-view.ts',
      'offline-record.ts',
      'wish-views.ts',
    ];
    const files = readdirSync(join(root, 'domain/contract')).filter((file) => !others.includes(file));

    expect(Object.keys(CONTRACTS)).toEqual(files.map((file) => file.replace('.ts', '')).sort());
  });

  it('is what the table of the product was made from', () => {
    expect(matrixRows(read('domain/identity/permissions.matrix'))).toEqual(Object.entries(PERMISSION_ROWS));
  });

  it('is what docs/permissions.md prints', () => {
    expect(printPermissionPage()).toBe(read('docs/permissions.md'));
  });

  it('asks for nothing that nobody carries out: a second person, or the age of a row', () => {
    const asking = [...matrix].filter(([, row]) => [...row.values()].some((cell) => /[2o]/.test(cell)));

    expect(asking).toEqual([]);
  });

  it('asks for a reason only of procedures that take one', () => {
    const withReason = [...matrix].filter(([, row]) => [...row.values()].some((cell) => cell.includes('r')));
    const silent = withReason.filter(([action]) =>
      procedures.some(({ permission, input }) => permission === action && !takesReason(input)),
    );

    expect(withReason.length).toBeGreaterThan(0);
    expect(silent).toEqual([]);
  });
});

function takesReason(input: unknown): boolean {
  const { def } = input as { def: { shape: Record<string, unknown> } };
  return Object.hasOwn(def.shape, 'reason');
}

describe('a file that is no matrix is refused:', () => {
  it.each([
    ['a cell short', `${header}\na.read | S S S`, '3 cells'],
    ['a cell too many', `${header}\na.read | ${cells} S`, '13 cells'],
    ['an unknown scope', `${header}\na.read | ${cells.replace('S', 'Q')}`, 'no cell'],
    ['modifiers out of order', `${header}\na.read | ${cells.replace('S', 'Sqr')}`, 'no cell'],
    ['a denial with a modifier', `${header}\na.read | ${cells.replace('S', '-q')}`, 'no cell'],
    ['a doubled action', `${header}\na.read | ${cells}\na.read | ${cells}`, 'stands twice'],
    ['an action without verb', `${header}\nread | ${cells}`, 'no action name'],
    ['another order of roles', `action | ${[...ROLES].reverse().join(' ')}\na.read | ${cells}`, 'header'],
    ['no header', `a.read | ${cells}`, 'header'],
    ['nothing', '', 'header'],
  ])('%s', (_, text, sentence) => {
    expect(() => matrixRows(text)).toThrow(sentence);
  });

  it('comments and empty lines are none of its rows', () => {
    expect(matrixRows(`# a comment\n\n${header}\n# a.write | -\na.read  | ${cells}\n`)).toEqual([
      ['a.read', cells],
    ]);
  });
});

describe('a cell', () => {
  it('says scope and modifiers', () => {
    expect(parseCell('-')).toBeNull();
    expect(parseCell('Gmr2qo')).toEqual({
      scope: 'G',
      output: 'masked',
      reason: true,
      secondPerson: true,
      quota: true,
      ownWithinDay: true,
    });
    expect(parseCell('*a')).toMatchObject({ scope: '*', output: 'aggregate', reason: false, quota: false });
  });

  it('belongs to the role at its place', () => {
    const row = parseRow('L S H T B P G C W * - Wa');

    expect(ROLES.map((role) => row(role)?.scope ?? '-').join('')).toBe('LSHTBPGCW*-W');
  });
});
