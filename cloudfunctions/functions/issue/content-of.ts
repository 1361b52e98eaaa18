import { newContentRow } from '../../records/contents';
import type { SystemContext } from '../../kernel/context';
import type { ContentDocument, IssueDocument } from '../../repositories/documents';
import { openWords, wholeText } from '../../records/issue-words';

/** The row under which an issue's text is checked and released. */
export function contentOf({ keyring, now }: SystemContext, issue: IssueDocument): ContentDocument {
  const { _id, streetId, communityId, sealedOpenid, reporterIds } = issue;
  return newContentRow(keyring, {
    kind: 'issue',
    subjectId: _id,
    streetId,
    communityId,
    text: wholeText(openWords(keyring, issue)),
    authorId: reporterIds[0] ?? issue.workedBy[0] ?? '',
    sealedOpenid,
    at: now,
  });
}
