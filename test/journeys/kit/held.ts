/** What every journey leaves behind it: each figure equals a recount from the records, and every record stands in its chain. */
import { expectChainsIntact, expectRecounted } from '../../cloudfunctions/fixture/recount';
import type { TestStreet } from '../../cloudfunctions/fixture/street';

/** After each case of a file. A recount is cheap; the chains are not, and are walked after the first case that changed anything. */
export function holding(): (street: TestStreet) => Promise<void> {
  let isWalked = false;
  return async (street) => {
    if ((await street.count('events')) === 0) return;
    await street.runTimer('rollUp');
    await expectRecounted(street);
    if (isWalked) return;
    isWalked = true;
    await expectChainsIntact(street);
  };
}
