import type { ChangeContext } from '../../kernel/context';
import { increase } from '../../kernel/store';
import type { IssueDocument } from '../../repositories/documents';

/** One more or one less who met the same: counted with the issue, and recorded. Answers how many there are. */
export function countFollowers(
  { write, record }: Pick<ChangeContext, 'write' | 'record'>,
  issue: IssueDocument,
  by: 1 | -1,
): { followers: number } {
  const { _id, communityId, compoundId, gridId, buildingId } = issue;
  write.patch('issues', _id, { followers: increase(by) });
  record({
    objects: [_id],
    subjects: [_id],
    fields: ['followers'],
    place: { buildingId, gridId, compoundId, communityId },
  });
  return { followers: issue.followers + by };
}
