/** Every ten minutes: erases files that nobody fetched within a day, and kept pieces that are a week old. */
import type { SystemContext } from '../../kernel/context';
import { expiredExports, markGone } from '../../repositories/exports';
import { forgetPieces, piecesBefore } from '../../repositories/pieces';

const PIECES_KEPT_MS = 7 * 24 * 3_600_000;

export async function expireExports({ store, files, now }: SystemContext): Promise<void> {
  const expired = await expiredExports(store, now);
  await files.remove(expired.flatMap(({ fileId }) => fileId ?? []));
  for (const { _id } of expired) await markGone(store, _id);

  const stale = await piecesBefore(store, now - PIECES_KEPT_MS);
  // The entry goes first: an entry without its file would fail the next export, a file without entry is only waste.
  for (const { _id } of stale) await forgetPieces(store, _id);
  await files.remove(stale.flatMap(({ fileId, formerFileId }) => [fileId, formerFileId ?? []].flat()));
}
