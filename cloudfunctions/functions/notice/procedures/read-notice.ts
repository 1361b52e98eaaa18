import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { noticeContract } from '@domain/contract/notice';
import { Problem } from '@domain/kernel/problem';
import type { ReadContext } from '../../../kernel/context';
import { findNotice } from '../../../repositories/notices';
import { viewHead } from '../notice-views';

type Input = ProcedureParsed<(typeof noticeContract)['readNotice']>;
type Output = ProcedureOutput<(typeof noticeContract)['readNotice']>;

export async function readNotice(context: ReadContext, { noticeId }: Input): Promise<Output> {
  const notice = await findNotice(context.store, noticeId);
  if (notice === undefined) throw new Problem('NOT_FOUND');
  context.permit({ isPublished: notice.state === 'published' });
  const { body, endsOn } = notice;
  return { ...viewHead(notice), body, endsOn };
}
