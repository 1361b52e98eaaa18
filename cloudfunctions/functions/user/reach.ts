/** Whose seat or offer it is to decide about. */
import { isFieldRole } from '@domain/identity/seat';
import type { Role } from '@domain/identity/role';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../kernel/context';
import { cellOf } from '../../policies/permit';
import { findSeat } from '../../repositories/assignments';
import type { AssignmentDocument, OfferDocument } from '../../repositories/documents';
import { findOffer } from '../../repositories/offers';

type Standing = Pick<OfferDocument, 'streetId' | 'communityIds'>;

/** A seat in several communities is within the reach of each. Throws NOT_FOUND. */
function permitStanding(context: ChangeContext, { streetId, communityIds }: Standing): void {
  const places =
    communityIds.length === 0
      ? [{ streetId }]
      : communityIds.map((communityId) => ({ streetId, communityId }));
  if (!places.some((place) => context.reaches(place))) throw new Problem('NOT_FOUND');
}

/** A seat of the office within reach; a resident's is nobody's to hand on. Throws NOT_FOUND. */
export async function findSeatInReach(
  context: ChangeContext,
  seatId: string,
): Promise<AssignmentDocument & Standing> {
  const seat = await findSeat(context.store, seatId);
  if (seat?.streetId === undefined) throw new Problem('NOT_FOUND');
  const standing = { streetId: seat.streetId, communityIds: seat.communityIds ?? [] };
  permitStanding(context, standing);
  return { ...seat, ...standing };
}

/** Throws NOT_FOUND. */
export async function findOfferInReach(context: ChangeContext, offerId: string): Promise<OfferDocument> {
  const offer = await findOffer(context.store, offerId);
  if (offer === undefined) throw new Problem('NOT_FOUND');
  permitStanding(context, offer);
  return offer;
}

/** A community hands out the roles of the ground; what stands beside or above it is the street's. Throws FORBIDDEN. */
export function checkMayGive(context: ChangeContext, role: Role): void {
  const isAdministrators = cellOf('user.assignAdmin', context.caller.role) !== null;
  if (!isFieldRole(role) && !isAdministrators) throw new Problem('FORBIDDEN');
}

/** Nobody decides about the own seat. Throws FORBIDDEN. */
export function checkNotOwn(context: ChangeContext, userIds: readonly string[]): void {
  if (userIds.includes(context.caller.userId)) {
    throw new Problem('FORBIDDEN', { sentence: '不能给自己办，请另一位同事来办' });
  }
}
