/** Where somebody stands with the community, for themselves. */
import type { Standing } from '@domain/contract/volunteer';
import { openReason } from '../../records/sealed-volunteer';
import type { VolunteerDocument } from '../../repositories/documents';
import type { Keyring } from '../../vault/keys';

export function viewStanding(keyring: Keyring, volunteer: VolunteerDocument): Standing {
  const { version, state } = volunteer;
  return { version, state, reason: openReason(keyring, volunteer) };
}
