import type { Reader } from '../kernel/store';
import type { ResidenceDocument } from './documents';

const NAME = 'residences';
const LINKED_MAX = 60;

/** Registrations in force that are linked to a door from elsewhere. Index door_state. */
export function residencesAt(reader: Reader, doorId: string): Promise<ResidenceDocument[]> {
  return reader.search<ResidenceDocument>(NAME, { where: { doorId, state: 'current' }, limit: LINKED_MAX });
}

/** Registrations in force of a household's members at other doors. Index household_state. */
export function residencesOf(reader: Reader, householdId: string): Promise<ResidenceDocument[]> {
  return reader.search<ResidenceDocument>(NAME, {
    where: { householdId, state: 'current' },
    limit: LINKED_MAX,
  });
}
