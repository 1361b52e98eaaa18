/**
 * What of a household's answers a role may see, once the household is within reach: the class of a field and the role decide
 * (form-fields.ts says who sees what). A single value beyond its mask is a reveal, which is another action.
 */
import { isMinor } from '@domain/census/age-band';
import { fieldOf } from '@domain/census/form-fields';
import type { HouseholdForm } from '@domain/census/household-form';
import type { MemberDraft } from '@domain/census/member';
import { HEAD } from '@domain/census/relation';
import type { Role } from '@domain/identity/role';
import { maskIdNumber, maskName, maskPhone, maskPlate, phoneViewFor } from '@domain/register/masking';

export type FieldSight = 'full' | 'masked' | 'hidden';

/** Fields that are cut; the others of the form are answers about the home and stay as they are. */
export const CUT_FIELDS = [
  'adultName',
  'minorName',
  'phone',
  'landlord',
  'plate',
  'idNumber',
  'care',
  'suggestion',
  'volunteer',
  'reasons',
] as const;
export type CutField = (typeof CUT_FIELDS)[number];

/** Under which field of the form a cut field's viewers are listed; the others have a rule of their own. */
const LISTED_AS: Readonly<Partial<Record<CutField, string>>> = {
  adultName: 'members',
  phone: 'phone',
  landlord: 'tenancy',
  plate: 'vehicles',
  care: 'care',
  suggestion: 'suggestion',
  volunteer: 'volunteer',
  // Why an odd answer is right is written beside the members it is about.
  reasons: 'members',
};

/** How a role sees a field of a household in its reach; RE stands for the household itself. */
export function sightOf(field: CutField, role: Role): FieldSight {
  if (field === 'idNumber') return sightOf('adultName', role) === 'hidden' ? 'hidden' : 'masked';
  if (role === 'RE') return 'full';
  const listed = fieldOf(LISTED_AS[field] ?? '')?.sees[role];
  if (listed === undefined || listed === 'counts') return 'hidden';
  return field === 'reasons' ? 'full' : listed;
}

/** The form as a role sees it: masked values masked, hidden ones absent or empty. */
export function cutForm(form: HouseholdForm, role: Role): HouseholdForm {
  const sees = (field: CutField): FieldSight => sightOf(field, role);
  const { headName, suggestion, volunteer, tenancy, helper, ...rest } = form;
  const head = headName === undefined ? undefined : cutName(headName, nameSight(headOf(form), role));
  return {
    ...rest,
    ...(head === undefined ? {} : { headName: head }),
    phone: { ...form.phone, number: cutPhone(form, role) },
    ...cutTenancy(tenancy, role),
    members: form.members.map((member) => cutMember(member, role)),
    ...cutHelper(helper, role),
    vehicles: form.vehicles.flatMap((vehicle) => {
      const plate = cut(vehicle.plate, sees('plate'), maskPlate);
      return plate === undefined ? [] : [{ ...vehicle, plate }];
    }),
    care: sees('care') === 'full' ? form.care : [],
    ...(suggestion !== undefined && sees('suggestion') === 'full' ? { suggestion } : {}),
    ...(volunteer !== undefined && sees('volunteer') === 'full' ? { volunteer } : {}),
    reasons: sees('reasons') === 'full' ? form.reasons : {},
  };
}

/** From whom somebody rents: name and number masked, the days as they are. */
function cutTenancy(tenancy: HouseholdForm['tenancy'], role: Role): Pick<HouseholdForm, 'tenancy'> {
  const sight = sightOf('landlord', role);
  if (tenancy === undefined || sight === 'hidden') return {};
  const { landlordName, landlordPhone } = tenancy;
  const maskNumber = (number: string): string => maskPhone(number, phoneViewFor(role, false));
  return {
    tenancy: {
      ...tenancy,
      landlordName: cut(landlordName, sight, maskName) ?? '',
      ...(landlordPhone === undefined ? {} : { landlordPhone: cut(landlordPhone, sight, maskNumber) ?? '' }),
    },
  };
}

/** Whoever filled for the household is an adult with a name. */
function cutHelper(helper: HouseholdForm['helper'], role: Role): Pick<HouseholdForm, 'helper'> {
  const name = helper && cutName(helper.name, sightOf('adultName', role));
  return helper === undefined || name === undefined ? {} : { helper: { ...helper, name } };
}

/** The last four of an identity number are left out for everybody: they serve matching and are shown to nobody. */
function cutMember(member: MemberDraft, role: Role): MemberDraft {
  const { key, relation, gender, ageBand, livesHere, hukouHere, name, idNumber } = member;
  const rest = { key, relation, gender, ageBand, livesHere, hukouHere };
  const shownName = name === undefined ? undefined : cutName(name, nameSight(rest, role));
  // An identity number holds a birth date, and a child's is shown to nobody outside the household.
  const idSight = isMinor(rest.ageBand) && role !== 'RE' ? 'hidden' : sightOf('idNumber', role);
  const shownId = idNumber === undefined ? undefined : cut(idNumber, idSight, maskIdNumber);
  return {
    ...rest,
    ...(shownName === undefined ? {} : { name: shownName }),
    ...(shownId === undefined ? {} : { idNumber: shownId }),
  };
}

function nameSight(member: Pick<MemberDraft, 'ageBand'> | undefined, role: Role): FieldSight {
  return sightOf(member !== undefined && isMinor(member.ageBand) ? 'minorName' : 'adultName', role);
}

function cutName(name: string, sight: FieldSight): string | undefined {
  return cut(name, sight, maskName);
}

function cutPhone({ phone, contactOk }: HouseholdForm, role: Role): string {
  return (
    cut(phone.number, sightOf('phone', role), (number) => maskPhone(number, phoneViewFor(role, contactOk))) ??
    ''
  );
}

function cut(value: string, sight: FieldSight, mask: (value: string) => string): string | undefined {
  if (sight === 'hidden') return undefined;
  return sight === 'masked' ? mask(value) : value;
}

function headOf({ members }: HouseholdForm): MemberDraft | undefined {
  return members.find(({ relation }) => relation === HEAD);
}
