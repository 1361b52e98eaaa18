import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { noticeContract } from '@domain/contract/notice';
import { Problem } from '@domain/kernel/problem';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { ownHome } from '../../../records/census-gateway';
import { publishedNotices } from '../../../repositories/notices';
import { viewHead } from '../notice-views';

type Input = ProcedureParsed<(typeof noticeContract)['listNotices']>;
type Output = ProcedureOutput<(typeof noticeContract)['listNotices']>;

/** Places of the caller's home: its building and whatever that lies in. None for who does not live here. */
async function placesOf(context: ReadContext): Promise<readonly string[]> {
  if (context.caller.role !== 'RE') return [];
  try {
    const { buildingId, compoundId, gridId, communityId } = await ownHome(context);
    return [buildingId, compoundId, gridId, communityId];
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

export async function listNotices(context: ReadContext, { cursor }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const { streetId } = await context.campaign();
  const grounds = [streetId, ...(await placesOf(context))];
  const { rows, next } = await publishedNotices(context.store, grounds, cursor);
  return { notices: rows.map(viewHead), ...nextOf({ next }) };
}
