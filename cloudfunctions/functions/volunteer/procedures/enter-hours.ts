import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import { isDay } from '@domain/kernel/day';
import type { volunteerContract } from '@domain/contract/volunteer';
import type { ChangeContext } from '../../../kernel/context';
import { hoursOf, sealHoursNote } from '../../../records/hours';
import type { HoursDocument } from '../../../repositories/documents';
import { findVolunteer } from '../../../repositories/volunteers';
import { OWN_WORDS } from '../volunteer-words';

type Input = ProcedureParsed<(typeof volunteerContract)['enterHours']>;
type Output = ProcedureOutput<(typeof volunteerContract)['enterHours']>;

/** Throws VALIDATION for a day that is none, or has not come. */
function checkDay({ today }: ChangeContext, day: string): void {
  if (!isDay(day) || day > today) throw new Problem('VALIDATION', { field: 'day' });
}

/** Somebody's word for another person's hours; it waits for a third one's, and everybody can read that it was given. */
export async function enterHours(context: ChangeContext, input: Input): Promise<Output> {
  const { volunteerId, minutes, day, ground } = input;
  const { userId } = context.caller;
  const volunteer = await findVolunteer(context.store, volunteerId);
  if (volunteer === undefined) throw new Problem('NOT_FOUND');
  const { communityId, streetId } = volunteer;
  context.permit({ communityId, streetId });
  if (volunteerId === userId) throw new Problem('FORBIDDEN', { sentence: OWN_WORDS.enter });
  checkDay(context, day);
  if (volunteer.state !== 'approved' && volunteer.state !== 'paused') {
    throw new Problem('WRONG_STATE', { state: volunteer.state });
  }

  const service = {
    volunteerId,
    source: 'manual',
    sourceId: context.idFor('hours'),
    minutes,
    by: userId,
  } as const;
  const proven = hoursOf(volunteer, service, context);
  const row: HoursDocument = {
    ...proven,
    day,
    ground,
    manual: 'yes',
    state: 'waiting',
    sealedNote: sealHoursNote(context.keyring, proven._id, input.reason.trim()),
  };
  context.write.insert('hours', row);
  context.record({
    objects: [row._id],
    subjects: [volunteerId],
    fields: ['minutes', ground],
    place: { communityId },
    reason: input.reason,
  });
  return { hoursId: row._id, state: row.state };
}
