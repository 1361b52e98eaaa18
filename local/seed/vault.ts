/** What seals the values of a street. */
import type { Day } from '@domain/kernel/day';
import type { RootOfKeys } from '../../cloudfunctions/vault/data-keys';
import { createKeyring } from '../../cloudfunctions/vault/keys';
import { firstKeys } from './settings';
import type { SeedVault } from './street';

/** The environment's id as function processes see it. */
const LOCAL_ENVIRONMENT = 'local';

/** New data keys under a root key (base64url of 32 bytes), and the keyring that uses them. */
export function openSeedVault(rootKey: string, today: Day): SeedVault {
  return seedVaultOf(rootKey, firstKeys({ environment: LOCAL_ENVIRONMENT, rootKey }, today));
}

/** The keyring of data keys that were made before. */
export function seedVaultOf(rootKey: string, keys: SeedVault['keys']): SeedVault {
  const root: RootOfKeys = { environment: LOCAL_ENVIRONMENT, rootKey };
  return { keys, keyring: createKeyring({ ...root, documents: keys }) };
}
