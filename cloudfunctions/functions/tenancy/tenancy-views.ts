/** A tenancy as a landlord and as a worker may see it: the door, a masked name, days; never a number or another member. */
import type { AskedTenancy, OpenTenancy } from '@domain/contract/tenancy';
import type { Role } from '@domain/identity/role';
import { maskName, maskPhone, phoneViewFor } from '@domain/register/masking';
import { openTenancy } from '../../records/sealed-tenancy';
import type { HouseholdDocument, TenancyDocument } from '../../repositories/documents';
import type { Keyring } from '../../vault/keys';

export function viewAsked(tenancy: TenancyDocument): AskedTenancy {
  const { _id, version, plate, tenantName, startOn, endOn, hasContract, state, dueOn, answer } = tenancy;
  return {
    id: _id,
    version,
    plate,
    tenant: tenantName === '' ? '' : maskName(tenantName),
    startOn,
    ...(endOn === undefined ? {} : { endOn }),
    hasContract,
    state,
    ...(dueOn === '' ? {} : { dueOn }),
    ...(answer === undefined ? {} : { answer }),
  };
}

/** What the tenant wrote of the landlord, masked; empty where the household has taken it back. */
function landlordOf(
  { keyring, role }: { readonly keyring: Keyring; readonly role: Role },
  household: HouseholdDocument | undefined,
): Pick<OpenTenancy, 'landlord' | 'landlordPhone'> {
  if (household?.tenancy === undefined) return { landlord: '', landlordPhone: '' };
  const { landlordName, landlordPhone = '' } = openTenancy(keyring, household._id, household.tenancy);
  return {
    landlord: maskName(landlordName),
    landlordPhone: landlordPhone === '' ? '' : maskPhone(landlordPhone, phoneViewFor(role, false)),
  };
}

export function viewOpen(
  viewer: { readonly keyring: Keyring; readonly role: Role },
  tenancy: TenancyDocument,
  household: HouseholdDocument | undefined,
): OpenTenancy {
  const { doorId, buildingId, landlordIds } = tenancy;
  return {
    ...viewAsked(tenancy),
    doorId,
    buildingId,
    ...landlordOf(viewer, household),
    isFound: landlordIds.length > 0,
  };
}
