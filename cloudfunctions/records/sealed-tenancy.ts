/** What a household says of whom it rents from: the landlord's number is sealed to its place, the rest is plain. */
import type { HouseholdForm, TenancyDraft } from '@domain/census/household-form';
import { normaliseName } from '@domain/register/person-name';
import { normalisePhone } from '@domain/register/phone';
import { withAskedTenancy } from '@domain/tenancy/tenancy';
import type { StoredTenancy } from '../repositories/documents';
import type { Place } from '../vault/envelope';
import type { Keyring } from '../vault/keys';

function placeOf(householdId: string): Place {
  return { collection: 'households', id: householdId, field: 'tenancy.landlordPhone' };
}

/** Undefined where the form's people do not rent, or said nothing of it. */
export function sealTenancy(
  keyring: Keyring,
  householdId: string,
  form: HouseholdForm,
): StoredTenancy | undefined {
  const { tenancy } = withAskedTenancy(form);
  if (tenancy === undefined) return undefined;
  const { landlordName, landlordPhone = '', startOn, endOn, hasContract } = tenancy;
  const number = normalisePhone(landlordPhone);
  return {
    landlordName: normaliseName(landlordName),
    ...(number === '' ? {} : { sealedLandlordPhone: keyring.seal('person', placeOf(householdId), number) }),
    startOn,
    ...(endOn === undefined ? {} : { endOn }),
    hasContract,
  };
}

export function openTenancy(
  keyring: Keyring,
  householdId: string,
  { sealedLandlordPhone, ...plain }: StoredTenancy,
): TenancyDraft {
  if (sealedLandlordPhone === undefined) return plain;
  return { ...plain, landlordPhone: keyring.open(placeOf(householdId), sealedLandlordPhone) };
}
