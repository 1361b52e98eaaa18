import type { Channel } from '@domain/census/codes';
import { addYields } from '@domain/work/tactic';
import { compoundYield } from '../../../cloudfunctions/records/yields';
import type {
  CompoundDocument,
  HouseholdDocument,
  SubmissionDocument,
  WallDocument,
  YieldDocument,
} from '../../../cloudfunctions/repositories/documents';
import { formFor, handIn, register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, filledForm, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(async () => {
  await street.reset();
  await street.runTimer('rollYields');
});
afterAll(() => street.close());

const read = async (areaId?: string, person = 'office ADM') =>
  dataOf(await street.as(person).tactic.readBoard(areaId === undefined ? {} : { areaId }));
const roll = async () => {
  await street.clock.set(street.clock.now() + 60_000);
  await street.runTimer('rollUp');
  await street.runTimer('rollYields');
};

/** Every household and every waiting form of a compound by channel and day, added up without the roll-up's own code. */
async function recountOf(compoundId: string): Promise<Map<string, number>> {
  const households = await street.all<HouseholdDocument>('households', { compoundId });
  const forms = await street.all<SubmissionDocument>('submissions', { compoundId, state: 'waiting' });
  const keys = [
    ...households.map(
      ({ reached, channel, filledOn }) => `${reached?.on ?? filledOn} ${reached?.channel ?? channel}`,
    ),
    ...forms.map(({ receiptDay, channel }) => `${receiptDay} ${channel}`),
  ];
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const CODES: readonly Channel[] = ['doorCode', 'poster', 'lift', 'search'];
const groupOf = (channel: string): string => (CODES.some((code) => code === channel) ? 'code' : channel);

describe('read the tactic board', () => {
  it('is refused for a scope that is not there, and before anything was counted', async () => {
    const call = () => street.as('office ADM').tactic.readBoard({ areaId: 'nowhere' });
    await expectStandstill(street, call, refused('NOT_FOUND'));
    await street.replaceAll('yields', []);
    await expectStandstill(street, () => street.as('office ADM').tactic.readBoard({}), refused('NOT_FOUND'));
  });

  it('is refused to everybody but grid, community and street', async () => {
    for (const person of ['outsider X', 'head H3', 'volunteer V1', 'auditor Q', 'secretary SEC']) {
      const call = () => street.as(person).tactic.readBoard({ areaId: street.area('苹果花园') });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('of another community, or of the whole street, is not there for a community', async () => {
    const streetId = (await street.all<CompoundDocument>('compounds'))[0]?.streetId ?? '';
    for (const areaId of [street.area('樱花社区'), street.area('龙泉苑'), streetId]) {
      const call = () => street.as('community S').tactic.readBoard({ areaId });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('equals a recount of households and waiting forms, by way and day, at every height (J7.X7)', async () => {
    const free = street.door('苹果花园 3-2-502');
    await register(street, free);
    await handIn(street, street.door('苹果花园 3-2-501'), { by: 'outsider X' });
    const place = { by: 'door', doorId: street.door('苹果花园 3-2-402').id } as const;
    const visited = { ...formFor(free), place, form: filledForm(), channel: 'visit' as const };
    dataOf(await street.as('worker W1').census.submitForm(visited));
    await roll();

    for (const { _id } of await street.all<CompoundDocument>('compounds')) {
      const expected = new Map<string, number>();
      for (const [key, count] of await recountOf(_id)) {
        const [day = '', channel = ''] = key.split(' ');
        const group = `${day} ${groupOf(channel)}`;
        expected.set(group, (expected.get(group) ?? 0) + count);
      }
      const stored = await street.stored<YieldDocument>('yields', _id);
      const rows = (stored?.days ?? []).flatMap(({ day, counts }) =>
        Object.entries(counts).map(([group, count]) => [`${day} ${group}`, count?.total] as const),
      );
      expect(new Map(rows)).toEqual(expected);
    }
    const whole = await read();
    const parts = await Promise.all(whole.parts.map(({ id }) => read(id)));
    expect(whole.total).toEqual(addYields(parts.map(({ total }) => total)));
    expect(whole.left).toBe(parts.reduce((sum, { left }) => sum + left, 0));
    expect(whole.asOf).toBe(street.clock.now());
  });

  it('begins for a grid worker at the own grid, by a recount of it, and shows nothing else', async () => {
    const door = street.door('苹果花园 3-2-502');
    await register(street, door);
    await roll();
    const { gridId } = door;

    const own = await read(undefined, 'worker W1');

    const households = await street.all<HouseholdDocument>('households', { gridId });
    const forms = await street.all<SubmissionDocument>('submissions', { gridId, state: 'waiting' });
    const came = Object.values(own.total).reduce((sum, count) => sum + (count?.total ?? 0), 0);
    expect(own).toMatchObject({ id: gridId, kind: 'grid', parts: [{ name: '金果03网格', ways: [] }] });
    expect(came).toBe(households.length + forms.length);
    const gridOfW2 = street.door('樱花苑 2-1-302').gridId;
    for (const areaId of [street.area('苹果花园'), door.communityId, gridOfW2]) {
      const call = () => street.as('worker W1').tactic.readBoard({ areaId });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
    expect(await read(gridId, 'office ADM')).toEqual({ ...own, parts: [] });
  });

  it('stands still until the roll-up, and then shows what came in', async () => {
    const apple = street.area('苹果花园');
    const before = await read(apple, 'community S');
    await handIn(street, street.door('苹果花园 3-2-502'));
    expect(await read(apple, 'community S')).toEqual(before);

    await roll();

    const after = await read(apple, 'community S');
    const { total = 0, waiting = 0 } = before.total.code ?? {};
    expect(after.total.code).toEqual({ total: total + 1, waiting: waiting + 1 });
    expect(after.left).toBe(before.left - 1);
    expect(after.days[0]?.day).toBe('2026-03-10');
  });

  it('counts a household by the way it was first reached, whatever corrects it later', async () => {
    const door = street.door('苹果花园 3-2-502');
    const { version } = await register(street, door);
    await roll();
    const before = await read(door.compoundId);

    const place = { by: 'door', doorId: door.id } as const;
    const input = { ...formFor(door, { contactOk: true }), place, baseVersion: version };
    dataOf(await (await street.seated('resident A')).census.submitForm(input));
    await roll();

    const [household] = await street.all<HouseholdDocument>('households', { doorId: door.id });
    expect(household).toMatchObject({ channel: 'own', reached: { channel: 'doorCode', on: '2026-03-10' } });
    expect((await read(door.compoundId)).total).toEqual(before.total);
  });

  it('is made again by a run that follows one that died anywhere on the way', async () => {
    const apple = street.area('苹果花园');
    await handIn(street, street.door('苹果花园 3-2-502'));
    const all = await street.all<YieldDocument>('yields');
    await roll();
    const right = await street.all<YieldDocument>('yields');
    // Each scope in turn is left as it was, as a run leaves it that ended before its turn; a community follows its grids.
    for (const former of all) {
      const left = former.kind === 'grid' ? [former._id, former.communityId] : [former._id];
      await street.replaceAll(
        'yields',
        right.map((now) => (left.includes(now._id) && all.find(({ _id }) => _id === now._id)) || now),
      );
      await street.runTimer('rollYields');
      const again = await street.stored<YieldDocument>('yields', former._id);
      expect(again).toEqual(right.find(({ _id }) => _id === former._id));
    }
    expect((await read(apple)).asOf).toBe(street.clock.now());
  });

  it('has no doors of the street, and the hardest of its compounds for a community', async () => {
    const figures = await street.all<YieldDocument>('yields');
    const compounds = await street.all<CompoundDocument>('compounds');
    const walls = await street.all<WallDocument>('walls');

    for (const { kind, hardest } of figures) {
      if (kind === 'street') expect(hardest).toEqual([]);
      expect(hardest.length).toBeLessThanOrEqual(50);
    }
    for (const { _id, streetId, communityId, name, order } of compounds) {
      const own = walls.filter(({ compoundId }) => compoundId === _id);
      const scope = {
        _id,
        kind: 'compound',
        streetId,
        communityId,
        name,
        order,
        asOf: 0,
        source: '',
      } as const;
      const recount = compoundYield(scope, { households: [], forms: [], walls: own });
      const stored = figures.find((row) => row._id === _id);
      expect([stored?.left, stored?.hardest]).toEqual([recount.left, recount.hardest]);
    }
  });
});
