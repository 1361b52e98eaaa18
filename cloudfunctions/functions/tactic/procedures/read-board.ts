import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { TacticPart, tacticContract } from '@domain/contract/tactic';
import { addYields } from '@domain/work/tactic';
import type { ReadContext } from '../../../kernel/context';
import type { TacticDocument, YieldDocument } from '../../../repositories/documents';
import { tacticsOf } from '../../../repositories/tactics';
import { findYield } from '../../../repositories/yields';
import { figuresOf } from '../scope-figures';

type Input = ProcedureParsed<(typeof tacticContract)['readBoard']>;
type Output = ProcedureOutput<(typeof tacticContract)['readBoard']>;

const DAYS_SHOWN = 14;

/** The largest area of the seat: where its holder begins. */
function homeOf({ caller: { seat, cell } }: ReadContext): string | undefined {
  if (cell.scope === 'W') return seat?.scope.streetId;
  return cell.scope === 'G' ? seat?.scope.gridIds?.[0] : seat?.scope.communityIds?.[0];
}

function partOf(row: YieldDocument['rows'][number], tactic: TacticDocument | undefined): TacticPart {
  const { id, name, left } = row;
  return { id, name, left, version: tactic?.version ?? 0, ways: [...(tactic?.ways ?? [])] };
}

/** The other grids of somebody who has several. */
async function otherGrids({ caller: { seat }, store }: ReadContext, own: string): Promise<TacticPart[]> {
  const others = (seat?.scope.gridIds ?? []).filter((id) => id !== own);
  const found = await Promise.all(others.map((id) => findYield(store, id)));
  return found
    .filter((grid) => grid !== undefined)
    .map(({ _id, name, left }) => partOf({ id: _id, name, left }, undefined));
}

async function partsOf(context: ReadContext, figures: YieldDocument): Promise<TacticPart[]> {
  const { kind, _id, name, left, rows, communityId } = figures;
  if (kind === 'grid') return otherGrids(context, _id);
  if (kind === 'street') return rows.map((row) => partOf(row, undefined));
  const tactics = await tacticsOf(context.store, kind === 'community' ? _id : communityId);
  const chosen = kind === 'community' ? rows : [{ id: _id, name, left }];
  return chosen.map((row) =>
    partOf(
      row,
      tactics.find((tactic) => tactic._id === row.id),
    ),
  );
}

/** One kept document, and what the committee chose for each compound. */
export async function readBoard(context: ReadContext, { areaId }: Input): Promise<Output> {
  const figures = await figuresOf(context, areaId ?? homeOf(context));
  const { _id, name, kind, left, days, asOf } = figures;
  return {
    id: _id,
    name,
    kind,
    left,
    total: addYields(days.map(({ counts }) => counts)),
    days: days.slice(0, DAYS_SHOWN).map(({ day, counts }) => ({ day, counts })),
    parts: await partsOf(context, figures),
    asOf,
  };
}
