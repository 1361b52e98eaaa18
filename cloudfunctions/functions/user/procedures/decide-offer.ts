import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { userContract } from '@domain/contract/user';
import type { ChangeContext } from '../../../kernel/context';
import { tell } from '../../../records/messages';
import { OFFER_LASTS_MS } from '../offer-term';
import { checkNotOwn, findOfferInReach } from '../reach';

type Input = ProcedureParsed<(typeof userContract)['decideOffer']>;
type Output = ProcedureOutput<(typeof userContract)['decideOffer']>;

const NOTES = { approve: '同意了，可以把邀请发给对方', refuse: '没同意' } as const;

/** The second person's word: nobody appoints to community, street or audit alone. */
export async function decideOffer(context: ChangeContext, { offerId, verdict }: Input): Promise<Output> {
  const offer = await findOfferInReach(context, offerId);
  checkNotOwn(context, [offer.offeredBy]);
  if (offer.state !== 'asked' || offer.expiresAt <= context.now) {
    throw new Problem('WRONG_STATE', { state: offer.state });
  }

  const state = verdict === 'approve' ? 'open' : 'void';
  context.write.patch('offers', offerId, {
    version: offer.version + 1,
    state,
    decidedBy: context.caller.userId,
    expiresAt: context.now + OFFER_LASTS_MS,
  });
  tell(context, {
    userId: offer.offeredBy,
    kind: 'offerDecided',
    values: { place: offer.label, note: NOTES[verdict] },
  });
  context.record({ objects: [offerId], subjects: [], fields: [state], place: {} });
  return { state };
}
