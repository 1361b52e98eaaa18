import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { contentContract } from '@domain/contract/content';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { findContent } from '../../../records/contents';

type Input = ProcedureParsed<(typeof contentContract)['reportAbuse']>;
type Output = ProcedureOutput<(typeof contentContract)['reportAbuse']>;

/** Beyond these a text waits to be looked at already, and who else says so changes nothing. */
const REPORTERS_MAX = 50;

/** Only what everybody sees can be reported; anything else is not there. */
export async function reportAbuse(
  context: ChangeContext,
  { kind, subjectId, abuse }: Input,
): Promise<Output> {
  const row = await findContent(context.store, kind, subjectId);
  if (row === undefined) throw new Problem('NOT_FOUND');
  context.permit({ isPublished: row.state === 'released' });
  const { userId } = context.caller;
  if (!row.reporters.includes(userId) && row.reporters.length < REPORTERS_MAX) {
    context.write.patch('contents', row._id, {
      version: row.version + 1,
      reported: 'open',
      abuses: [...new Set([...row.abuses, abuse])],
      reporters: [...row.reporters, userId],
    });
  }
  context.record({
    objects: [row._id],
    subjects: [],
    fields: [kind, abuse],
    place: { communityId: row.communityId },
  });
  return {};
}
