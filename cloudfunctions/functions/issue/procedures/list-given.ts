import type { ProcedureOutput } from '@domain/kernel/contract';
import type { issueContract } from '@domain/contract/issue';
import type { ReadContext } from '../../../kernel/context';
import { issuesGivenTo } from '../../../repositories/issues';
import { placeOf } from '../issue-step';
import { viewDesk } from '../issue-views';

type Output = ProcedureOutput<(typeof issueContract)['listGiven']>;

export async function listGiven(context: ReadContext): Promise<Output> {
  const given = await issuesGivenTo(context.store, context.caller.userId);
  // What somebody was given in another seat is answered in that one.
  context.territory();
  const within = given.filter((issue) => context.reaches(placeOf(issue)));
  const viewer = { keyring: context.keyring, today: context.today };
  return { issues: within.map((issue) => viewDesk(viewer, issue)) };
}
