import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { dayOf } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import type { exportContract } from '@domain/contract/export';
import type { ChangeContext } from '../../../kernel/context';
import { increase } from '../../../kernel/store';
import type { ExportDocument } from '../../../repositories/documents';
import { findExport } from '../../../repositories/exports';
import { returnClearRows } from '../clear-allowance';
import { queuedExport } from '../export-cursor';

type Input = ProcedureParsed<(typeof exportContract)['decideExport']>;
type Output = ProcedureOutput<(typeof exportContract)['decideExport']>;

const REASON_LENGTH_MIN = 4;

function approve(context: ChangeContext, wanted: ExportDocument): Output['state'] {
  context.write.insert('jobs', queuedExport(wanted, context.caller.userId, context.now));
  context.write.patch('exports', wanted._id, {
    state: 'approved',
    deciderId: context.caller.userId,
    version: increase(1),
  });
  return 'approved';
}

async function refuse(
  context: ChangeContext,
  wanted: ExportDocument,
  reason: string,
): Promise<Output['state']> {
  if (reason.length < REASON_LENGTH_MIN) throw new Problem('REASON_REQUIRED');
  if (wanted.clearRows !== undefined) {
    const { requesterId: userId, clearRows: rows } = wanted;
    await returnClearRows(context, { userId, day: dayOf(wanted.at), rows });
  }
  context.write.patch('exports', wanted._id, {
    state: 'refused',
    deciderId: context.caller.userId,
    refusal: reason,
    version: increase(1),
  });
  return 'refused';
}

/** The second person's word. Whoever asked for a file cannot be the one who agrees to it. */
export async function decideExport(context: ChangeContext, input: Input): Promise<Output> {
  const wanted = await findExport(context.store, input.exportId);
  if (wanted === undefined) throw new Problem('NOT_FOUND');
  context.permit({ streetId: wanted.streetId });
  if (wanted.requesterId === context.caller.userId) throw new Problem('FORBIDDEN');
  if (wanted.state !== 'requested') throw new Problem('WRONG_STATE', { state: wanted.state });

  const reason = input.reason?.trim() ?? '';
  const state =
    input.verdict === 'approve' ? approve(context, wanted) : await refuse(context, wanted, reason);
  context.record({
    objects: [wanted._id],
    subjects: [],
    fields: [state],
    place: { communityId: wanted.communityId },
    ...(reason === '' ? {} : { reason }),
  });
  return { state };
}
