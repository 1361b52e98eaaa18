/** What the publishing desk's word does to the plan of an issue: everybody reads its words from then on, or its days alone. */
import { planText } from '@domain/issue/issue';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../kernel/context';
import { findIssue } from '../repositories/issues';
import type { ContentEffects, Decision } from './content-decision';

/** Throws WRONG_STATE where the issue has other milestones by now. */
async function showPlan(context: ChangeContext, { row, text }: Decision): Promise<void> {
  const issue = await findIssue(context.store, row.subjectId);
  if (issue === undefined || planText(issue.milestones) !== text) {
    throw new Problem('WRONG_STATE', { state: row.state });
  }
  context.write.patch('issues', issue._id, { version: issue.version + 1, isPlanShown: true });
}

async function hidePlan(context: ChangeContext, { row }: Decision): Promise<void> {
  const issue = await findIssue(context.store, row.subjectId);
  if (issue?.isPlanShown !== true) return;
  context.write.patch('issues', issue._id, { version: issue.version + 1, isPlanShown: false });
}

export const planEffects: ContentEffects = { onRelease: showPlan, onHide: hidePlan };
