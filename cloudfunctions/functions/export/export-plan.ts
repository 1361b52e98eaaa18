/** Which sheets an export consists of, which of them still hold, and how the others are divided into steps. */
import type { SystemContext } from '../../kernel/context';
import { rollUp } from '../../records/roll-up';
import type { PieceEntry } from '../../repositories/documents';
import { compoundsOfScope, findPieces, type CompoundVersion } from '../../repositories/pieces';
import type { ExportCursor, ExportPlan, PlannedCompound } from './export-cursor';
import { piecesIdOf } from './piece-place';

/** A whole street is made in at most so many parts: each is uploaded once and fetched once. */
const PARTS_MAX = 12;
const COMPOUNDS_A_PART_MAX = 100;
const ROLL_UP_MS = 10_000;

function planned({ _id, name, people, counts, newestEventId }: CompoundVersion): PlannedCompound {
  return { id: _id, name, version: newestEventId || 'none', weight: people + counts.due };
}

/** Undefined where the roll-up needs more than one step: a board behind its events must not vouch for a kept sheet. */
export async function planExport(
  context: SystemContext,
  { task, isAfresh }: ExportCursor,
): Promise<ExportPlan | undefined> {
  const { store, now } = context;
  const endsAt = context.elapsed() + ROLL_UP_MS;
  const isTimeUp = (): boolean => context.elapsed() > endsAt;
  await rollUp(store, now, isTimeUp);
  if (isTimeUp()) return undefined;
  const compounds = (await compoundsOfScope(store, task)).map(planned);
  // Sheets with full names are made anew each time and kept nowhere.
  const found = task.clear ? undefined : await findPieces(store, piecesIdOf(task));
  if (found === undefined) return { asOf: now, compounds };
  const { fileId, formerFileId, pieces, version } = found;
  const former = formerFileId === undefined ? {} : { formerFileId };
  const kept = { fileId, ...former, version, pieces: isAfresh === true ? [] : pieces };
  return { asOf: now, compounds, kept };
}

/** The piece of each compound that holds, wherever it lies. */
export function piecesAtHand(
  { parts }: ExportCursor,
  { compounds, kept }: ExportPlan,
): ReadonlyMap<string, PieceEntry & { readonly fileId: string }> {
  const versions = new Map(compounds.map(({ id, version }) => [id, version]));
  const files = kept === undefined ? parts : [kept, ...parts];
  const holding = files.flatMap(({ fileId, pieces }) =>
    pieces
      .filter(({ compoundId, version }) => versions.get(compoundId) === version)
      .map((piece) => [piece.compoundId, { ...piece, fileId }] as const),
  );
  return new Map(holding);
}

/** The compounds of the next step: at least a twelfth of the whole, so that there are never more steps than twelve. */
export function nextPart(
  missing: readonly PlannedCompound[],
  { compounds }: ExportPlan,
  partWeightMin: number,
): PlannedCompound[] {
  const total = compounds.reduce((sum, { weight }) => sum + weight, 0);
  const enough = Math.max(partWeightMin, Math.ceil(total / PARTS_MAX));
  let weight = 0;
  return missing.slice(0, COMPOUNDS_A_PART_MAX).filter((compound) => {
    const isWanted = weight < enough;
    if (isWanted) weight += compound.weight;
    return isWanted;
  });
}
