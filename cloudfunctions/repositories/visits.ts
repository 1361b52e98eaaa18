import type { Reader } from '../kernel/store';
import { digestId } from '../vault/random-id';
import type { NoteDocument, VisitDocument } from './documents';

const VISITS_MAX = 20;
const NOTES_MAX = 20;

/** The knock that got this number at this door. */
export function visitId(doorId: string, number: number): string {
  return digestId('visit', doorId, String(number));
}

/** The newest knock at a door. Index door_number. */
export async function newestVisit(reader: Reader, doorId: string): Promise<VisitDocument | undefined> {
  const order = [['number', 'desc']] as const;
  const [visit] = await reader.search<VisitDocument>('visits', { where: { doorId }, order, limit: 1 });
  return visit;
}

/** The newest knocks at a door. Index door_number. */
export function visitsOfDoor(reader: Reader, doorId: string): Promise<VisitDocument[]> {
  return reader.search<VisitDocument>('visits', {
    where: { doorId },
    order: [['number', 'desc']],
    limit: VISITS_MAX,
  });
}

export function findNote(reader: Reader, id: string): Promise<NoteDocument | undefined> {
  return reader.find<NoteDocument>('notes', id);
}

/** The newest standing notes of a building. Index building_state_at. */
export function notesOfBuilding(reader: Reader, buildingId: string): Promise<NoteDocument[]> {
  return reader.search<NoteDocument>('notes', {
    where: { buildingId, state: 'standing' },
    order: [['at', 'desc']],
    limit: NOTES_MAX,
  });
}
