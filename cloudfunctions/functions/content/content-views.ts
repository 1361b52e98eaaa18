/** Texts as the publishing desk sees them: who wrote them is not said. */
import type { QueuedContent, ReadContent } from '@domain/contract/content';
import { hasOwnReview, type Abuse } from '@domain/content/content';
import { mayRelease } from '@domain/content/content-state';
import type { ReadContext } from '../../kernel/context';
import { openContentReason, openContentText } from '../../records/contents';
import type { ContentDocument } from '../../repositories/documents';

const EXCERPT_LENGTH = 60;

type Viewer = Pick<ReadContext, 'caller' | 'keyring'>;

function factsOf({ caller }: Viewer, row: ContentDocument): Omit<QueuedContent, 'excerpt'> {
  const { _id: id, version, kind, subjectId, state, check, at } = row;
  const isOwn = row.authorId === caller.userId;
  return { id, version, kind, subjectId, state, check, at, isOwn, abuses: row.abuses as Abuse[] };
}

export function viewQueued(viewer: Viewer, row: ContentDocument): QueuedContent {
  const text = openContentText(viewer.keyring, row).replace(/\s+/g, ' ');
  const excerpt = text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text;
  return { ...factsOf(viewer, row), excerpt };
}

export function viewContent(viewer: Viewer, row: ContentDocument): ReadContent {
  const facts = factsOf(viewer, row);
  return {
    ...facts,
    text: openContentText(viewer.keyring, row),
    reason: openContentReason(viewer.keyring, row),
    mayRelease: row.state === 'waiting' && !hasOwnReview(row.kind) && mayRelease(row.check, facts.isOwn),
  };
}
