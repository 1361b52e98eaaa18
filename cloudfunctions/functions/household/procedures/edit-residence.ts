import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { householdContract } from '@domain/contract/household';
import type { ChangeContext } from '../../../kernel/context';
import { changedToday } from '../../../records/change-said';
import { doorAt, pathOf, splitDoorId, type DoorAtWall } from '../../../records/door-place';
import { endRegistrations, linkRegistration } from '../../../records/registrations';
import {
  wallChange,
  withLinkedRegistration,
  withMembers,
  type SlotChange,
} from '../../../records/wall-changes';
import type { HouseholdDocument, StoredMember } from '../../../repositories/documents';
import { findHousehold } from '../../../repositories/households';
import { findWall } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof householdContract)['editResidence']>;
type Output = ProcedureOutput<(typeof householdContract)['editResidence']>;

/** The door that was picked; undefined where none is meant. Throws NOT_FOUND or EXPIRED. */
async function pickedDoor(context: ChangeContext, { to, ticket }: Input): Promise<DoorAtWall | undefined> {
  if (to !== 'door') return undefined;
  const reading = context.keyring.readTicket(ticket ?? '', context.now);
  if (reading === 'expired') throw new Problem('EXPIRED');
  if (reading === undefined) throw new Problem('NOT_FOUND');
  const unitId = splitDoorId(reading.doorId)?.unitId ?? '';
  return doorAt(await findWall(context.store, unitId), reading.doorId);
}

interface Move {
  readonly household: HouseholdDocument;
  readonly member: StoredMember;
  /** Undefined: here, or outside the street. */
  readonly door: DoorAtWall | undefined;
  readonly hukouHere: boolean;
}

/** Both doors' counts; where they lie in one unit the wall is written once. */
async function moveCounts(
  context: ChangeContext,
  { household, member, door, hukouHere }: Move,
): Promise<void> {
  const home = doorAt(await findWall(context.store, household.unitId), household.doorId);
  const changes: SlotChange[] = [];
  if (member.hukouHere !== hukouHere) {
    const after = withMembers(home.stored, [member], [{ ...member, hukouHere }]);
    changes.push({ slot: home.slot, after });
  }
  if (changes.length > 0) context.write.patch('walls', home.wall._id, wallChange(changes));
  if (door === undefined) return;
  const after = withLinkedRegistration(door.stored, 1);
  context.write.patch('walls', door.wall._id, wallChange([{ slot: door.slot, after }]));
  context.movesBoardOf(door.wall.compoundId);
}

interface Registered {
  readonly hukouHere: boolean;
  readonly registration: StoredMember['registration'] | undefined;
}

function withRegistration(member: StoredMember, { hukouHere, registration }: Registered): StoredMember {
  const { registration: former, ...rest } = member;
  const plain = former === undefined ? member : rest;
  return { ...plain, hukouHere, ...(registration === undefined ? {} : { registration }) };
}

function checkOpen({ state, withdrawn, version }: HouseholdDocument, seen: number): void {
  if (state === 'closed' || withdrawn) throw new Problem('WRONG_STATE');
  if (version !== seen) throw new Problem('STALE_VERSION', { version });
}

/** Throws NOT_FOUND, WRONG_STATE for somebody who would then belong to no door, or for a household that ended; STALE_VERSION. */
async function findMove(context: ChangeContext, input: Input): Promise<Move> {
  const household = await findHousehold(context.store, input.householdId);
  if (household === undefined) throw new Problem('NOT_FOUND');
  context.permit({ ...pathOf(household), householdId: household._id });
  const member = household.members.find(({ key }) => key === input.memberKey);
  if (member === undefined) throw new Problem('NOT_FOUND');
  checkOpen(household, input.version);
  const door = await pickedDoor(context, input);
  const isHome = input.to === 'here' || door?.doorId === household.doorId;
  if (!isHome && !member.livesHere) throw new Problem('WRONG_STATE');
  return { household, member, door: isHome ? undefined : door, hukouHere: isHome };
}

/** The former link ends today and the new one begins: each is dated, and nobody is registered at two doors. */
export async function editResidence(context: ChangeContext, input: Input): Promise<Output> {
  const move = await findMove(context, input);
  const { household, member, door, hukouHere } = move;
  const isSame = member.hukouHere === hukouHere && member.registration?.doorId === door?.doorId;
  if (isSame) return { version: household.version };

  await endRegistrations(context, [member]);
  const registration = door && linkRegistration(context, { household, member }, door);
  const version = household.version + 1;
  context.write.patch('households', household._id, {
    version,
    members: household.members.map((one) =>
      one.key === member.key ? withRegistration(member, { hukouHere, registration }) : one,
    ),
    matchState: 'due',
  });
  await moveCounts(context, move);
  const { buildingId, gridId, compoundId, communityId } = household;
  context.record({
    objects: [household._id, household.doorId, ...(door === undefined ? [] : [door.doorId])],
    subjects: [household._id],
    fields: ['members'],
    place: { buildingId, gridId, compoundId, communityId },
    diff: { hukouHere: member.hukouHere },
    change: changedToday(context, hukouHere ? 'hukouIn' : 'hukouOut'),
    countsMoved: true,
  });
  return { version };
}
