/** A worker stands by a household's answers, and writes down what only workers write: with a network, or later from a phone. */
import type { HouseholdVerification } from '@domain/census/worker-fields';
import { isBirthMonth } from '@domain/census/worker-fields';
import { Problem } from '@domain/kernel/problem';
import { namesForbiddenKind } from '@domain/register/forbidden-words';
import type { ChangeContext } from '../kernel/context';
import type { HouseholdDocument, StoredMember } from '../repositories/documents';
import type { DoorAtWall } from './door-place';
import { settleDoubt } from './doubts';
import { areaOfDoor } from './visits';
import { wallChange } from './wall-changes';
import { homeOf, openBirthMonth, openNote, sealBirthMonth, sealNote } from './worker-facts';

export interface VerificationCase {
  readonly said: HouseholdVerification;
  readonly household: HouseholdDocument;
  readonly door: DoorAtWall;
  /** The answers that stand are those the worker had before the eyes; others are not stood by. */
  readonly isSeen: boolean;
}

/** Throws VALIDATION, CONSENT_REQUIRED or CONTENT_REJECTED. */
function checkSaid({ today }: ChangeContext, { said, household }: VerificationCase): void {
  const { births = [], isAgreed = false, note = '' } = said;
  if (births.length > 0 && !isAgreed) throw new Problem('CONSENT_REQUIRED');
  const isOff = births.some(
    ({ key, month }) =>
      !isBirthMonth(month, today) || household.members.every((member) => member.key !== key),
  );
  if (isOff) throw new Problem('VALIDATION', { field: 'births', sentence: '出生年月好像不对，再看一下' });
  if (namesForbiddenKind(note)) throw new Problem('CONTENT_REJECTED');
}

function membersAfter(
  { keyring }: ChangeContext,
  { said, household }: VerificationCase,
): readonly StoredMember[] {
  const { births = [] } = said;
  return household.members.map((member) => {
    const month = births.find(({ key }) => key === member.key)?.month;
    if (month === undefined) return member;
    return { ...member, sealedBirthMonth: sealBirthMonth(keyring, household._id, { ...member, month }) };
  });
}

function stoodBy({ household, isSeen }: VerificationCase): Record<string, unknown> {
  const { verifyWay = null, confirmedOn = null } = household;
  return isSeen ? { verifyWay, confirmedOn } : {};
}

/** What stood where something else stands now, by field, for the history. */
function formerOf({ keyring }: ChangeContext, at: VerificationCase): Record<string, unknown> {
  const { said, household, door } = at;
  const { births = [], note, propertyKind, areaDm2 } = said;
  const home = homeOf(door.stored);
  const written = household.members.filter(({ key }) => births.some((birth) => birth.key === key));
  return {
    ...stoodBy(at),
    ...(propertyKind === undefined ? {} : { propertyKind: home.propertyKind ?? null }),
    ...(areaDm2 === undefined ? {} : { areaDm2: home.areaDm2 ?? null }),
    ...(note === undefined ? {} : { note: openNote(keyring, household) ?? null }),
    ...Object.fromEntries(
      written.map((member) => [
        `members.${member.key}.birthMonth`,
        openBirthMonth(keyring, household._id, member) ?? null,
      ]),
    ),
  };
}

function writeHousehold(context: ChangeContext, at: VerificationCase): number {
  const { said, household, isSeen } = at;
  const { verifyWay, births, note } = said;
  const version = household.version + 1;
  const text = note?.trim();
  context.write.patch('households', household._id, {
    version,
    ...(isSeen ? { verifyWay, confirmedBy: context.caller.userId, confirmedOn: context.today } : {}),
    ...(births === undefined ? {} : { members: membersAfter(context, at) }),
    ...(text === undefined
      ? {}
      : { sealedNote: text === '' ? undefined : sealNote(context.keyring, household._id, text) }),
  });
  return version;
}

/** What is known of the home; whoever stands by a household's answers has found that it lives there. */
async function moveSlot(
  context: ChangeContext,
  { said: { propertyKind, areaDm2 }, door, isSeen }: VerificationCase,
): Promise<void> {
  const home = {
    ...door.stored,
    ...(propertyKind === undefined ? {} : { propertyKind }),
    ...(areaDm2 === undefined ? {} : { areaDm2 }),
  };
  const after = isSeen ? await settleDoubt(context, door, { after: home, state: 'done' }) : home;
  const isSame = propertyKind === undefined && areaDm2 === undefined && after === home;
  if (!isSame) context.write.patch('walls', door.wall._id, wallChange([{ slot: door.slot, after }]));
}

/**
 * The household's own answers stay as they are: what workers write stands beside them. Answers the version after. Throws
 * VALIDATION, CONSENT_REQUIRED or CONTENT_REJECTED.
 */
export async function keepVerification(context: ChangeContext, at: VerificationCase): Promise<number> {
  checkSaid(context, at);
  const { household, door } = at;
  const former = formerOf(context, at);
  const fields = Object.keys(former).sort();
  const version = fields.length === 0 ? household.version : writeHousehold(context, at);
  await moveSlot(context, at);
  context.record({
    objects: [household._id, household.doorId],
    subjects: [household._id],
    fields: fields.length === 0 ? ['changedSince'] : fields,
    place: areaOfDoor(door),
    diff: former,
    countsMoved: true,
  });
  return version;
}
