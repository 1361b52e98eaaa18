import type { WallDocument, WallSlot } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type Door, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(async () => {
  await street.reset();
  await street.runTimer('rollYields');
});
afterAll(() => street.close());

const doors = (): Door[] => ['501', '502'].map((room) => street.door(`苹果花园 3-2-${room}`));
const hard = async () =>
  dataOf(await street.as('community S').tactic.listHardDoors({ areaId: street.area('苹果花园') }));

/** What visits have left at some doors, as their own procedure writes it. */
async function visited(changes: ReadonlyMap<string, Partial<WallSlot>>): Promise<void> {
  const walls = await street.all<WallDocument>('walls');
  const next = walls.map((wall) => {
    const slots = Object.entries(wall.slots).map(([slot, stored]) => [
      slot,
      { ...stored, ...changes.get(`${wall._id}-${slot}`) },
    ]);
    return { ...wall, slots: Object.fromEntries(slots) as WallDocument['slots'], version: wall.version + 1 };
  });
  await street.replaceAll('walls', next);
  await street.replaceAll('yields', []);
  await street.runTimer('rollYields');
}

describe('the hardest doors', () => {
  it('are not there outside the own community, and refused to those who choose no ways', async () => {
    const call = (person: string, name: string) => () =>
      street.as(person).tactic.listHardDoors({ areaId: street.area(name) });

    await expectStandstill(street, call('community S', '樱花社区'), refused('NOT_FOUND'));
    for (const person of ['outsider X', 'head H3', 'auditor Q']) {
      await expectStandstill(street, call(person, '苹果花园'), refused('FORBIDDEN'));
    }
  });

  it('are ranked by what visits have left there, and say who can be sent', async () => {
    const [first, second] = doors();
    await visited(
      new Map([
        [first?.id ?? '', { attempts: 1, triedOn: '2026-03-09' }],
        [
          second?.id ?? '',
          { attempts: 3, refusals: 1, triedOn: '2026-03-08', state: 'inaccessible' as const },
        ],
      ]),
    );
    const { doors: ranked, workers } = await hard();

    expect(ranked.slice(0, 2)).toMatchObject([
      { id: second?.id, attempts: 3, refusals: 1, triedOn: '2026-03-08', state: 'inaccessible' },
      { id: first?.id, attempts: 1, triedOn: '2026-03-09', hasTask: false },
    ]);
    expect(workers.map(({ role }) => role)).toEqual(workers.map(() => 'GW'));
    expect(ranked[0]?.workers.map((at) => workers[at]?.label)).toEqual(
      workers.filter(({ role }) => role === 'GW').map(({ label }) => label),
    );
  });

  it('name no person, no phone and no household', async () => {
    const text = JSON.stringify(await hard());

    expect(text).not.toMatch(/name|phone|members|user/i);
  });
});
