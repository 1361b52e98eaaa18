import type { ProcedureOutput } from '@domain/kernel/contract';
import type { Seat, sessionContract } from '@domain/contract/session';
import type { ReadContext } from '../../../kernel/context';
import { DEVICE_ROLES, PLEDGE_ROLES } from '@domain/identity/role';
import { isInForce } from '@domain/identity/seat';
import type { AssignmentDocument } from '../../../repositories/documents';
import { seatsOf } from '../../../repositories/assignments';
import { countUnread } from '../../../repositories/messages';
import { viewCampaign } from '../../../records/campaign-view';

type Output = ProcedureOutput<(typeof sessionContract)['whoami']>;

function lackOf({ role, pledgeSigned, deviceBound }: AssignmentDocument): Pick<Seat, 'lacks'> {
  if (PLEDGE_ROLES.includes(role) && !pledgeSigned) return { lacks: 'pledge' };
  return DEVICE_ROLES.includes(role) && !deviceBound ? { lacks: 'device' } : {};
}

function viewSeat(seat: AssignmentDocument): Seat {
  const { _id, role, duty, label, scope, endsOn, practicePassedOn, devices } = seat;
  return {
    id: _id,
    role,
    ...(duty === undefined ? {} : { duty }),
    label,
    ...(scope.householdId === undefined || role !== 'RE' ? {} : { householdId: scope.householdId }),
    ...(scope.buildingId === undefined || role !== 'BH' ? {} : { buildingId: scope.buildingId }),
    endsOn,
    ...(practicePassedOn === undefined ? {} : { practicePassedOn }),
    ...lackOf(seat),
    ...(DEVICE_ROLES.includes(role) && devices !== undefined ? { asksPin: true } : {}),
  };
}

/** Campaign, seats in force and what is unread: what a start needs to draw its first page. */
export async function whoami(context: ReadContext): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ madeBy: userId });
  const [seats, unread] = await Promise.all([
    seatsOf(context.store, userId),
    countUnread(context.store, userId),
  ]);
  return {
    campaign: viewCampaign(await context.campaign()),
    seats: seats.filter((seat) => isInForce(seat, context.today)).map(viewSeat),
    unread,
    now: context.now,
  };
}
