/** What a household is found by, and the identity numbers among it. */
import { isMinor } from '@domain/census/age-band';
import type { HouseholdForm } from '@domain/census/household-form';
import type { MemberDraft } from '@domain/census/member';
import { HEAD } from '@domain/census/relation';
import { maskIdNumber } from '@domain/register/masking';
import { normaliseName } from '@domain/register/person-name';
import type { HouseholdDocument, StoredMember } from '../repositories/documents';
import type { Keyring } from '../vault/keys';

const COLLECTION = 'households';

/** The head, where the head is a minor: the name then stands with the member alone, sealed. */
export function minorHeadOf({ members }: HouseholdForm): MemberDraft | undefined {
  return members.find(({ relation, ageBand }) => relation === HEAD && isMinor(ageBand));
}

function joinedPhones(keyring: Keyring, former: HouseholdDocument | undefined): string[] {
  if (former === undefined) return [];
  return former.phones
    .map(({ sealed }, index) => ({ sealed, field: `phones.${index}` }))
    .slice(1)
    .map(({ sealed, field }) => keyring.open({ collection: COLLECTION, id: former._id, field }, sealed));
}

/**
 * Name and last four of each adult, where a street asks for no more: they tell nobody apart among strangers, but whoever shares both
 * is worth a look. The form may have left out what is stored.
 */
function tailsOf(
  keyring: Keyring,
  adults: readonly MemberDraft[],
  former: HouseholdDocument | undefined,
): string[] {
  return adults.flatMap(({ key, name = '', idLast4 }) => {
    const stored = former?.members.find((member) => member.key === key);
    const tail = idLast4 ?? (former && stored && openIdLast4(keyring, former, stored));
    const cleanName = normaliseName(name);
    return tail === undefined || cleanName === ''
      ? []
      : [`t:${keyring.index('tail', `${cleanName} ${tail}`)}`];
  });
}

/** What a household is found by: keyed digests of phone, plates and adults' numbers. Names stand with its members. */
export function searchKeys(
  keyring: Keyring,
  form: HouseholdForm,
  former: HouseholdDocument | undefined,
): string[] {
  const adults = form.members.filter((member) => !isMinor(member.ageBand));
  const numbers = adults.flatMap((member) => {
    const number = withStoredNumber(keyring, member, former).idNumber;
    return number === undefined || number.includes('*') ? [] : [`d:${keyring.index('id', number)}`];
  });
  const numbersOfPhones = [form.phone.number, ...joinedPhones(keyring, former)].filter((text) => text !== '');
  const phone = numbersOfPhones.map((text) => `p:${keyring.index('phone', text)}`);
  const plates = form.vehicles.map(({ plate }) => `v:${keyring.index('plate', plate)}`);
  return [...new Set([...numbers, ...tailsOf(keyring, adults, former), ...phone, ...plates])];
}

/** A member's identity number, whole: only a reveal asks for it. */
export function openIdNumber(
  keyring: Keyring,
  household: HouseholdDocument,
  member: StoredMember,
): string | undefined {
  const field = `members.${member.key}.idNumber`;
  return (
    member.sealedIdNumber &&
    keyring.open({ collection: COLLECTION, id: household._id, field }, member.sealedIdNumber)
  );
}

/** The last four of a member's identity number: matching alone asks for them. */
export function openIdLast4(
  keyring: Keyring,
  household: HouseholdDocument,
  member: StoredMember,
): string | undefined {
  const field = `members.${member.key}.idLast4`;
  return (
    member.sealedIdLast4 &&
    keyring.open({ collection: COLLECTION, id: household._id, field }, member.sealedIdLast4)
  );
}

/** A member whose number came back as it was shown, with the number that is stored; any other as it was sent. */
export function withStoredNumber(
  keyring: Keyring,
  member: MemberDraft,
  former: HouseholdDocument | undefined,
): MemberDraft {
  const stored = former?.members.find(({ key }) => key === member.key);
  if (former === undefined || stored === undefined) return member;
  const idNumber = openIdNumber(keyring, former, stored);
  return idNumber !== undefined && member.idNumber === maskIdNumber(idNumber)
    ? { ...member, idNumber }
    : member;
}
