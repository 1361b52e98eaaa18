/** Who stands where, for sentences written by hand. */
import { PERMISSION_ROWS, type ActionName } from '@domain/identity/permission';
import type { Role } from '@domain/identity/role';
import type { AssignmentDocument } from '../../cloudfunctions/repositories/documents';
import { cellOf, decideAction, decideObject, type Place } from '../../cloudfunctions/policies/permit';
import { ME, seatOf, TODAY } from './world';

export const ALL = Object.keys(PERMISSION_ROWS) as ActionName[];

export const mine: Place = {
  householdId: 'h1',
  buildingId: 'b1',
  compoundId: 'x1',
  gridId: 'g1',
  communityId: 'c1',
  streetId: 's1',
};
export const neighbour: Place = { ...mine, householdId: 'h2' };
export const nextBuilding: Place = { ...neighbour, buildingId: 'b5' };
export const nextGrid: Place = { ...nextBuilding, compoundId: 'x2', gridId: 'g2' };
export const otherCommunity: Place = { ...nextGrid, gridId: 'g3', communityId: 'c2' };

export function seat(role: Role, scope: AssignmentDocument['scope']): AssignmentDocument {
  return seatOf(role, { scope })!;
}

export const resident = seat('RE', { householdId: 'h1' });
export const head = seat('BH', { buildingId: 'b1' });
export const worker = seat('GW', { gridIds: ['g1'] });
export const volunteer = seat('GV', { gridIds: ['g1'] });
export const community = seat('CA', { communityIds: ['c1'] });
export const street = seat('SA', { streetId: 's1' });
export const auditor = seat('AU', { streetId: 's1' });
export const seats = [resident, head, worker, volunteer, community, street, auditor];

export function may(by: AssignmentDocument | null, action: ActionName, place: Place): boolean {
  const decision = decideAction(action, by, TODAY);
  return decision.ok && decideObject({ userId: ME, seat: by, cell: decision.cell }, place);
}

/** The life of the street: what its people give and ask beside the count. It has sentences of its own below. */
export const LIFE =
  /^(?:volunteer|team|activity|wish|gift|issue|notice|guide|directory|course|certificate|content|file)\./;
export const isOfTheCount = (action: ActionName): boolean => !LIFE.test(action);

/** What a role may do of one domain of the life. */
export function lifeOf(role: Role, domain: string): string[] {
  return ALL.filter((action) => action.startsWith(`${domain}.`) && cellOf(action, role) !== null);
}
