import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { userContract } from '@domain/contract/user';
import type { ChangeContext } from '../../../kernel/context';
import { findOfferInReach } from '../reach';

type Input = ProcedureParsed<(typeof userContract)['showOffer']>;
type Output = ProcedureOutput<(typeof userContract)['showOffer']>;

/** The link leaves for who offered the seat and for nobody else; that it left is on record. */
export async function showOffer(context: ChangeContext, { offerId }: Input): Promise<Output> {
  const offer = await findOfferInReach(context, offerId);
  if (offer.offeredBy !== context.caller.userId) throw new Problem('NOT_FOUND');
  if (offer.state !== 'open') throw new Problem('WRONG_STATE', { state: offer.state });
  if (offer.expiresAt <= context.now) throw new Problem('EXPIRED');

  context.record({ objects: [offerId], subjects: [], fields: ['token'], place: {} });
  const place = { collection: 'offers', id: offerId, field: 'token' };
  return { token: context.keyring.open(place, offer.sealedToken), expiresAt: offer.expiresAt };
}
