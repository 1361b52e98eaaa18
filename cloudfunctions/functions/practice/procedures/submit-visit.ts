import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { practiceContract } from '@domain/contract/practice';
import { Problem } from '@domain/kernel/problem';
import { practiceDoor } from '@domain/practice/stairwell';
import type { ChangeContext } from '../../../kernel/context';
import { keepPractice, ownPractice, practisedOn, viewPractice } from '../practising';

type Input = ProcedureParsed<(typeof practiceContract)['submitVisit']>;
type Output = ProcedureOutput<(typeof practiceContract)['submitVisit']>;

/** Compares the outcome with the door's story. A door that was got right is done. */
export async function submitVisit(context: ChangeContext, { slot, result }: Input): Promise<Output> {
  const practice = await ownPractice(context);
  const door = practiceDoor(slot);
  if (door === undefined) throw new Problem('NOT_FOUND');
  if (practice.done.includes(slot)) throw new Problem('WRONG_STATE');
  if (door.result !== result) return { isRight: false, progress: viewPractice(context, practice) };

  const after = practisedOn(context, practice, { done: [...practice.done, slot] });
  keepPractice(context, after, 'visit');
  return { isRight: true, progress: viewPractice(context, after) };
}
