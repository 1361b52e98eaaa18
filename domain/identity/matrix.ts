import { ROLES, type Role } from './role';

/** Where the object must stand for the caller (permissions.md §2). */
export type Scope = '*' | 'L' | 'S' | 'H' | 'T' | 'B' | 'P' | 'G' | 'C' | 'W';

/** One cell: null is a denial. */
export interface Cell {
  readonly scope: Scope;
  /** 'm' masked output, 'a' aggregates only. */
  readonly output: 'full' | 'masked' | 'aggregate';
  readonly reason: boolean;
  readonly secondPerson: boolean;
  readonly quota: boolean;
  readonly ownWithinDay: boolean;
}

/** What a role may do; null is a denial. */
export type MatrixRow = (role: Role) => Cell | null;

const CELL = /^([*LSHTBPGCW])([ma])?(r)?(2)?(q)?(o)?$/;

/** One cell of the matrix; null is a denial. Throws on anything that is no cell. */
export function parseCell(text: string): Cell | null {
  if (text === '-') return null;
  const found = CELL.exec(text);
  if (found === null) throw new Error(`"${text}" is no cell`);
  return {
    scope: found[1] as Scope,
    output: found[2] === 'm' ? 'masked' : found[2] === 'a' ? 'aggregate' : 'full',
    reason: found[3] !== undefined,
    secondPerson: found[4] !== undefined,
    quota: found[5] !== undefined,
    ownWithinDay: found[6] !== undefined,
  };
}

/** The twelve cells of a row, one space between two, in the order of ROLES. */
export function parseRow(cells: string): MatrixRow {
  const texts = cells.split(' ');
  if (texts.length !== ROLES.length) throw new Error(`${texts.length} cells instead of ${ROLES.length}`);
  const row = new Map(ROLES.map((role, index) => [role, parseCell(texts[index] ?? '')]));
  return (role) => row.get(role) ?? null;
}

/**
 * Reads permissions.matrix strictly into [action name, cells]. Throws on an unknown code, a missing cell, a doubled or
 * badly formed name, or a header in another order than ROLES.
 */
export function matrixRows(text: string): readonly (readonly [string, string])[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const [header = ['', ''] as const, ...rows] = lines.map((line) => {
    const [name = '', cells = ''] = line.split('|');
    return [name.trim(), cells.trim().split(/\s+/).join(' ')] as const;
  });
  if (header[1] !== ROLES.join(' ')) throw new Error('the header does not name the roles in their order');
  const names = new Set<string>();
  for (const [name, cells] of rows) {
    if (!/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(name)) throw new Error(`"${name}" is no action name`);
    if (names.has(name)) throw new Error(`${name} stands twice`);
    names.add(name);
    parseRow(cells);
  }
  return rows;
}
