import type {
  HouseholdDocument,
  MessageDocument,
  ResidenceDocument,
  TaskDocument,
  WallDocument,
} from '../../cloudfunctions/repositories/documents';
import type { PhoneDriver } from '../browser/phone';
import { handIn } from '../cloudfunctions/fixture/residents';
import { dataOf, filledMember, type Door } from '../cloudfunctions/fixture/street';
import {
  alone,
  couple,
  FROM_D,
  landlordDoor,
  landlordHome,
  LANDLORD_NUMBER,
  letDoor,
  moveIn,
  storedTenancy,
  tenantHome,
} from '../cloudfunctions/fixture/tenants';
import { download, madeExport, sheetsOf, wishFor } from '../cloudfunctions/export/export-kit';
import { listedTwice } from '../cloudfunctions/duplicate/duplicates-kit';
import { agree, giveNumber, handIn as sendForm, radio, scanned } from './kit/family';
import { openJourney, type Look } from './kit/journey';
import { landlordReads } from './kit/landlord';

const { journey, walk } = openJourney();
const DAY_MS = 86_400_000;
const DOOR_PAGE = 'packages/worker/pages/door/door';
const street = () => journey.street;

async function households(): Promise<HouseholdDocument[]> {
  const found = await street().all<HouseholdDocument>('households', { doorId: letDoor(street()).id });
  return found.sort((left, right) => left.seq - right.seq);
}

async function slotAt({ unitId, slot }: { unitId: string; slot: number }) {
  return (await street().stored<WallDocument>('walls', unitId))?.slots[String(slot)];
}

/** One adult who rents from D answers everything; the tenancy with the date picker and all. */
async function declare(phone: PhoneDriver, name: string): Promise<void> {
  await agree(phone);
  await phone.tap(radio('出租房'));
  await phone.tap(radio('租户'));
  await phone.type('房东姓名', FROM_D.landlordName);
  await phone.type('房东手机号', LANDLORD_NUMBER);
  await phone.tap({ role: 'combobox', name: '从哪天开始租' });
  await phone.choose('2026年', '01月', '01日');
  await phone.tap(radio('签了'));
  await phone.type('户主（家里主事的人）姓名', name);
  await giveNumber(phone);
  await phone.tap({ role: 'button', name: '平时有几口人住，多一' });
  await phone.tap(radio('女'));
  await phone.tap(radio('18–59岁'));
  await sendForm(phone);
  await phone.see('已交，等网格员确认');
}

/** What a change did is read back: a second call after the touch. */
const READ_BACK = /^tap \d+: \d setData, [2-4] calls$/;

/** A phone that knows who holds it, on one page. */
async function opened(person: string, page: string, look: Look = {}): Promise<PhoneDriver> {
  const phone = await journey.phone(person, look);
  journey.forgive(phone, READ_BACK);
  await journey.restart(phone, { hash: `/${page}` });
  return phone;
}

function doorPage({ id, buildingId }: Door): string {
  return `${DOOR_PAGE}?door=${id}&building=${buildingId}`;
}

/** W2 stands before the door on the phone. */
function atDoor(): Promise<PhoneDriver> {
  return opened('worker W2', doorPage(letDoor(street())));
}

async function coupleHandsIn(): Promise<void> {
  await handIn(street(), letDoor(street()), { by: 'elder M', form: couple() });
}

describe('J4 one door, two households, a landlord, and people registered elsewhere', () => {
  walk('J4.S1 C declares the tenancy by the door code, the couple adds a second household', async () => {
    await landlordHome(street());
    const tenant = await journey.phone('tenant C', scanned(letDoor(street()).scene));
    await declare(tenant, '陈小雨');
    const worker = await atDoor();
    await worker.tap('是这一户，确认');
    await worker.see('确认好了');
    await coupleHandsIn();
    await journey.restart(worker, { hash: `/${doorPage(letDoor(street()))}` });

    await worker.see('同房另一户');
    await worker.tap('同房另一户');
    await worker.see('记成另一户了，和原来那户分开算');
    await worker.see('第 2 户登记的');
    expect(await worker.text()).not.toMatch(/哪一户/);

    expect((await households()).map(({ seq, headName, kind }) => [seq, headName, kind])).toEqual([
      [1, '陈小雨', 'family'],
      [2, '孟强', 'family'],
    ]);
  });

  walk('J4.X1 numbers two households in order, leaves the first as it is, and dates every link', async () => {
    const first = await tenantHome(street());
    await coupleHandsIn();
    const worker = await atDoor();

    const words = await worker.text();
    await worker.tap('同房另一户');
    await worker.see('第 2 户');

    for (const offered of ['是同一户', '同房另一户', '两家住一套房，分开记']) {
      expect(words).toContain(offered);
    }
    const [kept, second] = await households();
    expect(kept).toEqual({ ...first });
    expect([second?.seq, second?.since]).toEqual([2, '2026-03-10']);
    expect(second?.members.map(({ since }) => since)).toEqual(['2026-03-10', '2026-03-10']);
    expect(await slotAt(letDoor(street()))).toMatchObject({ households: 2, lastSeq: 2, state: 'filled' });
  });

  walk('J4.S2 D confirms C and disputes the couple, W2 visits and settles, all at once', async () => {
    await landlordHome(street());
    await tenantHome(street());
    const beside = {
      by: 'elder M',
      form: couple(),
      worker: 'worker W2',
      verdict: 'secondHousehold',
    } as const;
    await street().clock.set(street().clock.now() + 60_000);
    const second = await moveIn(street(), letDoor(street()), beside);
    const toSettle = 'packages/worker/pages/tenancies/tenancies';
    const [landlord, early] = await Promise.all([landlordReads(journey), opened('worker W2', toSettle)]);
    await early.see('没有要核实的租住');

    await landlord.tap({ role: 'button', name: '不是我的租户' });
    await landlord.see('不是您的租户？');
    await landlord.tap('对，不是');
    await landlord.see('记下了，网格员会去问一问');
    await landlord.tap({ role: 'button', name: '是我的租户' });
    await landlord.see('记下了，谢谢您');
    const worker = await opened('worker W2', toSettle);
    await worker.see('房东说不是租户');
    await worker.tap('不是租户');
    await worker.see('定成不是租户？');
    await worker.tap('先不');
    await worker.tap('是租户，没问题');
    await worker.see('记下了');
    await worker.see('没有要核实的租住');

    const states = await Promise.all((await households()).map(({ _id }) => storedTenancy(street(), _id)));
    expect(states.map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
    expect((await storedTenancy(street(), second._id)).decidedBy).toBe(street().userId('worker W2'));
    const told = await street().all<MessageDocument>('messages', { kind: 'tenancyAnswered' });
    expect(told.map(({ userId }) => userId).sort()).toEqual(
      [street().userId('tenant C'), street().userId('elder M')].sort(),
    );
  });

  walk(
    'J4.S3 X2 D moves the son’s registration to the flat that is let, and everybody is counted once',
    async () => {
      const office = street().as('office ADM');
      const before = dataOf(await office.board.readProgress({}));
      await landlordHome(street());
      await tenantHome(street());
      const landlord = await opened('landlord D', 'packages/home/pages/residence/residence');

      await landlord.tap({ role: 'button', name: /^改户口在哪儿：子女/ });
      await landlord.tap(radio('在本街道另一户'));
      await landlord.tap(radio('樱花苑'));
      await landlord.tap(radio('2号楼'));
      await landlord.tap(radio('1单元'));
      await landlord.tap(radio('302'));
      await landlord.see('改好了，两边都跟着变了');
      await landlord.see('户口在 樱花苑 2-1-302（3月10日起）');
      await street().runTimer('rollUp');
      const overview = await opened('office ADM', 'packages/manage/pages/overview/overview');
      await overview.see('人数');

      const [link] = await street().all<ResidenceDocument>('residences');
      expect(link).toMatchObject({ doorId: letDoor(street()).id, state: 'current', from: '2026-03-10' });
      // D, the son and C live in the street; D and the son are registered in it, the son behind C's door; C is not.
      const after = dataOf(await office.board.readProgress({}));
      expect(after.people - before.people).toBe(3);
      expect(after.residents - before.residents).toBe(3);
      expect(after.registered - before.registered).toBe(2);
      expect(await overview.text()).toMatch(new RegExp(`${after.people}\\s*人数|人数\\s*${after.people}\\b`));
      expect(await slotAt(letDoor(street()))).toMatchObject({ residents: 1, registered: 1 });
      expect(await slotAt(landlordDoor(street()))).toMatchObject({ residents: 2, registered: 1 });
    },
  );

  walk('J4.X3 tells the worker of that door: counted elsewhere, do not ask, and never where', async () => {
    await landlordHome(street());
    const { household } = await street().seated('landlord D');
    const [home] = await street().all<HouseholdDocument>('households', { doorId: landlordDoor(street()).id });
    const { ticket } = dataOf(
      await street()
        .as('landlord D', null)
        .area.pickDoor({ doorId: letDoor(street()).id }),
    );
    const move = {
      householdId: home?._id ?? '',
      version: 1,
      memberKey: 'bbbbbbbb',
      to: 'door',
      ticket,
    } as const;
    dataOf(await household.editResidence(move));
    const worker = await atDoor();

    await worker.see('丁*海：已在别处登记，不用再问');
    const words = await worker.text();
    const { id } = letDoor(street());
    await journey.restart(worker, { hash: `/packages/worker/pages/counted/counted?door=${id}` });
    await worker.type('姓名', '丁小海');
    await worker.type('家里的手机号', LANDLORD_NUMBER);
    await worker.tap(radio('男'));
    await worker.tap(radio('18–59岁'));
    await worker.tap('查一查');
    await worker.see('已在别处登记，不用再问');

    for (const said of [words, await worker.text()]) expect(said).not.toContain('龙泉苑');
  });

  walk('J4.X5 makes one collective household of the beds behind a door; beds are no doors', async () => {
    const { worker, door } = await dormitory();
    await moveIn(street(), door, { by: 'tenant C', form: alone('陈小雨', '10000000303'), worker });
    await handIn(street(), door, { by: 'elder M', form: alone('孟强', '10000000505') });
    const staff = await opened(worker, doorPage(door));

    await staff.tap('同屋床位，合成集体户');
    await staff.see('已并入集体户');

    const beds = await street().all<HouseholdDocument>('households', { doorId: door.id });
    expect(beds.map(({ seq, kind, members, accounts }) => [seq, kind, members.length, accounts])).toEqual([
      [1, 'collective', 2, []],
    ]);
    expect(await slotAt(door)).toMatchObject({ households: 1, people: 2, state: 'filled' });
    // Strangers in one room read nothing of each other.
    expect(dataOf(await street().as('tenant C', null).session.whoami({})).seats).toEqual([]);
  });

  walk('J4.X5b goes on in a second collective household after forty', async () => {
    const { worker, door } = await dormitory();
    const many = Array.from({ length: 40 }, (_, index) =>
      filledMember({
        key: `bed000${String(index).padStart(2, '0')}`,
        relation: index === 0 ? 0 : 9,
        name: index === 0 ? '陈小雨' : '李秀英',
      }),
    );
    const reasons = { manyPeople: '是合租' };
    const form = alone('陈小雨', '10000000303', { liveCount: 40, members: many, reasons });
    await moveIn(street(), door, { by: 'tenant C', form, worker });
    await handIn(street(), door, { by: 'elder M', form: alone('孟强', '10000000505') });

    const staff = await opened(worker, doorPage(door));

    await staff.tap('同屋床位，合成集体户');
    await staff.see('已并入集体户');
    await journey.restart(staff, { hash: `/${doorPage(door)}` });
    await staff.see('另外 28 人');
    await staff.see(radio('第 2 户'));

    const beds = await street().all<HouseholdDocument>('households', { doorId: door.id });
    const sizes = beds
      .sort((left, right) => left.seq - right.seq)
      .map(({ kind, members }) => [kind, members.length]);
    expect(sizes).toEqual([
      ['collective', 40],
      ['collective', 1],
    ]);
  });

  walk('J4.E1 opens a task for the worker when D has not answered in 7 days', async () => {
    await landlordHome(street());
    await tenantHome(street());
    await street().clock.set(street().clock.now() + 7 * DAY_MS);
    await street().runTimer('noteSilence');
    const worker = await opened('worker W2', 'packages/worker/pages/tenancies/tenancies', {
      now: street().clock.now(),
    });

    await worker.see('房东 7 天没回');
    await worker.tap({ role: 'link', name: /^看这一户/ });
    await worker.see('看电话');
    await worker.back();
    await worker.tap('是租户，没问题');
    await worker.see('没有要核实的租住');

    const tasks = await street().all<TaskDocument>('tasks', { kind: 'tenancy' });
    expect(tasks.map(({ state }) => state)).toEqual(['done']);
  });

  walk('J4.E2 closes C’s household with the day, and keeps the history', async () => {
    const home = await tenantHome(street());
    // The two events of this home are told apart by their moments.
    await street().clock.advance(60_000);
    const tenant = await opened('tenant C', 'packages/home/pages/residence/residence');
    const worker = await atDoor();

    await tenant.tap({ role: 'button', name: '我们搬走了' });
    await tenant.tap({ role: 'button', name: '确定搬走了' });
    await tenant.see('记下了，祝您新家顺利');
    await journey.restart(worker, { hash: `/${doorPage(letDoor(street()))}` });
    await worker.see('第 1 户3月10日搬走了，记录还在');

    const closed = await street().stored<HouseholdDocument>('households', home._id);
    expect(closed).toMatchObject({ state: 'closed', closedOn: '2026-03-10', members: home.members });
    const about = (await street().events()).filter(({ subjects }) => subjects.includes(home._id));
    expect(about.map(({ audit }) => audit.action)).toEqual(['form.confirm', 'household.moveInOut']);
  });

  walk(
    'J4.E4 finds the same person in both households, and everything waits until it is solved',
    async () => {
      const { first, second } = await listedTwice(street());
      const worker = await opened('worker W2', doorPage(letDoor(street())));
      await worker.see('像有人登记了两次，核对好之前先不审核、不导出');
      expect(await exportedNames()).toEqual([]);
      await journey.goTo(worker, '/packages/worker/pages/waiting/waiting');
      await worker.tap('像登记了两次的');
      await worker.see('同一个人，留左边');

      await worker.tap('同一个人，留右边');
      await worker.see('没有像登记了两次的人');
      const merged = await households();
      expect(await exportedNames()).toContain('陈*雨');
      await worker.tap(radio('合过的'));
      await worker.tap('撤销，恢复原样');
      await worker.see('两边都恢复成原来的样子');

      expect(merged.flatMap(({ members }) => members)).toHaveLength(3);
      const undone = await households();
      expect(undone.map(({ members }) => members)).toEqual([first.members, second.members]);
      expect(undone.map(({ duplicates }) => duplicates?.length)).toEqual([1, 1]);
    },
  );
});

/** The people behind the door that is let, as the table of its compound has them. */
async function exportedNames(): Promise<string[]> {
  const exportId = await madeExport(street(), wishFor(street().area('樱花苑')));
  const sheets = await sheetsOf(await download(street(), exportId));
  const rows = [...sheets.values()].flat().filter((row) => row.join(' ').includes(' 2幢 1单元 3层 302 '));
  return rows.flatMap((row) => row.filter((cell) => /^[一-鿿]\*/.test(cell)));
}

/** A room of the dormitory that nobody has answered for, and who works there. */
async function dormitory() {
  const compoundId = street().area('纺织厂宿舍');
  const walls = await street().all<WallDocument>('walls', { compoundId });
  const door = street()
    .doors()
    .find(({ unitId, slot }) => {
      const stored = walls.find(({ _id }) => _id === unitId)?.slots[String(slot)];
      return stored?.state === 'missing' && stored.lastSeq === 0;
    });
  if (door === undefined) throw new Error('no room is free');
  return { worker: 'leader GL5', door };
}
