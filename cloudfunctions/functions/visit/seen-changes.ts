/** Changes as the register keeps answers: what came back masked was never opened, and what a role does not see it cannot change. */
import type { HouseholdChanges } from '@domain/census/household-changes';
import type { HouseholdForm } from '@domain/census/household-form';
import type { MemberDraft } from '@domain/census/member';
import type { Role } from '@domain/identity/role';
import { maskPlate } from '@domain/register/masking';
import { normaliseName } from '@domain/register/person-name';
import { normalisePhone } from '@domain/register/phone';
import { normalisePlate } from '@domain/register/plate';
import { sightOf } from '../../policies/field-visibility';

const MASK = '*';
const HIDDEN_FIELDS = ['care', 'suggestion', 'volunteer'] as const;

type Answers = HouseholdChanges['answers'];

function phoneAsKept({ phone }: Answers, stored: HouseholdForm): Pick<Answers, 'phone'> {
  if (phone === undefined) return {};
  const isMasked = phone.number.includes(MASK);
  return { phone: { ...phone, number: isMasked ? stored.phone.number : normalisePhone(phone.number) } };
}

function tenancyAsKept({ tenancy }: Answers, stored: HouseholdForm): Pick<Answers, 'tenancy'> {
  if (tenancy === undefined) return {};
  const { landlordName, landlordPhone: sent, ...rest } = tenancy;
  const landlordPhone = sent?.includes(MASK) === true ? stored.tenancy?.landlordPhone : sent;
  return {
    tenancy: {
      ...rest,
      landlordName: landlordName.includes(MASK) ? (stored.tenancy?.landlordName ?? '') : landlordName,
      ...(landlordPhone === undefined ? {} : { landlordPhone }),
    },
  };
}

/** A plate that came back masked and that nobody has any more was taken out by somebody else. */
function vehiclesAsKept({ vehicles }: Answers, stored: HouseholdForm): Pick<Answers, 'vehicles'> {
  if (vehicles === undefined) return {};
  return {
    vehicles: vehicles.flatMap((vehicle) => {
      if (!vehicle.plate.includes(MASK)) return [{ ...vehicle, plate: normalisePlate(vehicle.plate) }];
      const known = stored.vehicles.find(({ plate }) => maskPlate(plate) === vehicle.plate);
      return known === undefined ? [] : [{ ...vehicle, plate: known.plate }];
    }),
  };
}

function memberAsKept(member: MemberDraft, stored: HouseholdForm): MemberDraft {
  const known = stored.members.find(({ key }) => key === member.key);
  const { name: sent, idNumber: sentNumber, ...rest } = member;
  const name = sent?.includes(MASK) === true ? known?.name : sent && normaliseName(sent);
  const idNumber = sentNumber ?? known?.idNumber;
  return {
    ...rest,
    ...(name === undefined || name === '' ? {} : { name }),
    ...(idNumber === undefined ? {} : { idNumber }),
  };
}

function isHidden(name: string, role: Role): boolean {
  return HIDDEN_FIELDS.some((field) => field === name && sightOf(field, role) === 'hidden');
}

function withoutHidden(answers: Answers, role: Role): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !isHidden(name, role)));
}

export function changesAsKept(
  changes: HouseholdChanges,
  stored: HouseholdForm,
  role: Role,
): HouseholdChanges {
  const { headName, phone, tenancy, vehicles, ...rest } = withoutHidden(changes.answers, role);
  const sent = { phone, tenancy, vehicles };
  return {
    ...changes,
    answers: {
      ...rest,
      ...(headName === undefined || headName.includes(MASK) ? {} : { headName: normaliseName(headName) }),
      ...phoneAsKept(sent, stored),
      ...tenancyAsKept(sent, stored),
      ...vehiclesAsKept(sent, stored),
    },
    cleared: changes.cleared.filter((name) => !isHidden(name, role)),
    members: changes.members.map((member) => memberAsKept(member, stored)),
  };
}
