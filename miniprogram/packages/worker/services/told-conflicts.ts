/** What the records of this phone tell of answers that stand against each other. */
import { confirmInOutbox, outboxEntries } from '../../../services/outbox';
import type { OutboxEntry } from '../../../services/outbox-entry';
import { isRecord } from '../../../services/storage';

/** Where the answer says that somebody else said something different. */
export function householdInConflict({
  answer,
}: Pick<OutboxEntry, 'answer'>): { id: string; conflicts: number } | undefined {
  const household = isRecord(answer) ? answer['household'] : undefined;
  if (!isRecord(household)) return undefined;
  const { id, conflicts } = household;
  return typeof id === 'string' && typeof conflicts === 'number' && conflicts > 0
    ? { id, conflicts }
    : undefined;
}

/** All of a household's was chosen, here or by somebody elsewhere: its records tell of it no more. */
export async function forgetConflicts(householdId: string): Promise<void> {
  for (const entry of await outboxEntries()) {
    const told = householdInConflict(entry);
    if (entry.state !== 'confirmed' || told?.id !== householdId) continue;
    await confirmInOutbox(entry.opId, { household: { id: householdId, conflicts: 0 } });
  }
}
