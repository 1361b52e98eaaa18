import type {
  DuplicateDocument,
  HouseholdDocument,
  TaskDocument,
} from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, filledMember, openStreet, refused, type TestStreet } from '../fixture/street';
import { alone, landlordHome, LANDLORD_NUMBER, letDoor, moveIn } from '../fixture/tenants';
import { listedTwice } from './duplicates-kit';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('find who is registered twice', () => {
  it('opens one doubt with one task, and holds both households', async () => {
    const { first, second, duplicate } = await listedTwice(street);

    await street.runTimer('findDuplicates');

    expect(duplicate.householdIds.slice().sort()).toEqual([first._id, second._id].sort());
    expect([first.duplicates, second.duplicates]).toEqual([[duplicate._id], [duplicate._id]]);
    const tasks = await street.all<TaskDocument>('tasks', { kind: 'duplicate' });
    expect(tasks.map(({ state, subjectId }) => [state, subjectId])).toEqual([['open', duplicate._id]]);
    expect(await street.count('duplicates')).toBe(1);
    expect(await street.count('households', { matchState: 'due' })).toBe(0);
  });

  it('ends the doubt about a household that has moved out: nothing of it is merged, and the other is free', async () => {
    const { first, second, duplicate } = await listedTwice(street);
    const { household, duplicate: calls } = street.as('worker W2');
    const { _id: householdId, version } = second;
    dataOf(await household.moveOut({ householdId, version, on: '2026-03-10' }));
    for (const keep of ['left', 'right'] as const) {
      const input = { duplicateId: duplicate._id, version: 1, verdict: 'merge', keep } as const;
      await expectStandstill(street, () => calls.decide(input), refused('WRONG_STATE', { state: 'closed' }));
    }

    await street.runTimer('findDuplicates');

    expect(await street.all<DuplicateDocument>('duplicates')).toMatchObject([{ state: 'void' }]);
    expect(await street.stored('households', first._id)).not.toHaveProperty('duplicates');
    expect(await street.count('tasks', { kind: 'duplicate', state: 'open' })).toBe(0);
  });

  it('finds the same name and last four in another home with another phone, and not where one of both differs', async () => {
    await street.changeCampaign({ idNumberMode: 'last4' });
    const home = (name: string, idLast4: string, phone: string) =>
      alone(name, phone, {
        members: [filledMember({ key: 'aaaaaaaa', relation: 0, gender: 1, name, idLast4 })],
      });
    const at = (room: string) => street.door(`苹果花园 3-2-${room}`);
    const W1 = { worker: 'worker W1' } as const;
    await moveIn(street, at('501'), { by: 'resident A', form: home('王大山', '101X', '10000000901'), ...W1 });
    await moveIn(street, at('502'), { by: 'tenant C', form: home('王大山', '2023', '10000000902'), ...W1 });
    await moveIn(street, at('401'), { by: 'elder M', form: home('李大山', '101X', '10000000903'), ...W1 });
    await street.runTimer('findDuplicates');
    expect(await street.count('duplicates')).toBe(0);

    await moveIn(street, at('402'), { by: 'landlord D', form: home('王大山', '101x', '10000000904'), ...W1 });
    await street.runTimer('findDuplicates');

    const [found, ...others] = await street.all<DuplicateDocument>('duplicates');
    expect(others).toEqual([]);
    expect(found?.sides.map(({ doorId }) => doorId)).toEqual([at('501').id, at('402').id]);
  });

  it('shows the worker that the household is held', async () => {
    const { first } = await listedTwice(street);

    const door = dataOf(await street.as('worker W2').census.readDoor({ doorId: first.doorId }));

    expect(door.households.map(({ isHeld }) => isHeld)).toEqual([true, true]);
  });

  it('marks one person with two links as counted, and is no doubt', async () => {
    await landlordHome(street);
    const son = filledMember({
      key: 'cccccccc',
      relation: 2,
      gender: 1,
      name: '丁小海',
      livesHere: false,
      hukouHere: true,
    });
    const home = alone('丁老海', LANDLORD_NUMBER, { hukouOnlyCount: 1 });
    const form = { ...home, members: [...home.members, son] };
    const home302 = { by: 'elder M', form, worker: 'worker W2' } as const;
    // At home the son is registered elsewhere: he lives there and is registered here.
    const resident = await street.seated('landlord D');
    const own = (
      await street.all<HouseholdDocument>('households', { accounts: street.userId('landlord D') })
    )[0];
    const move = { householdId: own?._id ?? '', version: 1, memberKey: 'bbbbbbbb', to: 'outside' } as const;
    dataOf(await resident.household.editResidence(move));
    const { _id } = await moveIn(street, letDoor(street), home302);

    await street.runTimer('findDuplicates');

    expect(await street.count('duplicates')).toBe(0);
    expect(await street.stored<HouseholdDocument>('households', _id)).toMatchObject({
      countedElsewhere: ['cccccccc'],
    });
    const door = dataOf(await street.as('worker W2').census.readDoor({ doorId: letDoor(street).id }));
    expect(door.households[0]?.countedElsewhere).toEqual(['cccccccc']);
  });

  it('takes a doubt back when a correction has made the two unlike', async () => {
    const { second, duplicate } = await listedTwice(street);
    const couple = await street.seated('elder M');
    const { household } = dataOf(await couple.census.readMyHousehold({ householdId: second._id }));
    const { findings, ...form } = household.form;
    expect(findings).toEqual(expect.any(Array));
    const members = form.members.filter(({ key }) => key !== 'cccccccc');

    dataOf(
      await couple.census.submitForm({
        place: { by: 'door', doorId: second.doorId },
        form: { ...form, liveCount: 2, members },
        consent: { given: true, noticeVersion: '1' },
        baseVersion: household.version,
      }),
    );
    await street.runTimer('findDuplicates');

    expect(await street.stored<DuplicateDocument>('duplicates', duplicate._id)).toMatchObject({
      state: 'void',
    });
    expect(await street.count('tasks', { kind: 'duplicate', state: 'open' })).toBe(0);
    const held = await street.all<HouseholdDocument>('households', { doorId: second.doorId });
    expect(held.map(({ duplicates }) => duplicates)).toEqual([undefined, undefined]);
  });
});
