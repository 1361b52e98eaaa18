import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { guideContract } from '@domain/contract/guide';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { increase } from '../../../kernel/store';
import type { RatingDocument } from '../../../repositories/documents';
import { findPublication } from '../../../repositories/publications';

type Input = ProcedureParsed<(typeof guideContract)['rate']>;
type Output = ProcedureOutput<(typeof guideContract)['rate']>;

/** The row says how many stars and when, and not who: its id is a keyed digest that only the same person meets again. */
export async function rate(context: ChangeContext, { guideId, stars }: Input): Promise<Output> {
  const { caller, keyring, store, today } = context;
  const guide = await findPublication(store, 'guides', guideId);
  if (guide === undefined) throw new Problem('NOT_FOUND');
  context.permit({ madeBy: caller.userId });
  if (guide.state !== 'shown') throw new Problem('NOT_FOUND');
  const _id = keyring.payloadDigest(`rating|${guideId}|${caller.userId}|${today}`);
  if ((await store.find('ratings', _id)) !== undefined) throw new Problem('WRONG_STATE');

  const rating: RatingDocument = { _id, guideId, stars, day: today };
  context.write.insert('ratings', rating);
  context.write.patch('guides', guideId, { [`stars.${stars}`]: increase(1) });
  const { communityId } = guide;
  context.record({ objects: [guideId], subjects: [], fields: ['rating'], place: { communityId } });
  return {};
}
