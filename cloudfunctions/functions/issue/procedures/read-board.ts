import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { issueContract } from '@domain/contract/issue';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { findLedger, issuesOnBoard } from '../../../repositories/issues';
import { viewPublic } from '../issue-views';

type Input = ProcedureParsed<(typeof issueContract)['readBoard']>;
type Output = ProcedureOutput<(typeof issueContract)['readBoard']>;

/** Released ones with the days that were promised, and on the first page the figures by compound. */
export async function readBoard(context: ReadContext, { compoundId, cursor }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const { streetId } = await context.campaign();
  const { rows, next } = await issuesOnBoard(context.store, { compoundId, cursor });
  const ledger = cursor === undefined ? await findLedger(context.store, streetId) : undefined;
  return {
    issues: rows.map(viewPublic),
    compounds: [...(ledger?.compounds ?? [])],
    ...nextOf({ next }),
  };
}
