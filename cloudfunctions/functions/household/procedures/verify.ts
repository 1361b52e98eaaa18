import { isBirthMonth } from '@domain/census/worker-fields';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { householdContract } from '@domain/contract/household';
import { namesForbiddenKind } from '@domain/register/forbidden-words';
import type { ChangeContext } from '../../../kernel/context';
import { doorAt, pathOf, type DoorAtWall } from '../../../records/door-place';
import { checkCorrector } from '../../../records/save-household';
import { homeOf, openBirthMonth, openNote, sealBirthMonth, sealNote } from '../../../records/worker-facts';
import { areaOfDoor } from '../../../records/visits';
import { wallChange } from '../../../records/wall-changes';
import type { HouseholdDocument, StoredMember } from '../../../repositories/documents';
import { findHousehold } from '../../../repositories/households';
import { findWall } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof householdContract)['verify']>;
type Output = ProcedureOutput<(typeof householdContract)['verify']>;

interface Case {
  readonly context: ChangeContext;
  readonly input: Input;
  readonly household: HouseholdDocument;
  readonly door: DoorAtWall;
}

/** Throws NOT_FOUND, FORBIDDEN for the own household, WRONG_STATE, STALE_VERSION where somebody has changed it meanwhile. */
async function findCase(context: ChangeContext, input: Input): Promise<Case> {
  const household = await findHousehold(context.store, input.householdId);
  if (household === undefined) throw new Problem('NOT_FOUND');
  context.permit(pathOf(household));
  checkCorrector(context, household);
  if (household.version !== input.version) {
    throw new Problem('STALE_VERSION', { version: household.version });
  }
  const door = doorAt(await findWall(context.store, household.unitId), household.doorId);
  return { context, input, household, door };
}

/** Throws VALIDATION, CONSENT_REQUIRED or CONTENT_REJECTED. */
function checkSaid({ context, input, household }: Case): void {
  const { births = [], isAgreed = false, note = '' } = input;
  if (births.length > 0 && !isAgreed) throw new Problem('CONSENT_REQUIRED');
  const isOff = births.some(
    ({ key, month }) =>
      !isBirthMonth(month, context.today) || household.members.every((member) => member.key !== key),
  );
  if (isOff) throw new Problem('VALIDATION', { field: 'births', sentence: '出生年月好像不对，再看一下' });
  if (namesForbiddenKind(note)) throw new Problem('CONTENT_REJECTED');
}

function membersAfter({ context, input, household }: Case): readonly StoredMember[] {
  const { births = [] } = input;
  return household.members.map((member) => {
    const month = births.find(({ key }) => key === member.key)?.month;
    if (month === undefined) return member;
    const sealed = sealBirthMonth(context.keyring, household._id, { ...member, month });
    return { ...member, sealedBirthMonth: sealed };
  });
}

/** What stood where something else stands now, by field, for the history. */
function formerOf({ context, input, household, door }: Case): Record<string, unknown> {
  const { births = [], note, propertyKind, areaDm2 } = input;
  const home = homeOf(door.stored);
  const written = household.members.filter(({ key }) => births.some((birth) => birth.key === key));
  return {
    verifyWay: household.verifyWay ?? null,
    confirmedOn: household.confirmedOn ?? null,
    ...(propertyKind === undefined ? {} : { propertyKind: home.propertyKind ?? null }),
    ...(areaDm2 === undefined ? {} : { areaDm2: home.areaDm2 ?? null }),
    ...(note === undefined ? {} : { note: openNote(context.keyring, household) ?? null }),
    ...Object.fromEntries(
      written.map((member) => [
        `members.${member.key}.birthMonth`,
        openBirthMonth(context.keyring, household._id, member) ?? null,
      ]),
    ),
  };
}

/** The household's own answers stay as they are: what workers write stands beside them. */
export async function verify(context: ChangeContext, input: Input): Promise<Output> {
  const at = await findCase(context, input);
  checkSaid(at);
  const { household, door } = at;
  const { verifyWay, propertyKind, areaDm2, births, note } = input;
  const version = household.version + 1;
  const text = note?.trim();
  context.write.patch('households', household._id, {
    version,
    verifyWay,
    confirmedBy: context.caller.userId,
    confirmedOn: context.today,
    ...(births === undefined ? {} : { members: membersAfter(at) }),
    ...(text === undefined
      ? {}
      : { sealedNote: text === '' ? undefined : sealNote(context.keyring, household._id, text) }),
  });
  const said = {
    ...(propertyKind === undefined ? {} : { propertyKind }),
    ...(areaDm2 === undefined ? {} : { areaDm2 }),
  };
  if (Object.keys(said).length > 0) {
    const after = { ...door.stored, ...said };
    context.write.patch('walls', door.wall._id, wallChange([{ slot: door.slot, after }]));
  }
  const former = formerOf(at);
  context.record({
    objects: [household._id, household.doorId],
    subjects: [household._id],
    fields: Object.keys(former).sort(),
    place: areaOfDoor(door),
    diff: former,
    countsMoved: true,
  });
  return { version, confirmedOn: context.today };
}
