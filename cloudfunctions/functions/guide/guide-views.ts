import type { ShownGuide } from '@domain/contract/guide';
import type { GuideDocument } from '../../repositories/documents';

/** A guide as everybody reads it. The list asks for what is shown, so that there is always something. */
export function viewGuide({ _id, shown, initials, community }: GuideDocument): ShownGuide {
  if (shown === undefined) throw new Error(`guide ${_id} is listed and has nothing to show`);
  return { ...shown, id: _id, initials: [...initials], community };
}
