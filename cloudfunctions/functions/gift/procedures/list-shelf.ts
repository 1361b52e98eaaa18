import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { giftContract } from '@domain/contract/gift';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { fittingPage } from '../../../records/small-page';
import { giftsOnShelf } from '../../../repositories/gifts';
import { viewPublic } from '../gift-views';

type Input = ProcedureParsed<(typeof giftContract)['listShelf']>;
type Output = ProcedureOutput<(typeof giftContract)['listShelf']>;

/** Public, without a seat, in one small answer. */
export async function listShelf(context: ReadContext, { cursor }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const { streetId } = await context.campaign();
  const { rows, next } = await giftsOnShelf(context.store, streetId, cursor);
  const ordered = rows.map((gift) => ({ ...gift, order: gift.shownAt }));
  const page = fittingPage({ rows: ordered, ...nextOf({ next }) }, viewPublic);
  return { gifts: [...page.rows], ...nextOf(page) };
}
