import { Problem } from '@domain/kernel/problem';
import type { ReadContext } from '../../kernel/context';
import type { OfferDocument } from '../../repositories/documents';
import { findOffer } from '../../repositories/offers';

type Context = Pick<ReadContext, 'store' | 'keyring' | 'caller' | 'now' | 'permit' | 'strike'>;

/** The offer of a private link that still works. Throws NOT_FOUND and counts a wrong one; WRONG_STATE, EXPIRED. */
export async function offeredSeat(context: Context, token: string): Promise<OfferDocument> {
  const offer = await findOffer(context.store, context.keyring.linkDigest(token));
  if (offer === undefined) {
    await context.strike();
    throw new Problem('NOT_FOUND');
  }
  // Whoever holds the link is whom the offer is about.
  context.permit({ about: [context.caller.userId] });
  if (offer.state !== 'open') throw new Problem('WRONG_STATE', { state: offer.state });
  if (offer.expiresAt <= context.now) throw new Problem('EXPIRED');
  return offer;
}
