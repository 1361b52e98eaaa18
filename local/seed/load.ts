/** Puts a street into the local cloud's data folder. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../cloud/store/open-store';
import type { SeedVault, Street } from './street';

export interface Loading {
  readonly home: string;
  /** Folder with `collections.json` and `indexes.json`. */
  readonly database: string;
  readonly vault: SeedVault;
}

/** Fills the folder, emptying what was there; answers how many documents each collection got. */
export async function loadStreet(street: Street, loading: Loading): Promise<Record<string, number>> {
  const { home, database, vault } = loading;
  const store = openStore(home, database);
  const counts: Record<string, number> = {};
  try {
    store.empty();
    await store.durable();
    for (const [name, documents] of street.collections(vault)) counts[name] = store.bulkLoad(name, documents);
    await store.durable();
  } finally {
    store.close();
  }
  writeFileSync(join(home, 'identities.json'), JSON.stringify(street.identities), { mode: 0o600 });
  return counts;
}
