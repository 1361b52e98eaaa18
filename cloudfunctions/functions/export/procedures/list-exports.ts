import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { exportContract, ExportRow } from '@domain/contract/export';
import { ROLE_WORDS } from '@domain/identity/role';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { cellOf } from '../../../policies/permit';
import type { ExportDocument, JobDocument } from '../../../repositories/documents';
import { exportJobId, exportsPage, jobsOfExports } from '../../../repositories/exports';
import { stateAt } from '../export-state-now';

type Input = ProcedureParsed<(typeof exportContract)['listExports']>;
type Output = ProcedureOutput<(typeof exportContract)['listExports']>;

/** While a file is made its figures stand in its job; afterwards in its manifest. */
function progressOf(
  file: ExportDocument,
  job: JobDocument | undefined,
): Pick<ExportRow, 'parts' | 'partsDone' | 'rows'> {
  if (file.state !== 'approved') {
    const { parts, partsDone, rows } = file;
    return { parts, partsDone, rows };
  }
  const counts: Readonly<Record<string, number | undefined>> = job?.counts ?? {};
  return { parts: counts['parts'] ?? 0, partsDone: counts['partsDone'] ?? 0, rows: counts['rows'] ?? 0 };
}

function rowOf(context: ReadContext, file: ExportDocument, job: JobDocument | undefined): ExportRow {
  const { caller, now } = context;
  const isMine = file.requesterId === caller.userId;
  const state = stateAt(file, now);
  return {
    id: file._id,
    kind: file.kind,
    areaId: file.scopeId,
    scopeName: file.scopeName,
    clear: file.clear,
    reason: file.reason,
    state,
    requester: file.requesterLabel === '' ? ROLE_WORDS[file.requesterRole] : file.requesterLabel,
    isMine,
    mayDecide: state === 'requested' && !isMine && cellOf('export.approve', caller.role) !== null,
    requestedAt: file.at,
    ...progressOf(file, job),
    ...(file.asOf === undefined ? {} : { asOf: file.asOf }),
    ...(file.expiresAt === undefined ? {} : { expiresAt: file.expiresAt }),
    ...(file.refusal === undefined ? {} : { refusal: file.refusal }),
  };
}

export async function listExports(context: ReadContext, { cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { exports: [] };
  const { rows, next } = await exportsPage(context.store, territory, cursor);
  const making = rows.filter(({ state }) => state === 'approved').map(({ _id }) => _id);
  const jobs = making.length === 0 ? [] : await jobsOfExports(context.store, making);
  const jobOf = new Map(jobs.map((job) => [job._id, job]));
  return {
    exports: rows.map((row) => rowOf(context, row, jobOf.get(exportJobId(row._id)))),
    ...nextOf({ next }),
  };
}
