import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { wishContract } from '@domain/contract/wish';
import type { WishSide } from '@domain/wish/wish';
import type { ChangeContext } from '../../../kernel/context';
import { openVolunteerPhone } from '../../../records/sealed-volunteer';
import { openWishContact } from '../../../records/sealed-wish';
import { reachedWish } from '../../../records/wishes';
import type { WishDocument } from '../../../repositories/documents';
import { findVolunteer } from '../../../repositories/volunteers';

type Input = ProcedureParsed<(typeof wishContract)['revealPhone']>;
type Output = ProcedureOutput<(typeof wishContract)['revealPhone']>;

/** Empty where there is none: neither side is rung any more once the wisher's number has been forgotten. */
async function numberOf(
  { store, keyring }: ChangeContext,
  wish: WishDocument,
  side: WishSide,
): Promise<string> {
  const contact = openWishContact(keyring, wish);
  if (contact === undefined || side === 'wisher') return contact?.phone ?? '';
  const volunteer = wish.claimedBy === '' ? undefined : await findVolunteer(store, wish.claimedBy);
  return volunteer === undefined ? '' : openVolunteerPhone(keyring, volunteer);
}

/** To ring both when they do not find each other. Whoever is of the home leaves it to a colleague. */
export async function revealPhone(context: ChangeContext, { wishId, side, reason }: Input): Promise<Output> {
  const wish = await reachedWish(context, wishId);
  if (wish.barred.includes(context.caller.userId)) throw new Problem('FORBIDDEN');
  const phone = await numberOf(context, wish, side);
  if (phone === '') throw new Problem('NOT_FOUND');
  const { communityId, compoundId, gridId, buildingId, householdId } = wish;
  const ofHome = householdId === '' ? [] : [householdId];
  context.record({
    objects: [wishId],
    subjects: [wishId, ...(side === 'wisher' ? ofHome : [wish.claimedBy])],
    fields: [side],
    place: { buildingId, gridId, compoundId, communityId },
    reason,
  });
  return { phone };
}
