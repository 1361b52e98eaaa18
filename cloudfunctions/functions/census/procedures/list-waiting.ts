import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { censusContract } from '@domain/contract/census';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { waitingPage } from '../../../repositories/submissions';

type Input = ProcedureParsed<(typeof censusContract)['listWaiting']>;
type Output = ProcedureOutput<(typeof censusContract)['listWaiting']>;

/** By door only: who filled what is seen at the door, where the look is recorded. */
export async function listWaiting(context: ReadContext, { cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { forms: [] };
  const { rows, next } = await waitingPage(context.store, territory, cursor);
  return {
    forms: rows.map(({ _id, doorId, buildingId, plate, at, flagged, beside, proxy }) => ({
      id: _id,
      doorId,
      buildingId,
      plate,
      submittedAt: at,
      flagged,
      ...(beside === undefined ? {} : { beside }),
      ...(proxy === undefined ? {} : { inPerson: true }),
    })),
    ...nextOf({ next }),
  };
}
