import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { DESKS } from '@domain/work/desks';
import { Problem } from '@domain/kernel/problem';
import type { boardContract } from '@domain/contract/board';
import type { ReadContext } from '../../../kernel/context';
import type { BoardDocument } from '../../../repositories/documents';
import { cellOf } from '../../../policies/permit';
import { findBoard } from '../../../repositories/boards';
import { countOnDesk } from '../../../repositories/desks';

type Input = ProcedureParsed<(typeof boardContract)['readProgress']>;
type Output = ProcedureOutput<(typeof boardContract)['readProgress']>;

/** The largest area of the seat: where its holder begins. */
function homeOf(context: ReadContext): string | undefined {
  const { seat, cell } = context.caller;
  if (cell.scope === 'W') return seat?.scope.streetId;
  return seat?.scope.communityIds?.[0] ?? seat?.scope.compoundIds?.[0];
}

function placeOf(board: BoardDocument): { streetId: string; communityId?: string; compoundId?: string } {
  const { kind, streetId, communityId, _id } = board;
  if (kind === 'street') return { streetId };
  return kind === 'community' ? { streetId, communityId: _id } : { streetId, communityId, compoundId: _id };
}

/** Numbers alone, of an office: what lies on its desks is read by nobody here. */
async function deskCounts(context: ReadContext): Promise<Pick<Output, 'desks'>> {
  const { store, caller } = context;
  const ground = context.territory();
  if (ground === undefined || cellOf('content.queue', caller.role) === null) return {};
  const counts = await Promise.all(
    DESKS.map(async (desk) => [desk, await countOnDesk(store, ground, desk)] as const),
  );
  return { desks: Object.fromEntries(counts) as NonNullable<Output['desks']> };
}

/** One kept document: the scope's figures and the row of each part below it. */
export async function readProgress(context: ReadContext, { areaId, desks }: Input): Promise<Output> {
  const id = areaId ?? homeOf(context);
  const board = id === undefined ? undefined : await findBoard(context.store, id);
  if (board === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOf(board));
  const { _id, name, kind, counts, people, residents, registered, rows, asOf } = board;
  return {
    id: _id,
    name,
    kind,
    counts,
    people,
    residents,
    registered,
    rows: rows.map((row) => ({ ...row })),
    asOf,
    ...(desks === true ? await deskCounts(context) : {}),
  };
}
