import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { userContract } from '@domain/contract/user';
import type { ChangeContext } from '../../../kernel/context';
import { checkMayGive, findOfferInReach } from '../reach';

type Input = ProcedureParsed<(typeof userContract)['withdrawOffer']>;
type Output = ProcedureOutput<(typeof userContract)['withdrawOffer']>;

/** Any colleague who could have offered the seat may take the offer back: a link in the wrong hands does not wait. */
export async function withdrawOffer(context: ChangeContext, { offerId }: Input): Promise<Output> {
  const offer = await findOfferInReach(context, offerId);
  checkMayGive(context, offer.role);
  if (offer.state !== 'open' && offer.state !== 'asked') {
    throw new Problem('WRONG_STATE', { state: offer.state });
  }

  context.write.patch('offers', offerId, { version: offer.version + 1, state: 'void' });
  context.record({ objects: [offerId], subjects: [], fields: ['void'], place: {} });
  return { state: 'void' };
}
