import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { exportContract } from '@domain/contract/export';
import type { ChangeContext } from '../../../kernel/context';
import type { ExportDocument } from '../../../repositories/documents';
import { findExport } from '../../../repositories/exports';
import { compoundsOfScope } from '../../../repositories/pieces';
import { stateAt } from '../export-state-now';

type Input = ProcedureParsed<(typeof exportContract)['openExport']>;
type Output = ProcedureOutput<(typeof exportContract)['openExport']>;

const ADDRESS_SECONDS = 600;
const GONE = '文件已经删掉了，要用请重新申请';

/** Whose households find the opening in their trail. A compound that two communities share is in the file of either. */
async function coveredBy({ store }: ChangeContext, file: ExportDocument): Promise<string[]> {
  if (file.scopeKind !== 'community') return [file.scopeId];
  return (await compoundsOfScope(store, file)).map(({ _id }) => _id);
}

export async function openExport(context: ChangeContext, { exportId }: Input): Promise<Output> {
  const file = await findExport(context.store, exportId);
  if (file === undefined) throw new Problem('NOT_FOUND');
  context.permit({ madeBy: file.requesterId });
  const state = stateAt(file, context.now);
  if (state === 'gone') throw new Problem('EXPIRED', { sentence: GONE });
  const { fileId, fileName, bytes } = file;
  if (state !== 'ready' || fileId === undefined || fileName === undefined || bytes === undefined) {
    throw new Problem('WRONG_STATE', { state });
  }

  const subjects = await coveredBy(context, file);
  const url = await context.files.address(fileId, ADDRESS_SECONDS);
  context.record({
    objects: [file._id],
    subjects,
    fields: [file.kind, file.clear ? 'clear' : 'masked'],
    place: { communityId: file.communityId },
    reason: file.reason,
  });
  return { fileName, bytes, rows: file.rows, url };
}
