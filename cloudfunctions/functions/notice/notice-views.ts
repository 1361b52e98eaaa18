import type { ManagedNotice, NoticeHead } from '@domain/contract/notice';
import type { NoticeDocument } from '../../repositories/documents';

export function viewHead({
  _id: id,
  title,
  groundName,
  isImportant,
  publishedAt,
}: NoticeDocument): NoticeHead {
  return { id, title, ground: groundName, isImportant, publishedAt };
}

export function viewManaged(notice: NoticeDocument): ManagedNotice {
  const {
    _id: id,
    version,
    title,
    groundName,
    groundKind,
    groundId,
    isImportant,
    state,
    endsOn,
    at,
  } = notice;
  return { id, version, title, ground: groundName, groundKind, groundId, isImportant, state, endsOn, at };
}
