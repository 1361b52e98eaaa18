import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { issueContract } from '@domain/contract/issue';
import { likeness, SIMILAR_FROM } from '@domain/issue/issue';
import type { ReadContext } from '../../../kernel/context';
import { issuesNear } from '../../../repositories/issues';
import { viewPublic } from '../issue-views';
import { findReported } from '../reported-place';

type Input = ProcedureParsed<(typeof issueContract)['findSimilar']>;
type Output = ProcedureOutput<(typeof issueContract)['findSimilar']>;

const SHOWN_MAX = 3;

/** The likest of the compound's newest released ones. */
export async function findSimilar(context: ReadContext, { place, text }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const { ground } = await findReported(context, place);
  const near = ground.compoundId === '' ? [] : await issuesNear(context.store, ground.compoundId);
  const rated = near
    .map((issue) => ({ issue, share: likeness(issue.publicText, text) }))
    .filter(({ share }) => share >= SIMILAR_FROM)
    .sort((left, right) => right.share - left.share);
  return { issues: rated.slice(0, SHOWN_MAX).map(({ issue }) => viewPublic(issue)) };
}
