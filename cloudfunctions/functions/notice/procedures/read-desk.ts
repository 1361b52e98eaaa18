import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { noticeContract } from '@domain/contract/notice';
import { Problem } from '@domain/kernel/problem';
import { splitNotice } from '@domain/notice/notice';
import type { ReadContext } from '../../../kernel/context';
import { writtenText } from '../../../records/contents';
import { placeOfNotice } from '../../../records/notices';
import { findNotice } from '../../../repositories/notices';

type Input = ProcedureParsed<(typeof noticeContract)['readDesk']>;
type Output = ProcedureOutput<(typeof noticeContract)['readDesk']>;

export async function readDesk(context: ReadContext, { noticeId }: Input): Promise<Output> {
  const notice = await findNotice(context.store, noticeId);
  if (notice === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOfNotice(notice));
  const { version, title, body } = notice;
  const written = await writtenText(context, 'notice', noticeId);
  if (written === undefined) return { version, title, body, reason: '' };
  return { version, ...splitNotice(written.text), reason: written.reason };
}
