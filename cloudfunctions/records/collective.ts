/**
 * Holders of beds behind one door are one collective household; more than forty go on in the next one. They are strangers to each
 * other, so no account is bound to it: everybody has the own receipt.
 */
import { MEMBERS_MAX, type RelationCode } from '@domain/census/codes';
import type { HouseholdForm } from '@domain/census/household-form';
import type { MemberDraft } from '@domain/census/member';
import { HEAD } from '@domain/census/relation';
import { normalisePhone } from '@domain/register/phone';
import type { ChangeContext } from '../kernel/context';
import type { HouseholdDocument, StoredPhone } from '../repositories/documents';
import { endSeats } from './close-household';
import { openAnswers, sealAnswers } from './sealed-answers';

const UNRELATED: RelationCode = 9;
const KEY_LENGTH = 8;
const VEHICLES_MAX = 10;

/** True where the form's people still fit into that household. */
export function hasRoomFor({ members }: HouseholdDocument, form: HouseholdForm): boolean {
  return members.length + form.members.length <= MEMBERS_MAX;
}

function asHolder(
  context: ChangeContext,
  member: MemberDraft,
  { headName, taken }: { readonly headName: string | undefined; readonly taken: readonly string[] },
): MemberDraft {
  const name = member.name ?? (member.relation === HEAD ? headName : undefined);
  const key = taken.includes(member.key)
    ? context.idFor(`member.${member.key}`).slice(0, KEY_LENGTH)
    : member.key;
  return { ...member, key, relation: UNRELATED, ...(name === undefined ? {} : { name }) };
}

function together(context: ChangeContext, kept: HouseholdForm, joining: HouseholdForm): HouseholdForm {
  const taken = kept.members.map(({ key }) => key);
  const { headName } = joining;
  return {
    ...kept,
    liveCount: kept.liveCount + joining.liveCount,
    hukouOnlyCount: kept.hukouOnlyCount + joining.hukouOnlyCount,
    members: [
      ...kept.members,
      ...joining.members.map((member) => asHolder(context, member, { headName, taken })),
    ],
    vehicles: [...kept.vehicles, ...joining.vehicles].slice(0, VEHICLES_MAX),
    care: [...new Set([...kept.care, ...joining.care])],
  };
}

/** The household with the people of one more form, and the accounts of nobody. */
export async function joinCollective(
  context: ChangeContext,
  household: HouseholdDocument,
  { form, formId }: { readonly form: HouseholdForm; readonly formId: string },
): Promise<HouseholdDocument> {
  const { keyring } = context;
  const merged = together(context, openAnswers(keyring, household), form);
  const answers = sealAnswers(
    keyring,
    { householdId: household._id, former: household, today: context.today },
    merged,
  );
  const number = normalisePhone(form.phone.number);
  const place = { collection: 'households', id: household._id, field: `phones.${answers.phones.length}` };
  const phone: StoredPhone = { sealed: keyring.seal('person', place, number) };
  const joined: HouseholdDocument = {
    ...household,
    ...answers,
    version: household.version + 1,
    kind: 'collective',
    phones: [...answers.phones, phone],
    // Nobody is found by a number that was not said.
    keys: [...new Set([...answers.keys, ...(number === '' ? [] : [`p:${keyring.index('phone', number)}`])])],
    accounts: [],
    formIds: [...household.formIds, formId],
    matchState: 'due',
  };
  await endSeats(context, household);
  context.write.replace('households', joined);
  return joined;
}
