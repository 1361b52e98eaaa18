/** Puts a street into the local cloud's data folder. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../cloud/store/open-store';
import { createKeyring } from '../../cloudfunctions/vault/keys';
import type { RootOfKeys } from '../../cloudfunctions/vault/data-keys';
import type { Day } from '@domain/kernel/day';
import { firstKeys } from './settings';
import type { SeedVault, Street } from './street';

/** The environment's id as function processes see it. */
const LOCAL_ENVIRONMENT = 'local';

export interface Loading {
  readonly home: string;
  /** Folder with `collections.json` and `indexes.json`. */
  readonly database: string;
  readonly vault: SeedVault;
}

/** New data keys under a root key (base64url of 32 bytes), and the keyring that uses them. */
export function openSeedVault(rootKey: string, today: Day): SeedVault {
  return seedVaultOf(rootKey, firstKeys({ environment: LOCAL_ENVIRONMENT, rootKey }, today));
}

/** The keyring of data keys that were made before. */
export function seedVaultOf(rootKey: string, keys: SeedVault['keys']): SeedVault {
  const root: RootOfKeys = { environment: LOCAL_ENVIRONMENT, rootKey };
  return { keys, keyring: createKeyring({ ...root, documents: keys }) };
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
