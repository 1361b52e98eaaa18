/**
 * Merging leaves one record as it is and takes out of the other household what would be said twice. The other household is kept
 * whole, sealed, so that an undo puts back exactly what was.
 */
import { nextHouseholdState } from '@domain/census/household-state';
import { livingIn } from '@domain/census/residence';
import { Problem } from '@domain/kernel/problem';
import { remainingLinks } from '@domain/register/same-person';
import type { ChangeContext } from '../../kernel/context';
import type { Change } from '../../kernel/store';
import { endWhatIsOpen, reopenWhatWasOpen } from '../../records/close-household';
import { doorAt, pathOf, type DoorAtWall } from '../../records/door-place';
import { wallChange, withHouseholdAgain, withMembers, withoutHousehold } from '../../records/wall-changes';
import type { DuplicateDocument, HouseholdDocument, StoredMember } from '../../repositories/documents';
import { findWall } from '../../repositories/walls';
import { canDrop } from './duplicate-views';
import { endTasks, heldWith, heldWithout, reopenTask } from './holds';
import type { Pair } from './pair';

const COLLECTION = 'duplicates';

function originalPlace({ _id }: DuplicateDocument): { collection: string; id: string; field: string } {
  return { collection: COLLECTION, id: _id, field: 'original' };
}

function memberOf({ members }: HouseholdDocument, key: string): StoredMember {
  const member = members.find((one) => one.key === key);
  if (member === undefined) throw new Problem('WRONG_STATE');
  return member;
}

/** What the household lists once the person is taken out, or is left there as registered only. */
function membersAfter(dropped: HouseholdDocument, member: StoredMember, kept: StoredMember): StoredMember[] {
  const links = remainingLinks(member, kept);
  if (links !== undefined) {
    return dropped.members.map((one) => (one.key === member.key ? { ...one, ...links } : one));
  }
  return dropped.members.filter(({ key }) => key !== member.key);
}

/** The household without what is said elsewhere; one that is left without people has ended. */
function reduced(
  context: ChangeContext,
  household: HouseholdDocument,
  members: readonly StoredMember[],
): HouseholdDocument {
  const state = members.length === 0 ? nextHouseholdState(household.state, 'close') : household.state;
  if (state === undefined) throw new Problem('WRONG_STATE', { state: household.state });
  return {
    ...household,
    version: household.version + 1,
    state,
    ...(members.length === 0
      ? { formerState: household.state, closedOn: context.today, isMerged: true, matchState: 'due' as const }
      : {}),
    members,
    liveCount: Math.max(0, household.liveCount + livingIn(members) - livingIn(household.members)),
  };
}

async function moveWall(
  context: ChangeContext,
  before: HouseholdDocument,
  after: HouseholdDocument,
): Promise<DoorAtWall> {
  const door = doorAt(await findWall(context.store, before.unitId), before.doorId);
  const { wall, slot, stored } = door;
  const isClosing = after.state === 'closed' && before.state !== 'closed';
  const isOpening = before.state === 'closed' && after.state !== 'closed';
  const open = isOpening
    ? withHouseholdAgain(stored, after)
    : withMembers(stored, before.members, after.members);
  const next = isClosing ? withoutHousehold(stored, before) : open;
  context.write.patch('walls', wall._id, wallChange([{ slot, after: next }]));
  return door;
}

function withHolds(household: HouseholdDocument, duplicates: string[] | undefined): HouseholdDocument {
  const { duplicates: former, ...rest } = household;
  const plain = former === undefined ? household : rest;
  return duplicates === undefined ? plain : { ...plain, duplicates };
}

/** Throws NOT_FOUND where the other household is out of reach, WRONG_STATE where others would be left without a head. */
export async function merge(context: ChangeContext, pair: Pair, keep: 0 | 1): Promise<Change> {
  const { duplicate, households } = pair;
  const drop = keep === 0 ? 1 : 0;
  const [kept, dropped] = [households[keep], households[drop]];
  context.permit(pathOf(dropped));
  // Whoever moved out meanwhile is counted nowhere: there is nothing to bring together, and nobody to keep instead.
  if (households.some(({ state }) => state === 'closed')) {
    throw new Problem('WRONG_STATE', { state: 'closed' });
  }
  const { memberKey } = duplicate.sides[drop];
  const member = memberOf(dropped, memberKey);
  if (!canDrop(dropped, memberKey)) throw new Problem('WRONG_STATE', { field: 'keep' });
  const members = membersAfter(dropped, member, memberOf(kept, duplicate.sides[keep].memberKey));
  const after = withHolds(reduced(context, dropped, members), heldWithout(dropped, duplicate._id));
  context.write.replace('households', after);
  context.write.patch('households', kept._id, { duplicates: heldWithout(kept, duplicate._id) });
  await moveWall(context, dropped, after);
  if (after.state === 'closed') await endWhatIsOpen(context, dropped);
  await endTasks(context, pair);
  const sealedOriginal = context.keyring.seal('sensitive', originalPlace(duplicate), JSON.stringify(dropped));
  return { kept: keep, sealedOriginal, versionAfter: after.version };
}

/** Throws WRONG_STATE where the household has changed since: what was could then not be put back without losing that. */
export async function undoMerge(context: ChangeContext, pair: Pair): Promise<Change> {
  const { duplicate, households } = pair;
  const { kept, sealedOriginal, versionAfter } = duplicate;
  if (kept === undefined || sealedOriginal === undefined) throw new Problem('WRONG_STATE');
  const reducedNow = households[kept === 0 ? 1 : 0];
  context.permit(pathOf(reducedNow));
  if (reducedNow.version !== versionAfter) throw new Problem('WRONG_STATE', { version: reducedNow.version });
  const original = JSON.parse(
    context.keyring.open(originalPlace(duplicate), sealedOriginal),
  ) as HouseholdDocument;
  // What ended with the household may be doubted once more.
  const match = reducedNow.state === 'closed' ? { matchState: 'due' as const } : {};
  const restored = withHolds(
    { ...original, ...match, version: reducedNow.version + 1 },
    heldWith(reducedNow, duplicate._id),
  );
  context.write.replace('households', restored);
  const keptHousehold = households[kept];
  context.write.patch('households', keptHousehold._id, {
    duplicates: heldWith(keptHousehold, duplicate._id),
  });
  const door = await moveWall(context, reducedNow, restored);
  if (reducedNow.state === 'closed') await reopenWhatWasOpen(context, { household: restored, door });
  await reopenTask(context, pair);
  return { sealedOriginal: undefined, versionAfter: undefined, kept: undefined };
}
