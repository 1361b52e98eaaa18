/**
 * The only interpreter of permissions.matrix. It is asked twice: of the action before any work, and of the stored object
 * before it leaves or changes. Everything that is not allowed in so many words is denied.
 */
import { parseRow, type Cell, type MatrixRow } from '@domain/identity/matrix';
import { PERMISSION_ROWS, type ActionName } from '@domain/identity/permission';
import { DEVICE_ROLES, PLEDGE_ROLES, type Role } from '@domain/identity/role';
import { isInForce } from '@domain/identity/seat';
import type { AssignmentDocument } from '../repositories/documents';
import { areaFilterOf, type AreaField } from './area-scope';
import { dutyAllows } from './duty';

export type ActionDecision =
  | { readonly ok: true; readonly cell: Cell; readonly isOver: boolean }
  | { readonly ok: false; readonly code: 'FORBIDDEN' | 'PLEDGE_REQUIRED' };

/**
 * Where a stored object stands. What is absent is not there: an object without a grid lies in nobody's grid, and one that is
 * not said to be published is not.
 */
export interface Place extends Readonly<Partial<Record<AreaField, string>>> {
  /** The user who made the object. */
  readonly madeBy?: string;
  /** Users whom the object is about. */
  readonly about?: readonly string[];
  /** The user to whom the object is assigned as a task. */
  readonly assignedTo?: string;
  /** True when the caller presented a valid code, link or ticket to exactly this object. */
  readonly linkValid?: boolean;
  readonly isPublished?: boolean;
}

/** Who asks about an object, in which seat, under which cell of the matrix. */
export interface Asker {
  readonly userId: string;
  /** Null for a person who acts in no seat: the role VI. */
  readonly seat: Pick<AssignmentDocument, 'scope'> | null;
  readonly cell: Pick<Cell, 'scope'>;
}

/** Rows that were asked for: two thousand cells read at once are a tenth of a cold start's memory, and a function asks a few. */
const ROWS = new Map<ActionName, MatrixRow>();

function rowOf(action: ActionName): MatrixRow {
  const known = ROWS.get(action);
  if (known !== undefined) return known;
  const row = parseRow(PERMISSION_ROWS[action]);
  ROWS.set(action, row);
  return row;
}

/** The matrix cell of an action for a role; null is a denial. */
export function cellOf(action: ActionName, role: Role): Cell | null {
  return rowOf(action)(role);
}

/** What tells a person where an account stands is open to accounts in every state. */
const ALWAYS_OPEN: ReadonlySet<string> = new Set(['session.whoami']);

/** What a seat in force needs in order to become able to work: to sign, to bind, to type the PIN, to read what it was told. */
function makesReady(action: ActionName): boolean {
  return /^(session|inbox)\.|^pledge\.sign$|^device\.bind$/.test(action);
}

/** Records made while a seat lasted may be handed in after it; a suspended one hands in nothing. */
function mayHandIn({ state, startsOn }: AssignmentDocument, action: ActionName, today: string): boolean {
  return action === 'form.syncBatch' && state !== 'suspended' && startsOn <= today;
}

/**
 * Whether this seat may do this action at all, on a day (YYYY-MM-DD in Asia/Shanghai). No seat is the role VI. `isOver` marks a
 * seat that hands in what it holds and reaches nothing any more.
 */
export function decideAction(
  action: ActionName,
  seat: AssignmentDocument | null,
  today: string,
): ActionDecision {
  const cell = cellOf(action, seat?.role ?? 'VI');
  if (cell === null || isBeyondUs(cell)) return { ok: false, code: 'FORBIDDEN' };
  if (seat === null || ALWAYS_OPEN.has(action)) return { ok: true, cell, isOver: false };
  const isOver = !isInForce(seat, today);
  const code = isOver && !mayHandIn(seat, action, today) ? 'FORBIDDEN' : hindranceOf(seat, action, cell);
  return code === undefined ? { ok: true, cell, isOver } : { ok: false, code };
}

/** Nothing collects a second person's consent or measures the age of an own row: such a cell lets nobody through. */
function isBeyondUs({ secondPerson, ownWithinDay }: Cell): boolean {
  return secondPerson || ownWithinDay;
}

/** What keeps a seat in force from this act; undefined for one in good standing whose duty leaves it. */
function hindranceOf(
  seat: AssignmentDocument,
  action: ActionName,
  cell: Cell,
): 'FORBIDDEN' | 'PLEDGE_REQUIRED' | undefined {
  if (makesReady(action)) return undefined;
  if (PLEDGE_ROLES.includes(seat.role) && !seat.pledgeSigned) return 'PLEDGE_REQUIRED';
  if (DEVICE_ROLES.includes(seat.role) && !seat.deviceBound) return 'FORBIDDEN';
  return dutyAllows(seat.duty, action, cell) ? undefined : 'FORBIDDEN';
}

/** Whether the object is within the caller's reach. The stored place is asked, never one that a form names. */
export function decideObject({ cell, seat, userId }: Asker, place: Place): boolean {
  if (cell.scope === '*') return place.isPublished === true;
  if (cell.scope === 'L') return place.linkValid === true;
  if (cell.scope === 'S') return place.madeBy === userId || place.about?.includes(userId) === true;
  if (cell.scope === 'T') return place.assignedTo === userId;
  const filter = areaFilterOf(cell, seat);
  const stands = filter && place[filter.field];
  return stands !== undefined && filter?.values.includes(stands) === true;
}
