import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import { namesForbiddenKind } from '@domain/register/forbidden-words';
import type { exportContract } from '@domain/contract/export';
import type { ChangeContext } from '../../../kernel/context';
import { findBoard } from '../../../repositories/boards';
import type { BoardDocument, ExportDocument } from '../../../repositories/documents';
import { findCompound } from '../../../repositories/frame';
import { wallsOfCompound } from '../../../repositories/walls';
import { CLEAR_ROWS_MAX, rowsIn, spendClearRows } from '../clear-allowance';

type Input = ProcedureParsed<(typeof exportContract)['requestExport']>;
type Output = ProcedureOutput<(typeof exportContract)['requestExport']>;

const TOO_MANY_ROWS = '明文一次最多2500行，这个小区太大了，请改用遮挡的';

/** A compound that two communities share is asked for by somebody who may see both. */
async function permitScope(context: ChangeContext, { _id, kind, streetId }: BoardDocument): Promise<void> {
  if (kind === 'street') {
    context.permit({ streetId });
    return;
  }
  if (kind === 'community') {
    context.permit({ streetId, communityId: _id });
    return;
  }
  const compound = await findCompound(context.store, _id);
  if (compound === undefined) throw new Problem('NOT_FOUND');
  for (const communityId of compound.communityIds) context.permit({ streetId, communityId, compoundId: _id });
}

async function clearRowsOf(context: ChangeContext, board: BoardDocument): Promise<number> {
  if (board.kind !== 'compound') throw new Problem('VALIDATION', { field: 'clear' });
  const rows = rowsIn(await wallsOfCompound(context.store, board._id));
  if (rows > CLEAR_ROWS_MAX) throw new Problem('VALIDATION', { field: 'clear', sentence: TOO_MANY_ROWS });
  await spendClearRows(context, rows);
  return rows;
}

function wishOf(
  context: ChangeContext,
  { kind, clear }: Input,
  { board, reason, clearRows }: { board: BoardDocument; reason: string; clearRows: number | undefined },
): ExportDocument {
  const { caller } = context;
  return {
    _id: context.idFor('export'),
    version: 1,
    kind,
    clear,
    scopeKind: board.kind,
    scopeId: board._id,
    scopeName: board.name,
    streetId: board.streetId,
    communityId: board.communityId,
    reason,
    requesterId: caller.userId,
    requesterRole: caller.role,
    requesterLabel: caller.seat?.label ?? '',
    state: 'requested',
    at: context.now,
    parts: 0,
    partsDone: 0,
    rows: 0,
    ...(clearRows === undefined ? {} : { clearRows }),
  };
}

/** Files a wish for a file; nothing is made before a second person agrees. */
export async function requestExport(context: ChangeContext, input: Input): Promise<Output> {
  const board = await findBoard(context.store, input.areaId);
  if (board === undefined) throw new Problem('NOT_FOUND');
  await permitScope(context, board);
  const reason = input.reason?.trim() ?? '';
  if (namesForbiddenKind(reason)) throw new Problem('CONTENT_REJECTED');
  const clearRows = input.clear ? await clearRowsOf(context, board) : undefined;

  const wish = wishOf(context, input, { board, reason, clearRows });
  context.write.insert('exports', wish);
  context.record({
    objects: [wish._id, board._id],
    subjects: [],
    fields: [input.kind, input.clear ? 'clear' : 'masked'],
    place: { communityId: wish.communityId },
    reason,
  });
  return { exportId: wish._id };
}
