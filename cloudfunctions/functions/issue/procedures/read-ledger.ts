import type { ProcedureOutput } from '@domain/kernel/contract';
import type { issueContract } from '@domain/contract/issue';
import { NO_ITEMS, sumCells, type LedgerCell } from '@domain/issue/ledger';
import type { ReadContext } from '../../../kernel/context';
import type { LedgerDocument } from '../../../repositories/documents';
import { ledgersOf } from '../../../repositories/issues';

type Output = ProcedureOutput<(typeof issueContract)['readLedger']>;

function summed(ledgers: readonly LedgerDocument[]): Record<string, LedgerCell> {
  const sum: Record<string, LedgerCell> = {};
  for (const { cells } of ledgers) {
    for (const [aspect, cell] of Object.entries(cells)) sum[aspect] = sumCells(sum[aspect] ?? NO_ITEMS, cell);
  }
  return sum;
}

/** Figures of the communities of the seat, or of the street; smaller grounds have no ledger of their own. */
export async function readLedger(context: ReadContext): Promise<Output> {
  const territory = context.territory();
  const hasLedger = territory?.field === 'communityId' || territory?.field === 'streetId';
  const ledgers =
    territory !== undefined && hasLedger ? await ledgersOf(context.store, territory.values) : [];
  return {
    counts: summed(ledgers),
    asOf: ledgers.reduce((newest, { asOf }) => Math.max(newest, asOf), 0),
  };
}
