import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { exportContract } from '@domain/contract/export';
import type { ChangeContext } from '../../../kernel/context';
import { increase } from '../../../kernel/store';
import { findExport } from '../../../repositories/exports';

type Input = ProcedureParsed<(typeof exportContract)['acknowledgeExport']>;
type Output = ProcedureOutput<(typeof exportContract)['acknowledgeExport']>;

/** Erasing comes before the commit: a file erased twice is erased, one that nobody knows of any more would stay. */
export async function acknowledgeExport(context: ChangeContext, { exportId }: Input): Promise<Output> {
  const file = await findExport(context.store, exportId);
  if (file === undefined) throw new Problem('NOT_FOUND');
  context.permit({ madeBy: file.requesterId });
  if (file.state !== 'ready' || file.fileId === undefined) {
    throw new Problem('WRONG_STATE', { state: file.state });
  }

  await context.files.remove([file.fileId]);
  context.write.patch('exports', file._id, { state: 'gone', fileId: undefined, version: increase(1) });
  context.record({
    objects: [file._id],
    subjects: [],
    fields: ['erased'],
    place: { communityId: file.communityId },
  });
  return { state: 'gone' };
}
