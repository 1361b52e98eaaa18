import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { contentContract } from '@domain/contract/content';
import { Problem } from '@domain/kernel/problem';
import type { ReadContext } from '../../../kernel/context';
import type { ContentDocument } from '../../../repositories/documents';
import { besideText } from '../beside-text';
import { viewContent } from '../content-views';

type Input = ProcedureParsed<(typeof contentContract)['readContent']>;
type Output = ProcedureOutput<(typeof contentContract)['readContent']>;

export async function readContent(context: ReadContext, { contentId }: Input): Promise<Output> {
  const row = await context.store.find<ContentDocument>('contents', contentId);
  if (row === undefined) throw new Problem('NOT_FOUND');
  const { communityId, streetId } = row;
  context.permit({ communityId, streetId });
  context.look({ subjects: [row.subjectId], fields: ['text'] });
  const content = viewContent(context, row);
  return { ...content, ...(await besideText(context.store, row, content.text)) };
}
