/**
 * The only interpreter of permissions.matrix. It is asked twice: of the action before any work, and of the stored object
 * before it leaves or changes. Everything that is not allowed in so many words is denied.
 */
import { parseRow, type Cell } from '@domain/identity/matrix';
import { PERMISSION_ROWS, type ActionName } from '@domain/identity/permission';
import { DEVICE_ROLES, STAFF_ROLES, type Role } from '@domain/identity/role';
import type { AssignmentDocument } from '../repositories/documents';
import { areaFilterOf, type AreaField } from './area-scope';
import { dutyAllows } from './duty';

export type ActionDecision =
  | { readonly ok: true; readonly cell: Cell }
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

const ROWS = new Map(Object.entries(PERMISSION_ROWS).map(([action, cells]) => [action, parseRow(cells)]));

/** Staff, and volunteers, who hear as much as staff does. */
const PLEDGE_ROLES: readonly Role[] = [...STAFF_ROLES, 'VO'];

/** The matrix cell of an action for a role; null is a denial. */
export function cellOf(action: ActionName, role: Role): Cell | null {
  return ROWS.get(action)?.(role) ?? null;
}

/**
 * Whether this seat may do this action at all, on a day (YYYY-MM-DD in Asia/Shanghai). No seat is the role VI. Only
 * `session.*`, which tells a person where an account stands, is open to accounts in every state.
 */
export function decideAction(
  action: ActionName,
  seat: AssignmentDocument | null,
  today: string,
): ActionDecision {
  const cell = cellOf(action, seat?.role ?? 'VI');
  if (cell === null || isBeyondUs(cell)) return { ok: false, code: 'FORBIDDEN' };
  if (seat === null || action.startsWith('session.')) return { ok: true, cell };
  const hindrance = hindranceOf(seat, today);
  if (hindrance !== undefined) return { ok: false, code: hindrance };
  return dutyAllows(seat.duty, action, cell) ? { ok: true, cell } : { ok: false, code: 'FORBIDDEN' };
}

/** Nothing collects a second person's consent or measures the age of an own row: such a cell lets nobody through. */
function isBeyondUs({ secondPerson, ownWithinDay }: Cell): boolean {
  return secondPerson || ownWithinDay;
}

/** What keeps an account from acting; undefined for one in good standing. First and last day of a seat count as its days. */
function hindranceOf(seat: AssignmentDocument, today: string): 'FORBIDDEN' | 'PLEDGE_REQUIRED' | undefined {
  const isInForce = seat.state === 'active' && seat.startsOn <= today && today <= seat.endsOn;
  if (!isInForce) return 'FORBIDDEN';
  if (PLEDGE_ROLES.includes(seat.role) && !seat.pledgeSigned) return 'PLEDGE_REQUIRED';
  return DEVICE_ROLES.includes(seat.role) && !seat.deviceBound ? 'FORBIDDEN' : undefined;
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
