/** What a stored member says when two records are held against each other. Only adults are: a child has no keys. */
import { isMinor } from '@domain/census/age-band';
import type { PersonTraits } from '@domain/register/same-person';
import type { HouseholdDocument, StoredMember } from '../repositories/documents';
import type { Keyring } from '../vault/keys';
import { openIdLast4, openIdNumber } from './search-keys';

export function traitsOf(keyring: Keyring, household: HouseholdDocument, member: StoredMember): PersonTraits {
  const { gender, ageBand, name = '' } = member;
  const phoneKeys = household.keys.filter((key) => key.startsWith('p:'));
  if (isMinor(ageBand)) return { name: '', gender, ageBand, phoneKeys: [] };
  const idNumber = openIdNumber(keyring, household, member);
  const idLast4 = openIdLast4(keyring, household, member);
  return {
    name,
    gender,
    ageBand,
    phoneKeys,
    ...(idNumber === undefined ? {} : { idKey: keyring.index('id', idNumber) }),
    ...(idLast4 === undefined ? {} : { idLast4 }),
  };
}
