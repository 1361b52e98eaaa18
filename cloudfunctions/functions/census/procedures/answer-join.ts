import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ChangeContext } from '../../../kernel/context';
import { doorAt } from '../../../records/door-place';
import { findWall } from '../../../repositories/walls';
import { askWorker, findAsked } from '../../../records/join-requests';

type Input = ProcedureParsed<(typeof censusContract)['answerJoin']>;
type Output = ProcedureOutput<(typeof censusContract)['answerJoin']>;

/** The first word of the household counts; what becomes of the form is the worker's to say. */
export async function answerJoin(context: ChangeContext, { formId: asked, answer }: Input): Promise<Output> {
  const { form, household } = await findAsked(context, asked);
  const { _id: formId } = form;
  if (form.state !== 'waiting') throw new Problem('WRONG_STATE', { state: 'over' });
  if (form.joinAnswer !== undefined) throw new Problem('WRONG_STATE', { state: form.joinAnswer });

  context.write.patch('submissions', formId, { joinAnswer: answer, version: form.version + 1 });
  if (answer === 'notOurs') {
    askWorker(context, doorAt(await findWall(context.store, form.unitId), form.doorId), formId);
  }
  const { buildingId, gridId, compoundId, communityId } = form;
  context.record({
    objects: [formId, household._id],
    subjects: [household._id],
    fields: ['joinAnswer'],
    place: { buildingId, gridId, compoundId, communityId },
  });
  return { state: answer };
}
