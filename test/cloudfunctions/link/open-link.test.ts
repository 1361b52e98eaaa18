import type { LinkDocument } from '../../../cloudfunctions/repositories/documents';
import { register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const open = (scene: string) => street.as('outsider X').link.openLink({ scene });

describe('open a code', () => {
  it('is refused for a code that nobody printed, and for a text that is none', async () => {
    for (const scene of ['H.0000000000.d1', 'H.0000000000.x9', '你好', '']) {
      await expectStandstill(street, () => open(scene), refused('NOT_FOUND'));
    }
  });

  it('is refused for a text longer than any scene', async () => {
    await expectStandstill(street, () => open('H'.repeat(33)), refused('VALIDATION', { field: 'scene' }));
  });

  it('is refused once revoked', async () => {
    const door = street.door('苹果花园 3-2-502');
    dataOf(await street.as('worker W1').link.revokeDoorCode({ doorId: door.id }));

    await expectStandstill(street, () => open(door.scene), refused('REVOKED_CODE'));
  });

  it('is refused for a door that has been taken away', async () => {
    const door = street.door('苹果花园 3-2-502');
    const edit = { act: 'remove', doorId: door.id } as const;
    dataOf(await street.as('worker W1').area.editDoor({ unitId: door.unitId, edit }));

    await expectStandstill(street, () => open(door.scene), refused('NOT_FOUND'));
  });

  it('names a door, a building, a compound', async () => {
    const door = street.door('苹果花园 3-2-502');

    const atDoor = dataOf(await open(door.scene));
    const atBuilding = dataOf(await open(street.sceneOf('苹果花园 3')));
    const atCompound = dataOf(await open(street.sceneOf('苹果花园')));

    expect(atDoor).toMatchObject({ kind: 'door', doorId: door.id, plate: door.plate });
    expect(atBuilding).toMatchObject({ kind: 'building', buildingId: street.building('苹果花园 3') });
    expect(atCompound).toMatchObject({ kind: 'compound', compoundId: street.area('苹果花园') });
  });

  it('answers byte for byte the same before and after somebody registers', async () => {
    const door = street.door('苹果花园 3-2-502');
    const before = JSON.stringify(dataOf(await open(door.scene)));
    await register(street, door);

    expect(JSON.stringify(dataOf(await open(door.scene)))).toBe(before);
  });

  it('stores no token that could be read back without the key', async () => {
    const door = street.door('苹果花园 3-2-502');
    const token = door.scene.split('.')[1] ?? '';
    const [link] = await street.all<LinkDocument>('links', { targetId: door.id });

    expect(link).toBeDefined();
    expect(JSON.stringify(link)).not.toContain(token);
  });

  it('is counted: the thirty-first of ten minutes is refused', async () => {
    const { scene } = street.door('苹果花园 3-2-502');
    const codes = [];
    for (let time = 1; time <= 31; time += 1) codes.push((await open(scene)).ok);
    await street.clock.set(street.clock.now() + 10 * 60_000);

    expect(codes).toEqual([...Array<boolean>(30).fill(true), false]);
    expect((await open(scene)).ok).toBe(true);
  });
});
