import { addDays } from '@domain/kernel/calendar';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import { tidyProse } from '@domain/kernel/text-width';
import type { issueContract } from '@domain/contract/issue';
import { hasOpenMilestone, ISSUE_TEXT_MIN, REMIND_DAYS, SILENCE_DAYS } from '@domain/issue/issue';
import type { ChangeContext } from '../../../kernel/context';
import type { IssueDocument } from '../../../repositories/documents';
import { checkNote, issueAtWork, takeStep } from '../issue-step';

type Input = ProcedureParsed<(typeof issueContract)['work']>;
type Output = ProcedureOutput<(typeof issueContract)['work']>;

/** Throws VALIDATION for a milestone that the plan does not have, WRONG_STATE for one that was reached. */
function reached(
  { today }: ChangeContext,
  { milestones }: IssueDocument,
  at: number | undefined,
): Partial<IssueDocument> {
  const milestone = at === undefined ? undefined : milestones[at];
  if (milestone === undefined) throw new Problem('VALIDATION', { field: 'milestone' });
  if (milestone.doneOn !== undefined) throw new Problem('WRONG_STATE', { state: 'reached' });
  return { milestones: milestones.map((one, index) => (index === at ? { ...one, doneOn: today } : one)) };
}

/** Throws WRONG_STATE while a milestone is open, VALIDATION for an answer without words. */
function answered(
  { today }: ChangeContext,
  { milestones, reporterIds }: IssueDocument,
  note: string,
): Partial<IssueDocument> {
  if (hasOpenMilestone(milestones)) throw new Problem('WRONG_STATE', { state: 'milestone' });
  if (note.length < ISSUE_TEXT_MIN) throw new Problem('VALIDATION', { field: 'note' });
  const days = reporterIds.length === 0 ? SILENCE_DAYS : REMIND_DAYS;
  return { answeredOn: today, wakeOn: addDays(today, days) };
}

/** A step of a plan is named by the plan's words, before what was said of it. */
function noteOf({ milestones }: IssueDocument, { act, milestone, note }: Input): string {
  const said = tidyProse(note);
  const name = act === 'milestone' && milestone !== undefined ? (milestones[milestone]?.words ?? '') : '';
  return [name, said].filter((words) => words !== '').join('：');
}

function changeOf(context: ChangeContext, issue: IssueDocument, input: Input): Partial<IssueDocument> {
  if (input.act === 'milestone') return reached(context, issue, input.milestone);
  return input.act === 'answer' ? answered(context, issue, tidyProse(input.note)) : {};
}

export async function work(context: ChangeContext, input: Input): Promise<Output> {
  const { issue, state } = await issueAtWork(context, input, input.act);
  const change = changeOf(context, issue, input);
  checkNote(tidyProse(input.note));
  takeStep(context, issue, { step: input.act, state, note: noteOf(issue, input), change });
  return { state };
}
