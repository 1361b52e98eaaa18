import { START, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import type { WallDocument } from '../../../cloudfunctions/repositories/documents';
import { REASON, storedExport, wishFor } from './export-kit';

const DAY = 24 * 3_600_000;
let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

/** Puts so many people behind a compound's first door that its table has that many rows. */
async function fillCompound(compoundId: string, rows: number): Promise<void> {
  const walls = await street.all<WallDocument>('walls');
  const [first] = walls.filter((wall) => wall.compoundId === compoundId);
  const filled = walls.map((wall) => {
    if (wall.compoundId !== compoundId) return wall;
    const slots = Object.entries(wall.slots).map(([slot, stored], index) => {
      const isFirst = wall._id === first?._id && index === 0;
      return [slot, { ...stored, state: 'missing', households: isFirst ? 1 : 0, people: isFirst ? rows : 0 }];
    });
    return { ...wall, slots: Object.fromEntries(slots) as WallDocument['slots'] };
  });
  await street.replaceAll('walls', filled);
}

const clearWish = (compound: string) => wishFor(street.area(compound), { clear: true });

describe('request an export', () => {
  it('does not find an area that has no board, such as a grid', async () => {
    const reply = await street.as('admin ADM').export.requestExport(wishFor(street.area('金果01网格')));

    expect(reply).toEqual(refused('NOT_FOUND'));
    expect(await street.count('exports')).toBe(0);
  });

  it('is refused to a community beyond its own compounds, and to every other role', async () => {
    const community = street.as('community S').export;

    expect(await community.requestExport(wishFor(street.area('樱花苑')))).toEqual(refused('NOT_FOUND'));
    expect(await community.requestExport(wishFor(street.area('万家街道')))).toEqual(refused('NOT_FOUND'));
    for (const person of ['worker W1', 'resident A', 'auditor Q', 'secretary SEC']) {
      const reply = await street.as(person).export.requestExport(wishFor(street.area('苹果花园')));
      expect(reply).toEqual(refused('FORBIDDEN'));
    }
    expect(await street.count('exports')).toBe(0);
  });

  it('needs a reason of four characters, and one that names nobody`s faith or illness', async () => {
    const ask = (reason?: string) =>
      street.as('community S').export.requestExport({ ...wishFor(street.area('苹果花园')), reason });

    expect(await ask()).toEqual(refused('REASON_REQUIRED'));
    expect(await ask(' 台账 ')).toEqual(refused('REASON_REQUIRED'));
    expect(await ask('找出低保户名单')).toEqual(refused('CONTENT_REJECTED'));
    expect(await street.count('exports')).toBe(0);
  });

  it('gives full names and phones of one compound only', async () => {
    const admin = street.as('admin ADM').export;

    for (const area of ['金果社区', '万家街道']) {
      expect(await admin.requestExport(clearWish(area))).toEqual(refused('VALIDATION', { field: 'clear' }));
    }
    expect(await street.count('exports')).toBe(0);
  });

  it.each([
    [2_499, true],
    [2_500, true],
    [2_501, false],
  ])('with full names and %i rows is accepted: %p', async (rows, isAccepted) => {
    await fillCompound(street.area('苹果花园'), rows);

    const reply = await street.as('admin ADM').export.requestExport(clearWish('苹果花园'));

    expect(reply.ok).toBe(isAccepted);
    if (!isAccepted) expect(reply).toEqual(refused('VALIDATION', { field: 'clear' }));
    expect(await street.count('exports')).toBe(isAccepted ? 1 : 0);
  });

  it('gives one person 2,500 full rows in thirty days, and a refused file costs none of them', async () => {
    await fillCompound(street.area('苹果花园'), 1_500);
    const admin = street.as('admin ADM').export;
    const ask = () => admin.requestExport(clearWish('苹果花园'));

    const { exportId } = dataOf(await ask());
    expect(await ask()).toEqual(refused('RATE_LIMITED', { left: 1_000 }));
    expect((await street.as('admin ADM2').export.requestExport(clearWish('苹果花园'))).ok).toBe(true);
    await street
      .as('admin ADM2')
      .export.decideExport({ exportId, verdict: 'refuse', reason: '请改用遮挡的' });
    expect((await ask()).ok).toBe(true);
    await street.clock.set(START + 29 * DAY);
    expect(await ask()).toEqual(refused('RATE_LIMITED', { left: 1_000 }));
    await street.clock.set(START + 30 * DAY);
    expect((await ask()).ok).toBe(true);
  });

  it('waits for a second person, with its reason in the trail', async () => {
    const areaId = street.area('苹果花园');

    const { exportId } = dataOf(await street.as('community S').export.requestExport(wishFor(areaId)));
    await street.runTimer('runExports');

    expect(await storedExport(street, exportId)).toMatchObject({
      state: 'requested',
      scopeKind: 'compound',
      scopeName: '苹果花园',
      clear: false,
      requesterId: street.userId('community S'),
    });
    expect(await street.count('jobs')).toBe(0);
    const [event] = await street.events();
    expect(event?.audit).toMatchObject({
      action: 'export.request',
      reason: REASON,
      objects: [exportId, areaId],
    });
  });
});
