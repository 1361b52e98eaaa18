import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { volunteerContract } from '@domain/contract/volunteer';
import { dayWords } from '@domain/kernel/day';
import type { ChangeContext } from '../../../kernel/context';
import { tell } from '../../../records/messages';
import { hoursAfter, hoursInReach } from '../hours-in-reach';
import { OWN_WORDS, VOLUNTEER_PAGE } from '../volunteer-words';

type Input = ProcedureParsed<(typeof volunteerContract)['decideHours']>;
type Output = ProcedureOutput<(typeof volunteerContract)['decideHours']>;

const BY_HAND = '补记的时长';
const NOTES = { approve: '算上了', refuse: '没有算上，有疑问可以在记录里提' } as const;

/** The third person's word: whose hours they are and who vouched for them have said theirs. */
export async function decideHours(context: ChangeContext, input: Input): Promise<Output> {
  const row = await hoursInReach(context, input);
  const { _id, volunteerId, communityId } = row;
  if ([volunteerId, row.by].includes(context.caller.userId)) {
    throw new Problem('FORBIDDEN', { sentence: OWN_WORDS.agree });
  }
  const state = hoursAfter(row, input.verdict, input);

  context.write.patch('hours', _id, {
    version: row.version + 1,
    state,
    decidedBy: context.caller.userId,
    sealedNote: undefined,
  });
  const values = {
    place: row.title === '' ? BY_HAND : row.title,
    day: dayWords(row.day),
    note: NOTES[input.verdict],
  };
  tell(context, { userId: volunteerId, kind: 'hoursDecided', values, link: `${VOLUNTEER_PAGE}?part=hours` });
  context.record({ objects: [_id], subjects: [volunteerId], fields: [state], place: { communityId } });
  return { state };
}
