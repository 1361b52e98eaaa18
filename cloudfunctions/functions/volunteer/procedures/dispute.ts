import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { volunteerContract } from '@domain/contract/volunteer';
import type { ChangeContext } from '../../../kernel/context';
import { sealHoursNote } from '../../../records/hours';
import { findHours } from '../../../repositories/hours';
import { hoursAfter } from '../hours-in-reach';

type Input = ProcedureParsed<(typeof volunteerContract)['dispute']>;
type Output = ProcedureOutput<(typeof volunteerContract)['dispute']>;

/** The volunteer's word that a row of theirs is wrong; until somebody has looked at it, it does not count. */
export async function dispute(context: ChangeContext, input: Input): Promise<Output> {
  const row = await findHours(context.store, input.hoursId);
  if (row === undefined) throw new Problem('NOT_FOUND');
  context.permit({ about: [row.volunteerId] });
  const state = hoursAfter(row, 'dispute', input);

  context.write.patch('hours', row._id, {
    version: row.version + 1,
    state,
    sealedNote: sealHoursNote(context.keyring, row._id, input.note),
  });
  const { communityId } = row;
  context.record({
    objects: [row._id],
    subjects: [row.volunteerId],
    fields: [state],
    place: { communityId },
  });
  return { state };
}
