/** From a door to the form that is filled at it, and the door as the route pack shows it. */
import { doorLine } from '@domain/area/plate';
import type { Plate } from '@domain/census/door';
import type { CHOSEN_VERIFY_WAYS } from '@domain/census/codes';
import type { HouseholdForm } from '@domain/census/household-form';
import type { HouseholdView } from '@domain/contract/census';
import type { HouseholdChange } from '@domain/census/worker-fields';
import { KNOCK_WORDS } from '../../../../messages/visit';
import { actingSeat } from '../../../../services/acting';
import { NOBODY } from '../../../../services/client';
import { now } from '../../../../services/clock';
import type { DraftVisit } from '../../../../services/draft';
import { findDraft, layOutDraft } from '../../../../services/drafts';
import { answersOf, formOf, newAnswers, type Answers } from '../../../../services/household-answers';
import { outboxEntries } from '../../../../services/outbox';
import type { OutboxEntry } from '../../../../services/outbox-entry';
import { groupOfDoor, notedSince } from '../../services/door-records';
import { correctionsIn, newestDoor, withCorrections } from '../../services/noted-answers';
import type { Packed } from '../../services/route-pack';
import type { DoorAnswer } from './door-answer';

/** The door as the pack shows it. Forms that wait are not in it. */
export function doorOfPack({ pack, door }: Packed): DoorAnswer {
  const plate = plateOf(pack.plate, pack.unit.label, door.room);
  return { plate, state: door.state, waiting: [], households: door.households };
}

function plateOf({ compound, line }: Plate, unit: string, room: string): Plate {
  return { compound, line: doorLine(line, unit, room) };
}

/** What a worker says of a visit before its form: which household it corrects, and why. */
export interface VisitSaid {
  householdId?: string;
  verifyWay: (typeof CHOSEN_VERIFY_WAYS)[number];
  change?: HouseholdChange;
}

/**
 * Lays out the form of a visit, unless one was begun here; 'ready', or why not. The household has heard what it is asked for.
 * Whoever turns back without a change leaves nothing behind.
 */
export async function startVisitForm(doorId: string, said: VisitSaid): Promise<string> {
  const entries = (await outboxEntries()).filter(({ group }) => group === groupOfDoor(doorId));
  const packed = await newestDoor(doorId, entries);
  if (packed === undefined) return KNOCK_WORDS.needsPack;
  if ((await findDraft(doorId)) !== undefined) return 'ready';
  const { pack } = packed;
  const { household, after } = correctedIn(packed, said, entries);
  const answers: Answers =
    household === undefined ? { ...newAnswers(), fillRole: FILLED_BY_WORKER } : answersOf(household.form);
  const shown: HouseholdForm | undefined = household === undefined ? undefined : formOf(answers);
  layOutDraft({
    ...{
      doorId,
      plate: doorOfPack(packed).plate,
      answers,
      channel: 'visit',
      question: '',
      opId: undefined,
      savedAt: 0,
    },
    place: { by: 'door', doorId },
    consent: { given: true, noticeVersion: pack.noticeVersion },
    actAs: actingSeat() ?? NOBODY,
    baseVersion: household?.version,
    visit: { pack: pack.pack, householdId: household?.id, shown, startedAt: now(), ...partsOf(said, after) },
  });
  return 'ready';
}

/** The household that is corrected, with what this phone noted of it; none where nobody has answered. */
function correctedIn(
  { pack, door: { households } }: Packed,
  { householdId }: VisitSaid,
  entries: readonly OutboxEntry[],
): { household?: HouseholdView; after?: readonly string[] } {
  const household = households.find(({ id }) => id === householdId) ?? households[0];
  if (household === undefined) return {};
  const noted = notedSince(entries, pack.packedAt);
  return { household: withCorrections(household, noted), after: correctionsIn(household.id, noted) };
}

function partsOf(
  { verifyWay, change }: VisitSaid,
  after: readonly string[] = [],
): Pick<DraftVisit, 'verifyWay' | 'change' | 'after'> {
  return { verifyWay, after, ...(change === undefined ? {} : { change }) };
}

/** 网格员代填 */
const FILLED_BY_WORKER = 6;
