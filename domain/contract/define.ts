import type { ActionName } from '../identity/permission';
import type { Contract } from '../kernel/contract';

/**
 * Keeps the literal types of a contract and refuses an action that the matrix does not know. One contract is one cloud
 * function; a name is one procedure.
 */
export function defineContract<const C extends Contract<ActionName>>(contract: C): C {
  return contract;
}
