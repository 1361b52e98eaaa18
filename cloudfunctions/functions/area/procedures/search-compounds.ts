import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { areaContract } from '@domain/contract/area';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { compoundsPage } from '../../../repositories/frame';
import { viewCompound } from '../place-views';

type Input = ProcedureParsed<(typeof areaContract)['searchCompounds']>;
type Output = ProcedureOutput<(typeof areaContract)['searchCompounds']>;

export async function searchCompounds(context: ReadContext, { text, cursor }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const { streetId } = await context.campaign();
  const { rows, next } = await compoundsPage(context.store, streetId, { text: text.trim(), cursor });
  return { compounds: rows.map(viewCompound), ...nextOf({ next }) };
}
