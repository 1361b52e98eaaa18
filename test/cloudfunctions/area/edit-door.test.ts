import type { DoorDocument, WallDocument } from '../../../cloudfunctions/repositories/documents';
import { handIn } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const remove = (doorId: string) => ({ act: 'remove', doorId }) as const;
const ADDED = { act: 'add', room: '503', floor: 5 } as const;

describe('edit the doors of a unit', () => {
  it('is refused for a unit or a door that is not there', async () => {
    const worker = street.as('worker W1').area;
    const { unitId } = street.door('苹果花园 3-2-502');
    const elsewhere = street.door('苹果花园 3-3-101').id;

    await expectStandstill(
      street,
      () => worker.editDoor({ unitId: 'nowhere', edit: ADDED }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => worker.editDoor({ unitId, edit: remove(unitId + '-99') }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => worker.editDoor({ unitId, edit: remove(elsewhere) }),
      refused('NOT_FOUND'),
    );
  });

  it('is refused to a building head, and to a worker of another grid', async () => {
    const { unitId } = street.door('苹果花园 5-1-101');

    await expectStandstill(
      street,
      () => street.as('head H3').area.editDoor({ unitId, edit: ADDED }),
      refused('FORBIDDEN'),
    );
    await expectStandstill(
      street,
      () => street.as('worker W1').area.editDoor({ unitId, edit: ADDED }),
      refused('NOT_FOUND'),
    );
  });

  it('is refused for a room without a name', async () => {
    const { unitId } = street.door('苹果花园 3-2-502');

    await expectStandstill(
      street,
      () => street.as('worker W1').area.editDoor({ unitId, edit: { ...ADDED, room: '' } }),
      refused('VALIDATION'),
    );
  });

  it.each(['5/1', '5 1', '5-1', ' '])(
    'is refused for the room %p, which no door key can hold',
    async (room) => {
      const { unitId } = street.door('苹果花园 3-2-502');

      await expectStandstill(
        street,
        () => street.as('worker W1').area.editDoor({ unitId, edit: { ...ADDED, room } }),
        refused('VALIDATION', { field: 'room', sentence: '门牌号里不要有空格、横线和斜线。' }),
      );
    },
  );

  it('is refused for a room whose key another door of the compound has', async () => {
    const { unitId, compoundId } = street.door('苹果花园 3-2-502');
    const doors = await street.all<DoorDocument>('doors');
    const stray = { ...doors[0], _id: 'stray-1', compoundId, key: '3-2-503' };
    await street.replaceAll('doors', [...doors, stray]);

    await expectStandstill(
      street,
      () => street.as('worker W1').area.editDoor({ unitId, edit: ADDED }),
      refused('WRONG_STATE', { field: 'room' }),
    );
  });

  it('takes away no door with a household or a waiting form, and adds no twin', async () => {
    const free = street.door('苹果花园 3-2-502');
    const taken = street.door('苹果花园 3-1-101');
    await handIn(street, free);
    const worker = street.as('worker W1').area;

    await expectStandstill(
      street,
      () => worker.editDoor({ unitId: free.unitId, edit: remove(free.id) }),
      refused('WRONG_STATE'),
    );
    await expectStandstill(
      street,
      () => worker.editDoor({ unitId: taken.unitId, edit: remove(taken.id) }),
      refused('WRONG_STATE'),
    );
    await expectStandstill(
      street,
      () => worker.editDoor({ unitId: free.unitId, edit: { ...ADDED, room: '502' } }),
      refused('WRONG_STATE', { field: 'room' }),
    );
  });

  it('adds a door, takes it away, and never gives its number again', async () => {
    const { unitId } = street.door('苹果花园 3-2-502');
    const worker = street.as('worker W1').area;

    const added = dataOf(await worker.editDoor({ unitId, edit: ADDED }));
    const removed = dataOf(await worker.editDoor({ unitId, edit: remove(added.doorId) }));
    const again = dataOf(await worker.editDoor({ unitId, edit: ADDED }));

    expect([added.doors, removed.doors, again.doors]).toEqual([13, 12, 13]);
    expect(again.doorId).not.toBe(added.doorId);
    const wall = await street.stored<WallDocument>('walls', unitId);
    expect(Object.values(wall?.slots ?? {}).filter(({ room }) => room === '503')).toHaveLength(1);
    expect(await street.stored('doors', added.doorId)).toBeUndefined();
    expect(await street.stored('doors', again.doorId)).toMatchObject({ room: '503', unitId });
    expect(await street.count('events')).toBe(3);
  });

  it('takes away a door with the work at it, which nobody could decide any more', async () => {
    const { id: doorId, unitId } = street.door('苹果花园 3-2-601');
    dataOf(await street.as('worker W1').visit.recordVisit({ doorId, result: 'notExist' }));
    dataOf(await street.as('head H3').building.confirmDoor({ doorId, livesHere: 'no' }));
    const open = () => street.count('tasks', { doorId, state: 'open' });
    const before = await open();

    dataOf(await street.as('worker W1').area.editDoor({ unitId, edit: remove(doorId) }));

    expect([before, await open()]).toEqual([2, 0]);
  });

  it('of two workers at one moment adds two doors with two numbers', async () => {
    const { unitId } = street.door('苹果花园 3-2-502');

    const replies = await Promise.all([
      street.as('worker W1').area.editDoor({ unitId, edit: ADDED }),
      street.as('worker W2').area.editDoor({ unitId, edit: { ...ADDED, room: '504' } }),
    ]);

    expect(new Set(replies.map((reply) => dataOf(reply).doorId)).size).toBe(2);
    const wall = await street.stored<WallDocument>('walls', unitId);
    expect(Object.keys(wall?.slots ?? {})).toHaveLength(14);
  });
});
