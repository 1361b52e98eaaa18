import { wordsOfText } from '@domain/activity/activity-words';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { activityContract } from '@domain/contract/activity';
import { Problem } from '@domain/kernel/problem';
import type { ReadContext } from '../../../kernel/context';
import { writtenText } from '../../../records/contents';
import { findActivity } from '../../../repositories/activities';
import { placeOfActivity } from '../activity-place';

type Input = ProcedureParsed<(typeof activityContract)['readDesk']>;
type Output = ProcedureOutput<(typeof activityContract)['readDesk']>;

export async function readDesk(context: ReadContext, { activityId }: Input): Promise<Output> {
  const activity = await findActivity(context.store, activityId);
  if (activity === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOfActivity(activity));
  const { version, title, place, body } = activity;
  const written = await writtenText(context, 'activity', activityId);
  if (written === undefined) return { version, title, place, body, reason: '' };
  return { version, ...wordsOfText(written.text), reason: written.reason };
}
