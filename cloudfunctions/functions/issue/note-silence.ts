import { addDays } from '@domain/kernel/calendar';
import { REMIND_DAYS, SILENCE_DAYS } from '@domain/issue/issue';
import { nextIssueState, stageOf } from '@domain/issue/issue-state';
import { dayWords } from '@domain/kernel/day';
import type { SystemContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/store';
import { messageFromTimer } from '../../records/messages';
import { findIssue, silentIssues } from '../../repositories/issues';
import type { IssueDocument } from '../../repositories/documents';
import { withStep } from '../../records/issue-words';
import { calledOf, sortKeyOf } from './issue-step';

const OWN_PAGE = '/packages/life/pages/my-issues/my-issues';

/** Seven days after the answer: asked once more, and until when. */
async function remind(context: SystemContext, transaction: Transaction, issue: IssueDocument): Promise<void> {
  const { now, keyring } = context;
  const wakeOn = addDays(issue.answeredOn, SILENCE_DAYS);
  await transaction.patch('issues', issue._id, {
    version: issue.version + 1,
    wakeOn,
    history: withStep(keyring, issue, { step: 'remind', at: now }),
  });
  for (const userId of issue.reporterIds) {
    const values = { ...calledOf(issue), day: dayWords(wakeOn) };
    const telling = { userId, kind: 'issueAsked', values, link: OWN_PAGE } as const;
    await transaction.replace(
      'messages',
      messageFromTimer(context, `${issue._id}.remind.${issue.version}`, telling),
    );
  }
}

/** Thirty days: shown apart, and neither closed nor satisfied. */
async function giveUp(context: SystemContext, transaction: Transaction, issue: IssueDocument): Promise<void> {
  const state = nextIssueState(issue.state, 'silence');
  if (state === undefined) return;
  const stage = stageOf(state);
  await transaction.patch('issues', issue._id, {
    version: issue.version + 1,
    state,
    stage,
    wakeOn: '',
    history: withStep(context.keyring, issue, { step: 'silence', at: context.now }),
    hasNews: true,
    sortKey: sortKeyOf({ ...issue, stage }, context.now),
  });
}

async function wake(context: SystemContext, transaction: Transaction, id: string): Promise<void> {
  const issue = await findIssue(transaction, id);
  if (issue === undefined || issue.wakeOn === '' || issue.wakeOn > context.today) return;
  const isFirst = issue.wakeOn === addDays(issue.answeredOn, REMIND_DAYS);
  await (isFirst ? remind(context, transaction, issue) : giveUp(context, transaction, issue));
}

export async function noteSilence(context: SystemContext): Promise<void> {
  for (const { _id } of await silentIssues(context.store, context.today)) {
    await context.store.transact((transaction) => wake(context, transaction, _id));
  }
}
