/**
 * A form and what is kept of it. Phones, plates and numbers (L3) are sealed to their place one by one; a minor's name, care
 * wishes (L4) and free text likewise; names of adults, codes and counts stay plain, for lists and tables are made of them.
 */
import { isMinor } from '@domain/census/age-band';
import type { HouseholdForm } from '@domain/census/household-form';
import type { CareKind } from '@domain/census/codes';
import { HEAD } from '@domain/census/relation';
import type { MemberDraft } from '@domain/census/member';
import { normaliseIdNumber } from '@domain/register/id-number';
import { maskIdNumber } from '@domain/register/masking';
import { normaliseName } from '@domain/register/person-name';
import { normalisePhone } from '@domain/register/phone';
import { normalisePlate } from '@domain/register/plate';
import type { HouseholdDocument, StoredMember } from '../repositories/documents';
import { keptHelp, openedHelp } from './help-on-record';
import { minorHeadOf, searchKeys } from './search-keys';
import type { Keyring, SealFamily } from '../vault/keys';
import { openTenancy, sealTenancy } from './sealed-tenancy';

/** The part of a household's document that a form fills. */
export type SealedAnswers = Pick<
  HouseholdDocument,
  | 'useState'
  | 'fillRole'
  | 'headName'
  | 'liveCount'
  | 'hukouOnlyCount'
  | 'members'
  | 'phones'
  | 'vehicles'
  | 'sealedCare'
  | 'careCount'
  | 'sealedSuggestion'
  | 'volunteer'
  | 'contactOk'
  | 'tenancy'
  | 'helper'
  | 'refused'
  | 'sealedReasons'
  | 'keys'
>;

type Reasons = HouseholdForm['reasons'];

const COLLECTION = 'households';

interface Sealer {
  seal(family: SealFamily, field: string, text: string): string;
}

function sealerOf(keyring: Keyring, householdId: string): Sealer {
  return {
    seal: (family, field, text) =>
      keyring.seal(family, { collection: COLLECTION, id: householdId, field }, text),
  };
}

function sealName(
  sealer: Sealer,
  { key, ageBand, name }: MemberDraft,
): Pick<StoredMember, 'name' | 'sealedName'> {
  const cleanName = name === undefined ? '' : normaliseName(name);
  if (cleanName === '') return {};
  return isMinor(ageBand)
    ? { sealedName: sealer.seal('sensitive', `members.${key}.name`, cleanName) }
    : { name: cleanName };
}

function sealNumber(
  sealer: Sealer,
  { key, ageBand, idNumber, idLast4 }: MemberDraft,
  former: StoredMember | undefined,
): Pick<StoredMember, 'sealedIdNumber' | 'sealedIdLast4'> {
  const seal = (field: string, text: string): string =>
    sealer.seal(isMinor(ageBand) ? 'sensitive' : 'person', `members.${key}.${field}`, text);
  // The last four are never shown, so a form that leaves them out has not taken them back.
  const sealedLast4 =
    idLast4 === undefined ? former?.sealedIdLast4 : seal('idLast4', normaliseIdNumber(idLast4));
  const last4 = sealedLast4 === undefined ? {} : { sealedIdLast4: sealedLast4 };
  if (idNumber === undefined) return last4;
  // A number that comes back masked was never opened: what is stored stays.
  const stored = idNumber.includes('*') ? former?.sealedIdNumber : undefined;
  return { ...last4, sealedIdNumber: stored ?? seal('idNumber', normaliseIdNumber(idNumber)) };
}

interface Known {
  readonly former: StoredMember | undefined;
  readonly today: string | undefined;
}

function sealMember(sealer: Sealer, member: MemberDraft, { former, today }: Known): StoredMember {
  const { key, relation, gender, ageBand, livesHere, hukouHere } = member;
  const since = former === undefined ? today : former.since;
  const registration = hukouHere ? undefined : former?.registration;
  return {
    key,
    relation,
    gender,
    ageBand,
    livesHere,
    hukouHere,
    ...sealName(sealer, member),
    ...sealNumber(sealer, member, former),
    ...(since === undefined ? {} : { since }),
    ...(former?.sealedBirthMonth === undefined ? {} : { sealedBirthMonth: former.sealedBirthMonth }),
    ...(registration === undefined ? {} : { registration }),
  };
}

type Wishes = Pick<SealedAnswers, 'sealedCare' | 'careCount' | 'sealedSuggestion' | 'volunteer'>;

function sealWishes(sealer: Sealer, { care, suggestion = '', volunteer }: HouseholdForm): Wishes {
  const text = suggestion.trim();
  return {
    ...(care.length === 0 ? {} : { sealedCare: sealer.seal('sensitive', 'care', JSON.stringify(care)) }),
    careCount: care.length,
    ...(text === '' ? {} : { sealedSuggestion: sealer.seal('content', 'suggestion', text) }),
    ...(volunteer === undefined ? {} : { volunteer }),
  };
}

interface AtHousehold {
  readonly householdId: string;
  readonly former: HouseholdDocument | undefined;
  readonly today?: string;
}

/** `former` is the household as it stands, where the form corrects one; `today` dates whom it lists for the first time. */
export function sealAnswers(
  keyring: Keyring,
  { householdId, former, today }: AtHousehold,
  form: HouseholdForm,
): SealedAnswers {
  const sealer = sealerOf(keyring, householdId);
  const formerMember = (key: string): StoredMember | undefined =>
    former?.members.find((member) => member.key === key);
  const { phone } = form;
  const minorHead = minorHeadOf(form);
  const tenancy = sealTenancy(keyring, householdId, form);
  return {
    useState: form.useState,
    fillRole: form.fillRole,
    headName: minorHead === undefined ? normaliseName(form.headName ?? '') : '',
    liveCount: form.liveCount,
    hukouOnlyCount: form.hukouOnlyCount,
    members: form.members.map((member) =>
      sealMember(sealer, member === minorHead ? { ...member, name: member.name ?? form.headName } : member, {
        former: formerMember(member.key),
        today,
      }),
    ),
    phones: [
      {
        sealed: sealer.seal('person', 'phones.0', normalisePhone(phone.number)),
        ...(phone.owner === undefined ? {} : { owner: phone.owner }),
      },
      // Numbers of those who joined a collective household by forms of their own.
      ...(former?.phones.slice(1) ?? []),
    ],
    vehicles: form.vehicles.map(({ plate, propertyMaySee }, index) => ({
      sealed: sealer.seal('person', `vehicles.${index}`, normalisePlate(plate)),
      propertyMaySee,
    })),
    ...sealWishes(sealer, form),
    contactOk: form.contactOk,
    ...(tenancy === undefined ? {} : { tenancy }),
    ...keptHelp(form),
    ...(Object.keys(form.reasons).length === 0
      ? {}
      : { sealedReasons: sealer.seal('content', 'reasons', JSON.stringify(form.reasons)) }),
    keys: searchKeys(keyring, form, former),
  };
}

function openMember(keyring: Keyring, household: HouseholdDocument, member: StoredMember): MemberDraft {
  const { key, relation, gender, ageBand, livesHere, hukouHere, name, sealedName, sealedIdNumber } = member;
  const open = (field: string, envelope: string): string =>
    keyring.open(
      { collection: COLLECTION, id: household._id, field: `members.${member.key}.${field}` },
      envelope,
    );
  // The last four of a number serve matching alone and come out for nobody.
  return {
    key,
    relation,
    gender,
    ageBand,
    livesHere,
    hukouHere,
    ...(name === undefined ? {} : { name }),
    ...(sealedName === undefined ? {} : { name: open('name', sealedName) }),
    ...(sealedIdNumber === undefined ? {} : { idNumber: maskIdNumber(open('idNumber', sealedIdNumber)) }),
  };
}

/** The first phone of a household, as it was given; undefined after a withdrawal. */
export function openPhone(keyring: Keyring, household: HouseholdDocument): string | undefined {
  const [phone] = household.phones;
  return (
    phone && keyring.open({ collection: COLLECTION, id: household._id, field: 'phones.0' }, phone.sealed)
  );
}

/** A minor's name stands with the member alone. */
function openedHeadName({ headName }: HouseholdDocument, members: readonly MemberDraft[]): string {
  const head = members.find(({ relation, ageBand }) => relation === HEAD && isMinor(ageBand));
  return head?.name ?? headName;
}

/** Identity numbers come out masked, whoever asks; to see one whole is a reveal. */
export function openAnswers(keyring: Keyring, household: HouseholdDocument): HouseholdForm {
  const open = (field: string, envelope: string): string =>
    keyring.open({ collection: COLLECTION, id: household._id, field }, envelope);
  const { sealedCare, sealedSuggestion, sealedReasons, volunteer } = household;
  const [phone] = household.phones;
  const members = household.members.map((member) => openMember(keyring, household, member));
  const headName = openedHeadName(household, members);
  return {
    useState: household.useState,
    fillRole: household.fillRole,
    ...(headName === '' ? {} : { headName }),
    phone: {
      number: openPhone(keyring, household) ?? '',
      ...(phone?.owner === undefined ? {} : { owner: phone.owner }),
    },
    liveCount: household.liveCount,
    hukouOnlyCount: household.hukouOnlyCount,
    members,
    vehicles: household.vehicles.map(({ sealed, propertyMaySee }, index) => ({
      plate: open(`vehicles.${index}`, sealed),
      propertyMaySee,
    })),
    care: sealedCare === undefined ? [] : (JSON.parse(open('care', sealedCare)) as CareKind[]),
    ...(sealedSuggestion === undefined ? {} : { suggestion: open('suggestion', sealedSuggestion) }),
    ...(volunteer === undefined ? {} : { volunteer }),
    contactOk: household.contactOk,
    ...(household.tenancy === undefined
      ? {}
      : { tenancy: openTenancy(keyring, household._id, household.tenancy) }),
    ...openedHelp(household),
    reasons: sealedReasons === undefined ? {} : (JSON.parse(open('reasons', sealedReasons)) as Reasons),
  };
}

/**
 * The answers of a form as they stand once kept: names, phones and plates written in the one way they are stored. Identity
 * numbers stay as they were sent, for a new one and the stored one may share a mask.
 */
export function answersAsKept(
  keyring: Keyring,
  household: HouseholdDocument,
  sent: HouseholdForm,
): HouseholdForm {
  const kept = openAnswers(keyring, household);
  const members = kept.members.map((member, index) => {
    const { idNumber, idLast4 } = sent.members[index] ?? {};
    return {
      ...member,
      ...(idNumber === undefined ? {} : { idNumber }),
      ...(idLast4 === undefined ? {} : { idLast4 }),
    };
  });
  return { ...kept, members };
}
