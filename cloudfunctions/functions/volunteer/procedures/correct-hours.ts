import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { volunteerContract } from '@domain/contract/volunteer';
import type { ChangeContext } from '../../../kernel/context';
import { sealHoursNote } from '../../../records/hours';
import { hoursAfter, hoursInReach } from '../hours-in-reach';
import { OWN_WORDS } from '../volunteer-words';

type Input = ProcedureParsed<(typeof volunteerContract)['correctHours']>;
type Output = ProcedureOutput<(typeof volunteerContract)['correctHours']>;

export async function correctHours(context: ChangeContext, input: Input): Promise<Output> {
  const row = await hoursInReach(context, input);
  const { _id, volunteerId, communityId } = row;
  if (volunteerId === context.caller.userId) {
    throw new Problem('FORBIDDEN', { sentence: OWN_WORDS.enter });
  }
  const state = hoursAfter(row, 'correct', input);

  context.write.patch('hours', _id, {
    version: row.version + 1,
    state,
    minutes: input.minutes,
    by: context.caller.userId,
    decidedBy: undefined,
    ground: 'correction',
    manual: 'yes',
    sealedNote: sealHoursNote(context.keyring, _id, input.reason.trim()),
  });
  context.record({
    objects: [_id],
    subjects: [volunteerId],
    fields: ['minutes', 'correction'],
    place: { communityId },
    reason: input.reason,
    diff: { minutes: row.minutes },
  });
  return { state };
}
