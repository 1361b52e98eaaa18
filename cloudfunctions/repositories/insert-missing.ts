/** Many documents whose ids follow from their subject: whoever writes them writes the same. */
import { Problem } from '@domain/kernel/problem';
import { DuplicateKey, type Store, type Stored } from '../kernel/store';

const BATCH = 200;

type Beside = Pick<Store, 'find' | 'search' | 'insert'>;

/** Throws WRONG_STATE where another document has one of their other keys. */
async function insertOne(store: Beside, collection: string, document: Stored): Promise<void> {
  try {
    await store.insert(collection, [document]);
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error;
    if ((await store.find(collection, document._id)) === undefined) {
      throw new Problem('WRONG_STATE', { field: 'label' });
    }
  }
}

async function insertRest(store: Beside, collection: string, documents: readonly Stored[]): Promise<void> {
  const ids = documents.map(({ _id }) => _id);
  const rows = await store.search(collection, {
    where: { _id: { in: ids } },
    limit: BATCH,
    fields: ['_id'],
  });
  const present = new Set(rows.map(({ _id }) => _id));
  for (const document of documents) {
    if (!present.has(document._id)) await insertOne(store, collection, document);
  }
}

/** Inserts those that do not stand yet, from an attempt that was cut short or from another call at this moment. */
export async function insertMissing(
  store: Beside,
  collection: string,
  documents: readonly Stored[],
): Promise<void> {
  for (let start = 0; start < documents.length; start += BATCH) {
    const batch = documents.slice(start, start + BATCH);
    try {
      await store.insert(collection, batch);
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      await insertRest(store, collection, batch);
    }
  }
}
