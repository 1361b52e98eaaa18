import type { Cell, Scope } from '@domain/identity/matrix';
import type { AssignmentDocument, AssignmentScope } from '../repositories/documents';

/** The fields by which documents say where they stand. */
export type AreaField = 'householdId' | 'buildingId' | 'compoundId' | 'gridId' | 'communityId' | 'streetId';

/** Rows within reach: a list asks the database for these and no others, for one that drops rows afterwards leaks their number. */
export interface AreaFilter {
  readonly field: AreaField;
  /** Never empty. */
  readonly values: readonly string[];
}

interface Ground {
  readonly field: AreaField;
  readonly held: (scope: AssignmentScope) => readonly string[];
}

const one = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);

/** Scopes that are places on the ground, as documents name them and as a seat holds them. */
const GROUNDS: Readonly<Partial<Record<Scope, Ground>>> = {
  H: { field: 'householdId', held: ({ householdId }) => one(householdId) },
  B: { field: 'buildingId', held: ({ buildingId }) => one(buildingId) },
  P: { field: 'compoundId', held: ({ compoundIds }) => compoundIds ?? [] },
  G: { field: 'gridId', held: ({ gridIds }) => gridIds ?? [] },
  C: { field: 'communityId', held: ({ communityIds }) => communityIds ?? [] },
  W: { field: 'streetId', held: ({ streetId }) => one(streetId) },
};

/**
 * The rows that a cell opens to a seat. Undefined where the cell's scope is no place on the ground (`*`, L, S, T) or the
 * seat holds none: a list is then answered by its own rule, or empty.
 */
export function areaFilterOf(
  cell: Pick<Cell, 'scope'>,
  seat: Pick<AssignmentDocument, 'scope'> | null,
): AreaFilter | undefined {
  const ground = GROUNDS[cell.scope];
  if (ground === undefined || seat === null) return undefined;
  const values = ground.held(seat.scope);
  return values.length === 0 ? undefined : { field: ground.field, values };
}
