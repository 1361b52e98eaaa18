import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { issueContract } from '@domain/contract/issue';
import type { ChangeContext } from '../../../kernel/context';
import { issueWithinReach } from '../issue-step';
import { openPhone } from '../../../records/issue-words';

type Input = ProcedureParsed<(typeof issueContract)['revealPhone']>;
type Output = ProcedureOutput<(typeof issueContract)['revealPhone']>;

/** To ask back; there is none once the issue has ended and its clock has run out. */
export async function revealPhone(context: ChangeContext, { issueId, reason }: Input): Promise<Output> {
  const issue = await issueWithinReach(context, issueId);
  if (issue.sealedPhone === undefined) throw new Problem('NOT_FOUND');
  const { communityId, compoundId, gridId, buildingId } = issue;
  context.record({
    objects: [issueId],
    subjects: [issueId],
    fields: ['phone'],
    place: { buildingId, gridId, compoundId, communityId },
    reason,
  });
  return { phone: openPhone(context.keyring, issue) };
}
