import type { Reader } from '../kernel/store';

/** Some documents of a collection, by id; nothing is read where none is asked for. */
export async function documentsById<Document extends { readonly _id: string }>(
  reader: Reader,
  collection: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Document>> {
  if (ids.length === 0) return new Map();
  const found = await reader.search<Document>(collection, { where: { _id: { in: ids } }, limit: ids.length });
  return new Map(found.map((document) => [document._id, document]));
}
