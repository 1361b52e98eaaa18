import { COMPOUND_COLUMNS } from '@domain/export/columns';
import { dataOf, filledForm, openStreet, START, type TestStreet } from '../fixture/street';
import type {
  ExportPiecesDocument,
  HouseholdDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { agreedExport, download, madeExport, REASON, sheetsOf, storedExport, wishFor } from './export-kit';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const HEADERS = COMPOUND_COLUMNS.map(({ header }) => header);
const column = (rows: readonly string[][], header: string): string[] =>
  rows.slice(1).map((row) => row[HEADERS.indexOf(header)] ?? '');

async function exported(wish: ReturnType<typeof wishFor>): Promise<ReadonlyMap<string, readonly string[][]>> {
  return sheetsOf(await download(street, await madeExport(street, wish)));
}

async function householdsIn(compound: string): Promise<HouseholdDocument[]> {
  const all = await street.all<HouseholdDocument>('households', { compoundId: street.area(compound) });
  return all.sort((left, right) => (left.routeKey < right.routeKey ? -1 : 1));
}

/** The phone of a household, as it stands in its envelope. */
function phoneOf({ _id, phones }: HouseholdDocument): string {
  const place = { collection: 'households', id: _id, field: 'phones.0' };
  return phones[0] === undefined ? '' : street.keyring.open(place, phones[0].sealed);
}

const isChild = (ageBand: string): boolean => ['0-2', '3-5', '6-13', '14-17'].includes(ageBand);
const cut = (name: string): string =>
  name.slice(0, 1) + '*'.repeat(Math.max(1, name.length - 2)) + (name.length < 3 ? '' : name.slice(-1));

describe('the job of an export', () => {
  it('writes each person of each record, in the order of the walk, cut as they must be', async () => {
    const households = await householdsIn('苹果花园');

    const rows = (await exported(wishFor(street.area('苹果花园')))).get('苹果花园') ?? [];

    const people = households.flatMap((household) => {
      const members = household.members.length === 0 ? [undefined] : household.members;
      return members.map((member, index) => ({ household, member, isFirst: index === 0 }));
    });
    expect(rows[0]).toEqual(HEADERS);
    expect(column(rows, '序号')).toEqual(people.map((_, index) => String(index + 1)));
    expect(column(rows, '房号')).toEqual(people.map(({ household }) => household.address.room));
    expect(column(rows, '幢')).toEqual(people.map(({ household }) => `${household.address.building}幢`));
    expect(column(rows, '单元')).toEqual(people.map(({ household }) => `${household.address.unit}单元`));
    expect(column(rows, '填报日')).toEqual(people.map(({ household }) => household.filledOn));
    expect(column(rows, '姓名')).toEqual(
      people.map(({ member }) => {
        if (member === undefined) return '';
        return isChild(member.ageBand) ? '家里的孩子' : cut(member.name ?? '');
      }),
    );
    expect(column(rows, '电话')).toEqual(
      people.map(({ household, isFirst }) =>
        isFirst ? `${phoneOf(household).slice(0, 3)}****${phoneOf(household).slice(-4)}` : '',
      ),
    );
  });

  it('holds neither a full phone nor an adult`s full name unless it was asked for clear', async () => {
    const households = await householdsIn('苹果花园');
    const phones = households.map(phoneOf);
    const names = households.flatMap(({ members }) => members.flatMap(({ name }) => name ?? []));
    const textOf = async (clear: boolean): Promise<string> =>
      JSON.stringify([...(await exported(wishFor(street.area('苹果花园'), { clear })))]);

    const masked = await textOf(false);
    const clear = await textOf(true);

    expect(phones.length).toBeGreaterThan(5);
    expect(phones.filter((phone) => masked.includes(phone))).toEqual([]);
    expect(names.filter((name) => masked.includes(name))).toEqual([]);
    expect(phones.filter((phone) => !clear.includes(phone))).toEqual([]);
    expect(names.filter((name) => !clear.includes(name))).toEqual([]);
    expect(await street.count('exportPieces')).toBe(1);
  });

  it('leaves out a household that withdrew, and lists a vacant door without household', async () => {
    const [first, ...others] = await householdsIn('苹果花园');
    if (first === undefined) throw new Error('the compound has no household');
    const all = await street.all<HouseholdDocument>('households');
    await street.replaceAll(
      'households',
      all.map((one) => (one._id === first._id ? { ...one, withdrawn: true } : one)),
    );
    const { unitId, slot } = street.door('苹果花园 3-2-502');
    const walls = await street.all<WallDocument>('walls');
    const vacated = walls.map((wall) => {
      const stored = wall.slots[String(slot)];
      if (wall._id !== unitId || stored === undefined) return wall;
      return { ...wall, slots: { ...wall.slots, [slot]: { ...stored, state: 'vacant' } } };
    });
    await street.replaceAll('walls', vacated);

    const rows = (await exported(wishFor(street.area('苹果花园')))).get('苹果花园') ?? [];

    const people = others.reduce((sum, { members }) => sum + Math.max(1, members.length), 0);
    expect(rows).toHaveLength(1 + people + 1);
    const vacant = rows.find((row) => row.includes('空置') && row.includes('502') && row.includes('3幢'));
    expect(vacant?.slice(HEADERS.indexOf('居住状态'))).toEqual(Array.from({ length: 15 }, () => ''));
  });

  it('shows nothing of a form that waits', async () => {
    const door = street.door('苹果花园 3-2-502');
    const { noticeVersion } = dataOf(await street.as('resident A').session.whoami({})).campaign;
    await street.as('resident A').census.submitForm({
      place: { by: 'scene', scene: door.scene },
      form: filledForm({ headName: '欧阳未定' }),
      consent: { given: true, noticeVersion },
    });

    const rows = (await exported(wishFor(street.area('苹果花园')))).get('苹果花园') ?? [];

    expect(rows.filter((row) => row.includes('502') && row.includes('3幢') && row.includes('2单元'))).toEqual(
      [],
    );
  });

  it('puts a sheet a compound behind a cover that says whose it is, why and as of when', async () => {
    const sheets = await exported(wishFor(street.area('万家街道')));

    const [cover, ...compounds] = [...sheets.entries()];
    expect(compounds.map(([name]) => name)).toHaveLength(9);
    const lines = new Map(cover?.[1].map(([label = '', value = '']) => [label, value]));
    const rows = compounds.reduce((sum, [, sheet]) => sum + sheet.length - 1, 0);
    expect(lines.get('行数')).toBe(String(rows));
    expect(lines.get('用途')).toBe(REASON);
    expect(lines.get('数据截至')).toBe('2026-03-10 09:00');
    expect(lines.get('申请人')).toMatch(/^街道 万家街道（/);
    expect(street.truth.street.people).toBeLessThanOrEqual(rows);
  });

  it.each([
    ['householdCard' as const, '一户一档'],
    ['doorCard' as const, '一房一档'],
  ])('makes a page a %s', async (kind, title) => {
    const exportId = await madeExport(street, wishFor(street.area('苹果花园'), { kind }));

    const sheet = (await sheetsOf(await download(street, exportId))).get('苹果花园') ?? [];

    const titles = sheet.filter(([first = '']) => first.startsWith(`${title} 苹果花园`));
    const stored = await storedExport(street, exportId);
    const doors = street.doors().filter(({ compoundId }) => compoundId === street.area('苹果花园'));
    const households = await householdsIn('苹果花园');
    expect(titles).toHaveLength(kind === 'doorCard' ? doors.length : households.length);
    expect(stored?.rows).toBe(titles.length);
  });
});

describe('a file that is ready', () => {
  it('is told once to whoever asked and to whoever agreed, each with what to do and the way to it', async () => {
    await madeExport(street, wishFor(street.area('金河湾')));
    await street.runTimer('runExports');

    const told = async (person: string) =>
      dataOf(await street.as(person).inbox.readInbox({}))
        .messages.filter(({ title }) => title === '要的表做好了')
        .map(({ body, link }) => [body, link]);
    const page = '/packages/manage/pages/exports/exports';
    expect(await told('admin ADM')).toEqual([['金河湾 的表做好了：一天之内打开存好，过后就删掉。', page]]);
    expect(await told('admin ADM2')).toEqual([['金河湾 的表做好了：您同意过的，要的人可以去打开了。', page]]);
  });
});

describe('what an export costs', () => {
  it('is one read of walls and one of households for compounds that fit together', async () => {
    await madeExport(street, wishFor(street.area('万家街道')));

    const { reads, writes, storage, indexes, documentsRead } = await street.meter();
    expect(indexes).toMatchObject({ compound_building: 1, compound_route: 1, street_kind_order: 1 });
    expect({ reads, writes, puts: storage.puts, gets: storage.gets }).toEqual({
      reads: 6,
      writes: 5,
      puts: 2,
      gets: 0,
    });
    const records = (await street.count('walls')) + (await street.count('households'));
    expect(documentsRead).toBeLessThanOrEqual(records + 20);
  });
});

describe('an export made again', () => {
  const pieces = async (): Promise<ExportPiecesDocument | undefined> =>
    (await street.all<ExportPiecesDocument>('exportPieces'))[0];

  it('reads no record where nothing changed, and the sheets are the same', async () => {
    const wish = wishFor(street.area('万家街道'));
    const first = await exported(wish);
    const kept = await pieces();

    const second = await madeExport(street, wish);

    const { reads, writes, storage, indexes } = await street.meter();
    expect(Object.keys(indexes)).not.toEqual(expect.arrayContaining(['compound_route']));
    expect({ reads, writes, puts: storage.puts, gets: storage.gets }).toEqual({
      reads: 4,
      writes: 4,
      puts: 1,
      gets: 1,
    });
    expect(await pieces()).toEqual(kept);
    const again = await sheetsOf(await download(street, second));
    expect([...again].slice(1)).toEqual([...first].slice(1));
  });

  it('makes anew only the compound that changed, and shows the change', async () => {
    const wish = wishFor(street.area('万家街道'));
    await madeExport(street, wish);
    const before = await pieces();
    const { id } = street.door('苹果花园 3-2-502');
    const worker = street.as('worker W1').census;
    const { noticeVersion } = dataOf(await street.as('resident A').session.whoami({})).campaign;
    dataOf(
      await worker.submitForm({
        place: { by: 'door', doorId: id },
        form: filledForm({ headName: '欧阳青' }),
        consent: { given: true, noticeVersion },
      }),
    );

    const sheets = await exported(wish);

    const after = await pieces();
    const changed = after?.pieces.filter(
      (piece) =>
        before?.pieces.find(({ compoundId }) => compoundId === piece.compoundId)?.version !== piece.version,
    );
    expect(changed?.map(({ compoundId }) => compoundId)).toEqual([street.area('苹果花园')]);
    const same = (all: ExportPiecesDocument | undefined) =>
      all?.pieces
        .filter(({ compoundId }) => compoundId !== street.area('苹果花园'))
        .map(({ crc32, length, rows, version }) => ({ crc32, length, rows, version }));
    expect(same(after)).toEqual(same(before));
    expect(JSON.stringify(sheets.get('苹果花园'))).toContain('欧*青');
    expect(after?.fileId).not.toBe(before?.fileId);
  });

  it('does not trust kept sheets that are lost: after two failures all are made from records', async () => {
    const wish = wishFor(street.area('苹果花园'));
    const first = await exported(wish);
    const kept = await pieces();
    await street.replaceAll('exportPieces', [{ ...kept, fileId: kept?.fileId.replace('.bin', '.lost') }]);

    const exportId = await agreedExport(street, wish);
    for (let run = 0; run < 3; run += 1) await street.runTimer('runExports');

    expect(await storedExport(street, exportId)).toMatchObject({ state: 'ready' });
    expect((await sheetsOf(await download(street, exportId))).get('苹果花园')).toEqual(first.get('苹果花园'));
    expect((await pieces())?.fileId).not.toContain('.lost');
  });
});

describe('the end of a file', () => {
  it('comes after a day for a file that nobody fetched, and after a week for kept sheets', async () => {
    const exportId = await madeExport(street, wishFor(street.area('苹果花园')));
    const { url } = dataOf(await street.as('admin ADM').export.openExport({ exportId }));

    await street.clock.set(START + 24 * 3_600_000 - 1);
    await street.runTimer('expireExports');
    expect(await storedExport(street, exportId)).toMatchObject({ state: 'ready' });

    await street.clock.set(START + 24 * 3_600_000);
    await street.runTimer('expireExports');
    const stored = await storedExport(street, exportId);
    expect(stored?.state).toBe('gone');
    expect(stored?.fileId).toBeUndefined();
    await street.clock.set(START);
    expect((await fetch(url)).status).toBe(404);
    expect(await street.count('exportPieces')).toBe(1);

    await street.clock.set(START + 7 * 24 * 3_600_000 + 1);
    await street.runTimer('expireExports');
    expect(await street.count('exportPieces')).toBe(0);
  });
});
