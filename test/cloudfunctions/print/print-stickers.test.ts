import { readPages } from '../pdf/pdf-reader';
import { dataOf, newOpId, openStreet, refused, START, type TestStreet } from '../fixture/street';
import type { LinkDocument, WallDocument } from '../../../cloudfunctions/repositories/documents';
import { humanCodeOf, sceneOf } from '@domain/link/scene';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const BUILDING = '苹果花园 3';
const print = (person: string, building = street.building(BUILDING)) =>
  street.as(person).print.printStickers({ buildingId: building });
const doorsOf = (building: string) =>
  street.doors().filter(({ buildingId }) => buildingId === street.building(building));

async function activeLinks(building: string): Promise<LinkDocument[]> {
  const doors = new Set(doorsOf(building).map(({ id }) => id));
  const links = await street.all<LinkDocument>('links', { kind: 'H', state: 'active' });
  return links.filter(({ targetId }) => doors.has(targetId));
}

function tokenOf({ _id, sealedToken }: LinkDocument): string {
  return street.keyring.open({ collection: 'links', id: _id, field: 'sealedToken' }, sealedToken);
}

/** Words of the sheet, page by page. */
async function sheet(url: string): Promise<ReturnType<typeof readPages>> {
  return readPages(Buffer.from(await (await fetch(url)).arrayBuffer()));
}

async function withoutCodes(building: string): Promise<void> {
  const doors = new Set(doorsOf(building).map(({ id }) => id));
  const links = await street.all<LinkDocument>('links');
  await street.replaceAll(
    'links',
    links.filter(({ targetId }) => !doors.has(targetId)),
  );
}

describe('print stickers', () => {
  it('does not find a building that is not there', async () => {
    expect(await print('admin ADM', '0000')).toEqual(refused('NOT_FOUND'));
  });

  it('is refused beyond the grid, and to roles that print nothing', async () => {
    await withoutCodes('苹果花园 5');

    expect(await print('worker W1', street.building('苹果花园 5'))).toEqual(refused('NOT_FOUND'));
    for (const person of ['resident A', 'head H3', 'volunteer V1', 'auditor Q']) {
      expect(await print(person)).toEqual(refused('FORBIDDEN'));
    }
    expect(await activeLinks('苹果花园 5')).toEqual([]);
    expect(await street.events()).toEqual([]);
  });

  it('prints the codes in force, a sticker a door, in the order of the walk', async () => {
    const before = await activeLinks(BUILDING);

    const printed = dataOf(await print('worker W1'));

    const doors = doorsOf(BUILDING);
    expect(printed).toMatchObject({
      fileName: '苹果花园3号楼门贴.pdf',
      stickers: doors.length,
      pages: Math.ceil(doors.length / 12),
    });
    const codes = new Map(
      before.map((link) => [link.targetId, humanCodeOf({ kind: 'H', token: tokenOf(link) })]),
    );
    const pages = await sheet(printed.url);
    const words = pages.flatMap(({ text }) => text);
    expect(words.filter((text) => text.startsWith('H-'))).toEqual(doors.map(({ id }) => codes.get(id)));
    expect(words.filter((text) => /^3-\d-\d+$/.test(text))).toEqual(doors.map(({ plate }) => plate.line));
    expect(await activeLinks(BUILDING)).toEqual(before);
  });

  it('draws codes of fifty bits: every character may stand in every place', async () => {
    const buildings = [...new Set(street.doors().map((door) => door.buildingId))];
    await street.replaceAll('links', []);
    for (const buildingId of buildings) dataOf(await print('admin ADM', buildingId));

    const links = await street.all<LinkDocument>('links', { kind: 'H' });

    expect(links.length).toBeGreaterThan(200);
    for (let place = 0; place < 10; place += 1) {
      const drawn = new Set(links.map((link) => tokenOf(link).charAt(place)));
      expect(drawn.size).toBeGreaterThan(28);
    }
  });

  it('draws a code for each door that has none, and the code opens that door', async () => {
    await withoutCodes(BUILDING);

    dataOf(await print('worker W1'));

    const links = await activeLinks(BUILDING);
    expect(links).toHaveLength(doorsOf(BUILDING).length);
    expect(new Set(links.map(tokenOf)).size).toBe(links.length);
    const [link] = links;
    if (link === undefined) throw new Error('no code was drawn');
    expect(link._id).toBe(street.keyring.linkDigest(tokenOf(link)));
    const scene = sceneOf({ kind: 'H', token: tokenOf(link), carrier: 'd', version: 1 });
    const opened = dataOf(await street.as('resident A').link.openLink({ scene }));
    expect(opened).toMatchObject({ kind: 'door', doorId: link.targetId });
  });

  it('draws the same codes when the first attempt was cut short behind the drawing', async () => {
    await withoutCodes(BUILDING);
    await street.installFaults([
      { function: 'print', action: 'database.commitTransaction', at: { every: 1 }, kind: 'exit', times: 1 },
    ]);
    const opId = newOpId();
    const calls = street.as('worker W1').print;
    const input = { buildingId: street.building(BUILDING) };
    expect((await calls.printStickers(input, { opId })).ok).toBe(false);
    const drawn = await activeLinks(BUILDING);

    dataOf(await calls.printStickers(input, { opId, again: true }));

    expect(drawn.length).toBeGreaterThan(0);
    expect(await activeLinks(BUILDING)).toEqual(drawn);
  });

  it('replaces a code that was revoked, and leaves the others', async () => {
    const { id } = street.door('苹果花园 3-2-502');
    const before = await activeLinks(BUILDING);
    dataOf(await street.as('worker W1').link.revokeDoorCode({ doorId: id }));

    dataOf(await print('worker W1'));

    const after = await activeLinks(BUILDING);
    const others = (links: LinkDocument[]) => links.filter(({ targetId }) => targetId !== id);
    expect(others(after)).toEqual(others(before));
    const tokenFor = (links: LinkDocument[]) => links.filter(({ targetId }) => targetId === id).map(tokenOf);
    expect(tokenFor(after)).toHaveLength(1);
    expect(tokenFor(after)).not.toEqual(tokenFor(before));
  });

  it('gives no sticker to a door that does not exist or is no home', async () => {
    const { unitId, slot } = street.door('苹果花园 3-2-502');
    const walls = await street.all<WallDocument>('walls');
    const gone = walls.map((wall) => {
      const stored = wall.slots[String(slot)];
      if (wall._id !== unitId || stored === undefined) return wall;
      return { ...wall, slots: { ...wall.slots, [slot]: { ...stored, state: 'notExist' } } };
    });
    await street.replaceAll('walls', gone);

    const printed = dataOf(await print('worker W1'));

    expect(printed.stickers).toBe(doorsOf(BUILDING).length - 1);
    const words = (await sheet(printed.url)).flatMap(({ text }) => text);
    expect(words).not.toContain('3-2-502');
  });

  it('answers an address of ten minutes, and notes who printed', async () => {
    const { url } = dataOf(await print('community S'));

    expect((await fetch(url)).status).toBe(200);
    await street.clock.set(START + 601_000);
    expect((await fetch(url)).status).toBe(403);
    const [event] = await street.events();
    expect(event?.audit).toMatchObject({ action: 'link.print', objects: [street.building(BUILDING)] });
  });
});
