/** Hours as their volunteer and as the community see them. */
import type { ListedHours, OwnHours } from '@domain/contract/volunteer';
import { openHoursNote } from '../../records/hours';
import { openVolunteerName } from '../../records/sealed-volunteer';
import type { HoursDocument, VolunteerDocument } from '../../repositories/documents';
import type { Keyring } from '../../vault/keys';

export function viewHours({ _id, manual, ...row }: HoursDocument): OwnHours {
  const { version, source, title, minutes, day, state } = row;
  return { id: _id, version, source, title, minutes, day, state, isManual: manual === 'yes' };
}

export function viewListed(
  viewer: { readonly keyring: Keyring; readonly userId: string },
  row: HoursDocument,
  volunteer: VolunteerDocument | undefined,
): ListedHours {
  const { volunteerId, by, ground } = row;
  return {
    ...viewHours(row),
    volunteerId,
    name: volunteer === undefined ? '' : openVolunteerName(viewer.keyring, volunteer),
    ...(ground === undefined ? {} : { ground }),
    note: openHoursNote(viewer.keyring, row),
    isOwn: [volunteerId, by].includes(viewer.userId),
  };
}
