/** What every journey leaves behind it: each figure equals a recount from the records, and every record stands in its chain. */
import { expectChainsIntact, expectRecounted } from '../../cloudfunctions/fixture/recount';
import type { TestStreet } from '../../cloudfunctions/fixture/street';

const IS_FULL = process.env['TEST_FULL'] === '1';

/** After the first case of a file that changed anything and after the last one; the full run recounts after every case. The chains are walked once. */
export function holding(): (street: TestStreet, isLast?: boolean) => Promise<void> {
  let isHeld = false;
  return async (street, isLast = false) => {
    if (isHeld && !isLast && !IS_FULL) return;
    if ((await street.count('events')) === 0) return;
    await street.runTimer('rollUp');
    await expectRecounted(street);
    if (!isHeld) await expectChainsIntact(street);
    isHeld = true;
  };
}
