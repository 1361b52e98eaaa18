/**
 * Every cell of the matrix is changed in turn, and the product is run on the changed matrix beside the second reading of the
 * unchanged one. A change that no case notices would mean that nobody tests that cell. All mutants lie in one table, each row
 * of which differs from its original in one cell, so that the whole run loads the product once.
 */
import { PERMISSION_ROWS, type ActionName } from '@domain/identity/permission';
import type { Role } from '@domain/identity/role';
import { judge, POSITIONS, type Situation } from './second-interpreter';
import { allSituations, matrix, ROLES, seatIn, TODAY, verdictOf, type Policy } from './world';

/** From the narrowest to the widest. */
const LADDER = ['L', 'S', 'T', 'H', 'B', 'P', 'G', 'C', 'W', '*'];
const MODIFIERS = ['m', 'r', 'q'] as const;

interface Mutant {
  readonly action: ActionName;
  readonly role: Role;
  readonly cell: string;
  readonly name: ActionName;
}

/** A denial opened at both ends of the ladder; a scope one step wider, one narrower, denied; each modifier turned over. */
function mutationsOf(cell: string): string[] {
  if (cell === '-') return ['L', 'S', 'H', 'W', '*'];
  const at = LADDER.indexOf(cell.charAt(0));
  const scopes = [LADDER[at - 1], LADDER[at + 1]].filter((scope) => scope !== undefined);
  return [
    '-',
    ...scopes.map((scope) => scope + cell.slice(1)),
    ...MODIFIERS.map((modifier) => turned(cell, modifier)),
  ];
}

function turned(cell: string, modifier: (typeof MODIFIERS)[number]): string {
  const held = new Set(cell.slice(1));
  if (!held.delete(modifier)) held.add(modifier);
  // Masked and sums only exclude each other.
  if (modifier === 'm') held.delete('a');
  return cell.charAt(0) + ['m', 'a', 'r', '2', 'q', 'o'].filter((one) => held.has(one)).join('');
}

const mutants: readonly Mutant[] = [...matrix].flatMap(([action, row]) =>
  ROLES.flatMap((role) =>
    mutationsOf(row.get(role)!).map((cell) => ({
      action: action as ActionName,
      role,
      cell,
      name: `${action}~${role}~${cell}` as ActionName,
    })),
  ),
);

function rowOf({ action, role, cell }: Mutant): string {
  return ROLES.map((one) => (one === role ? cell : matrix.get(action)!.get(one)!)).join(' ');
}

/** The product as it would be with every mutant in its matrix. */
function mutatedPolicy(): Policy {
  let policy: Policy | undefined;
  jest.isolateModules(() => {
    jest.doMock('@domain/identity/permission', () => ({
      PERMISSION_ROWS: {
        ...PERMISSION_ROWS,
        ...Object.fromEntries(mutants.map((one) => [one.name, rowOf(one)])),
      },
    }));
    policy = jest.requireActual<Policy>('../../cloudfunctions/policies/permit');
  });
  return policy!;
}

/** What the product says beside yes and no: masked or not, with a reason or not, counted or not. */
function modifiersOf(policy: Policy, action: ActionName, role: Role): string {
  const decision = policy.decideAction(action, seatIn(role, 'active'), TODAY);
  if (!decision.ok) return '';
  const { output, reason, quota } = decision.cell;
  const first = { full: '', masked: 'm', aggregate: 'a' }[output];
  return `${first}${reason ? 'r' : ''}${quota ? 'q' : ''}`;
}

function isKilled(policy: Policy, mutant: Mutant, situations: readonly Situation[]): boolean {
  const { action, role, name } = mutant;
  const cell = matrix.get(action)!.get(role)!;
  if (modifiersOf(policy, name, role) !== cell.slice(1)) return true;
  return situations.some(
    (situation) =>
      verdictOf(policy, { action: name, role }, situation) !== judge({ action, role, cell }, situation),
  );
}

describe('a changed cell', () => {
  const policy = mutatedPolicy();
  const situations = allSituations(POSITIONS);

  it('is noticed, whichever it is', () => {
    const survivors = mutants.filter((mutant) => !isKilled(policy, mutant, situations));

    expect(survivors.map(({ name }) => name)).toEqual([]);
  });

  it('is tried for every cell there is', () => {
    const tried = new Set(mutants.map(({ action, role }) => `${action} ${role}`));

    expect(tried.size).toBe(matrix.size * ROLES.length);
    expect(mutants.length).toBeGreaterThan(tried.size * 3);
  });

  it('is not noticed where nothing changed, so that a kill says something', () => {
    const unchanged = [...matrix].flatMap(([action, row]) =>
      ROLES.map((role) => ({
        action: action as ActionName,
        role,
        cell: row.get(role)!,
        name: action as ActionName,
      })),
    );

    expect(unchanged.filter((mutant) => isKilled(policy, mutant, situations))).toEqual([]);
  });
});
