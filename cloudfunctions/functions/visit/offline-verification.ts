/** A household that a worker stood by without network: what was written is kept, whoever changed the answers meanwhile. */
import type { OfflineRecord } from '@domain/contract/offline-record';
import { addDays } from '@domain/kernel/calendar';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../kernel/context';
import type { DoorAtWall } from '../../records/door-place';
import { checkCorrector } from '../../records/save-household';
import { openTask } from '../../records/tasks';
import { keepVerification } from '../../records/verification';
import type { HouseholdDocument } from '../../repositories/documents';
import { tellBoth } from './hand-over';
import type { SavedHousehold } from './offline-form';

interface Case {
  readonly door: DoorAtWall;
  readonly household: HouseholdDocument;
  readonly record: Extract<OfflineRecord, { kind: 'verification' }>['record'];
  /** Of whom the door still is. */
  readonly isOwn: boolean;
}

interface KeptVerification {
  readonly household: SavedHousehold;
  /** The answers changed meanwhile: nobody stands by those that stand now. */
  readonly changedSince: boolean;
}

/** As the route pack showed it, or changed by nobody but the caller, whose answer was lost on the way. */
function isAsShown({ caller }: ChangeContext, { household, record }: Case): boolean {
  const { version, confirmedBy } = household;
  const isOwnAnswer = version === record.baseVersion + 1 && confirmedBy === caller.userId;
  return version === record.baseVersion || isOwnAnswer;
}

/** Throws FORBIDDEN for a volunteer, who verifies nothing, and for the own household; WRONG_STATE after a withdrawal. */
export async function keepOfflineVerification(context: ChangeContext, at: Case): Promise<KeptVerification> {
  const { door, household, record, isOwn } = at;
  if (context.caller.role !== 'GW') throw new Problem('FORBIDDEN');
  checkCorrector(context, household);
  if (record.baseVersion > household.version) throw new Problem('VALIDATION', { field: 'baseVersion' });
  const isSeen = isOwn && isAsShown(context, at);
  const version = await keepVerification(context, { said: record, household, door, isSeen });
  if (!isOwn) {
    const dueOn = addDays(context.today, 1);
    openTask(context, { kind: 'handedOver', door, subjectId: household._id, dueOn });
    await tellBoth(context, door);
  }
  return { household: { id: household._id, version, conflicts: 0 }, changedSince: !isSeen };
}
