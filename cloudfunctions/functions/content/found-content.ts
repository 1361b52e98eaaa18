import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../kernel/context';
import type { ContentDocument } from '../../repositories/documents';

/** The text that a decision is about, as it was seen. Throws NOT_FOUND, STALE_VERSION. */
export async function foundContent(
  context: ChangeContext,
  { contentId, version }: { readonly contentId: string; readonly version: number },
): Promise<ContentDocument> {
  const row = await context.store.find<ContentDocument>('contents', contentId);
  if (row === undefined) throw new Problem('NOT_FOUND');
  const { communityId, streetId } = row;
  context.permit({ communityId, streetId });
  if (row.version !== version) throw new Problem('STALE_VERSION', { version: row.version });
  return row;
}

/** Notes a decision; the reason is for the trail too. */
export function recordDecision(
  context: ChangeContext,
  { _id, kind, subjectId, communityId }: ContentDocument,
  { field, reason }: { readonly field: string; readonly reason?: string | undefined },
): void {
  context.record({
    objects: [_id],
    subjects: [subjectId],
    fields: [kind, field],
    place: { communityId },
    ...(reason === undefined || reason === '' ? {} : { reason }),
  });
}
