import { countItems, type LedgerCell } from '@domain/issue/ledger';
import { stageOf } from '@domain/issue/issue-state';
import type { SystemContext } from '../../kernel/context';
import type { IssueDocument, LedgerDocument } from '../../repositories/documents';
import { countedIssues } from '../../repositories/issues';

type Compound = LedgerDocument['compounds'][number];

interface Count {
  readonly areas: Map<string, Record<string, LedgerCell>>;
  readonly compounds: Map<string, Compound>;
}

function countIn({ areas }: Count, areaId: string, issue: IssueDocument): void {
  if (areaId !== '') areas.set(areaId, countItems([issue], areas.get(areaId) ?? {}));
}

function countOnBoard({ compounds }: Count, { compoundId, plate, isOnBoard, state }: IssueDocument): void {
  if (!isOnBoard) return;
  const [name = ''] = plate.compound.split(' ');
  const known = compounds.get(compoundId) ?? { id: compoundId, name, open: 0, solved: 0 };
  const isSolved = state === 'closed';
  const isOpen = stageOf(state) !== 'ended';
  compounds.set(compoundId, {
    ...known,
    open: known.open + (isOpen ? 1 : 0),
    solved: known.solved + (isSolved ? 1 : 0),
  });
}

/** Every issue of the street once, a thousand a read; each figure is the sum of items and of nothing else. */
export async function recountLedgers(context: SystemContext): Promise<void> {
  const { store, now } = context;
  const { streetId } = await context.campaign();
  const count: Count = { areas: new Map([[streetId, {}]]), compounds: new Map() };
  let after = '';
  for (;;) {
    const issues = await countedIssues(store, streetId, after);
    for (const issue of issues) {
      countIn(count, streetId, issue);
      countIn(count, issue.communityId, issue);
      countOnBoard(count, issue);
    }
    const last = issues[issues.length - 1];
    if (last === undefined) break;
    after = last._id;
  }
  const compounds = [...count.compounds.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const [_id, cells] of count.areas) {
    const ledger: LedgerDocument = { _id, cells, compounds: _id === streetId ? compounds : [], asOf: now };
    await store.replace('ledgers', ledger);
  }
}
