/** What a batch costs in metered operations on a warm function: it grows by the record, and by nothing else. */
import type { OfflineRecord } from '@domain/contract/offline-record';
import { walkFrom } from '../fixture/offline';
import { openStreet, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

/** Doors of 苹果花园 3号楼 2单元, where nobody has answered. */
async function recordsAt(count: number, kind: 'filing' | 'visit'): Promise<OfflineRecord[]> {
  const { unitId } = street.door('苹果花园 3-2-502');
  const doors = street.doors().filter((door) => door.unitId === unitId);
  const walks = await Promise.all(doors.slice(0, count).map((door) => walkFrom(street, 'worker W1', door)));
  return walks.map((walk) => (kind === 'filing' ? walk.filing() : walk.visit({ result: 'nobody' })));
}

async function costOf(records: readonly OfflineRecord[]): Promise<number> {
  const walk = await walkFrom(street, 'worker W1', street.door('苹果花园 3-2-502'));
  const answers = await walk.sync(records);
  expect(answers.map(({ outcome }) => outcome)).toEqual(records.map(() => 'applied'));
  const { reads, writes } = await street.meter();
  return 1 + reads + writes;
}

describe('a batch', () => {
  it.each([
    ['filing', 5],
    ['visit', 5],
  ] as const)('of %s costs %d a record, one for the call and one for the seat', async (kind, each) => {
    const records = await recordsAt(7, kind);
    await costOf(records.slice(0, 1));

    expect(await costOf(records.slice(1, 3))).toBe(2 + 2 * each);
    expect(await costOf(records.slice(3, 7))).toBe(2 + 4 * each);
  });
});
