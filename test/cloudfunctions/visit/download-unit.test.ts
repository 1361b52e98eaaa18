import { receiptCode } from '@domain/census/receipt';
import { hmacSha256 } from '@domain/kernel/sha256';
import type {
  AssignmentDocument,
  AuditDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const unitId = () => street.door('苹果花园 3-1-101').unitId;

describe('a route pack', () => {
  it('is refused for a unit out of reach, to those who do not walk, and changes nothing', async () => {
    const far = street.door('龙泉苑 1-1-101').unitId;
    const worker = street.as('worker W1').visit;
    await expectStandstill(street, () => worker.downloadUnit({ unitId: far }), refused('NOT_FOUND'));
    await expectStandstill(street, () => worker.downloadUnit({ unitId: 'none' }), refused('NOT_FOUND'));
    for (const person of ['head H3', 'community S', 'outsider X']) {
      await expectStandstill(
        street,
        () => street.as(person).visit.downloadUnit({ unitId: unitId() }),
        refused('FORBIDDEN'),
      );
    }
  });

  it('holds every door in walking order, households masked, and the look is recorded', async () => {
    const pack = dataOf(await street.as('worker W1').visit.downloadUnit({ unitId: unitId() }));

    const wall = await street.stored<WallDocument>('walls', unitId());
    expect(pack.doors).toHaveLength(Object.keys(wall?.slots ?? {}).length);
    const { id, form } = street.householdAt('苹果花园 3-1-101');
    const home = pack.doors.find((door) => door.households.some((household) => household.id === id));
    expect(home).toMatchObject({ answered: true, attempts: 0 });
    expect(JSON.stringify(pack)).not.toContain(form.phone.number);
    expect(home?.households[0]?.version).toBe(1);
    const looks = await street.all<AuditDocument>('audit', { 'audit.action': 'task.download' });
    expect(looks.at(-1)?.subjects).toContain(id);
    expect(Buffer.byteLength(JSON.stringify(pack))).toBeLessThan(64 * 1024);
  });

  it('brings the key with which a receipt is checked without network', async () => {
    const { receipts, doors } = dataOf(await street.as('worker W1').visit.downloadUnit({ unitId: unitId() }));
    const key = Buffer.from(receipts.key, 'base64url');

    const code = receiptCode((message) => hmacSha256(key, message), doors[0]?.id ?? '', '2026-03-10');

    expect(code).toHaveLength(11);
  });

  it('goes on where it was cut', async () => {
    const worker = street.as('worker W1').visit;
    const whole = dataOf(await worker.downloadUnit({ unitId: unitId() }));

    const rest = dataOf(await worker.downloadUnit({ unitId: unitId(), fromSlot: 2 }));

    expect(rest.doors).toEqual(whole.doors.slice(2));
  });
});

describe('the units of a worker', () => {
  it('are those of the grids, page by page, and of a volunteer those that were given', async () => {
    const worker = street.as('worker W1').visit;
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = dataOf(await worker.listUnits(cursor === undefined ? {} : { cursor }));
      ids.push(...page.units.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    const seats = await street.all<AssignmentDocument>('assignments', { userId: street.userId('worker W1') });
    const grids = new Set(seats.flatMap(({ scope }) => scope.gridIds ?? []));
    const walls = await street.all<WallDocument>('walls');

    expect(ids.sort()).toEqual(
      walls
        .filter(({ gridId }) => grids.has(gridId))
        .map(({ _id }) => _id)
        .sort(),
    );
    const given = dataOf(await street.as('volunteer V1').visit.listUnits({}));
    const own = walls.filter(({ assigneeId }) => assigneeId === street.userId('volunteer V1'));
    expect(given.units.map(({ id }) => id).sort()).toEqual(own.map(({ _id }) => _id).sort());
    expect(await street.as('head H3').visit.listUnits({})).toEqual(refused('FORBIDDEN'));
  });
});
