import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { noticeContract } from '@domain/contract/notice';
import { nextOf } from '@domain/kernel/page';
import { splitNotice } from '@domain/notice/notice';
import type { ReadContext } from '../../../kernel/context';
import { unreleasedTexts } from '../../../records/contents';
import { noticesIn } from '../../../repositories/notices';
import { viewManaged } from '../notice-views';

type Input = ProcedureParsed<(typeof noticeContract)['listManaged']>;
type Output = ProcedureOutput<(typeof noticeContract)['listManaged']>;

export async function listManaged(context: ReadContext, { cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { notices: [] };
  const { rows, next } = await noticesIn(context.store, territory, cursor);
  const texts = await unreleasedTexts(context, 'notice', rows);
  const notices = rows.map((notice) => {
    const text = texts.get(notice._id);
    return viewManaged(text === undefined ? notice : { ...notice, title: splitNotice(text).title });
  });
  return { notices, ...nextOf({ next }) };
}
