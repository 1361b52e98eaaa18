import type { WallDocument } from '../../cloudfunctions/repositories/documents';
import type { PhoneDriver } from '../browser/phone';
import { handIn } from '../cloudfunctions/fixture/residents';
import type { Door } from '../cloudfunctions/fixture/street';
import { sheetsOf } from '../cloudfunctions/export/export-kit';
import { radio, register, scanned } from './kit/family';
import { openJourney } from './kit/journey';
import { cellOf } from './kit/records';

const { journey, walk } = openJourney();
const door = (): Door => journey.street.door('苹果花园 3-2-502');

/** What a decision changed is read again: a second call in the same tap. */
const READ_AGAIN = /^tap \d+: \d setData, 2 calls$/;
/** A change that goes on until nothing is left, a page that opens on what another one made. */
const MORE_THAN_ONE = /setData, \d calls$|\d calls to open$/;

async function atWork(person: string): Promise<PhoneDriver> {
  const phone = await journey.phone(person);
  await phone.tap({ role: 'button', name: /^去.*的页面$/ });
  journey.forgive(phone, READ_AGAIN);
  return phone;
}

/** The button of the sheet, not the one behind it. */
const inSheet = (name: string) => ({ role: 'button', name, in: { role: 'dialog' } });

/** A's form is confirmed at the door; answers what A's receipt says. */
async function registeredAndConfirmed(): Promise<string> {
  const resident = await journey.phone('resident A', scanned(door().scene));
  await register(resident);
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}-./.exec(await resident.text())?.[0] ?? '';
  const worker = await atWork('worker W1');
  await worker.tap({ role: 'button', name: /^苹果花园 3号楼/ });
  await worker.tap({ role: 'button', name: '502，待确认' });
  await worker.see('没有疑问');
  await worker.tap('是这一户，确认');
  await worker.see('确认好了');
  return code;
}

describe('J1 is done when', () => {
  walk('J1.D1 the worker finds the door on the wall, opens it and confirms it', async () => {
    await registeredAndConfirmed();

    expect(await cellOf(journey.street, door())).toBe('filled');
  });

  walk('J1.D2 the worker checks the receipt on the phone, without network', async () => {
    const resident = await journey.phone('resident A', scanned(door().scene));
    await register(resident);
    const code = /[0-9A-Z]{5}-[0-9A-Z]{5}-./.exec(await resident.text())?.[0] ?? '';
    const worker = await atWork('worker W1');
    await worker.tap({ role: 'tab', name: '验回执' });
    // The wall, and the key of each unit: a boundary may run through a building.
    journey.forgive(worker, /^tap 3: 1 setData, 4 calls$/);
    await worker.tap(radio('苹果花园 3号楼'));
    await worker.network('offline');
    await worker.tap({ role: 'button', name: '502，待确认' });

    await worker.type('回执上的编号', code);
    await worker.tap('验一下');

    await worker.see('真的，3月10日登记');
    await worker.see('这一户不用再问，门墙上记下了');
  });

  walk('J1.D4 a unit without doubts is confirmed at once, and its stickers are printed', async () => {
    const { street } = journey;
    const doors = ['501', '502', '401'].map((room) => street.door(`苹果花园 3-2-${room}`));
    const [first, second, doubtful] = doors as [Door, Door, Door];
    await handIn(street, first, { by: 'tenant C' });
    await handIn(street, second);
    for (const by of ['landlord D', 'elder M']) await handIn(street, doubtful, { by });
    const worker = await atWork('worker W1');
    journey.forgive(worker, MORE_THAN_ONE);
    await worker.tap({ role: 'button', name: /^苹果花园 3号楼/ });

    await worker.tap({ role: 'button', name: '2单元，确认 2 份' });
    await worker.see('确认2单元没有疑问的 2 份？');
    await worker.see('另有 2 份要您看一眼，不会一起确认');
    await worker.tap(inSheet('确认'));
    await worker.see('确认了 2 份');

    const cells = await Promise.all(doors.map((one) => cellOf(street, one)));
    expect(cells).toEqual(['filled', 'filled', 'pending']);
    await worker.tap('门贴和门码');
    await worker.tap('打印这栋楼的门贴');
    await worker.see('做好了：36 张，3 页');
    const [file] = await worker.documents();
    expect(file?.name).toMatch(/\.pdf$/);
    expect(file?.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  walk('J1.D5 a building is looked at, door by door, before it is built', async () => {
    const { street } = journey;
    // A building may be too large for one transaction: its doors come first, and stand for nothing until it does.
    journey.forgiveCloud(/^area.createBuilding: \d escaped writes, 0 leaked lines, 0 not imitated$/);
    const compoundId = street.area('龙泉苑');
    const doorsThere = async (): Promise<number> =>
      (await street.all<WallDocument>('walls', { compoundId })).flatMap(({ slots }) => Object.keys(slots))
        .length;
    const before = await doorsThere();
    const office = await atWork('administrator ADM');
    journey.forgive(office, MORE_THAN_ONE);
    await office.tap({ role: 'tab', name: '建楼' });
    await office.tap({ role: 'radio', name: /^龙泉苑/ });
    await office.see('会建 3 个单元、36 户');
    await office.tap({ role: 'button', name: '几层，少一' });
    await office.see('会建 3 个单元、30 户');
    expect(await office.text('.door-wall')).toContain('502');
    expect(await office.text('.door-wall')).not.toContain('602');
    await office.see('先写楼号');
    await office.type('楼号', '29');
    expect(await doorsThere()).toBe(before);

    await office.tap('就这样，建楼');

    await office.see('29号楼建好了，30 户');
    expect(await doorsThere()).toBe(before + 30);
    await office.tap('看看门牌，改一两户');
    await office.see('29号楼');
  });

  walk('J1.D3 the street holds the family in a file: asked for, agreed to, opened, read', async () => {
    const { street } = journey;
    await registeredAndConfirmed();
    await street.runTimer('rollUp');
    const admin = await atWork('administrator ADM');
    await admin.tap({ role: 'tab', name: '导出' });
    await admin.tap('要一份表');
    await admin.tap(radio('金果社区'));
    await admin.tap(radio('苹果花园'));
    await admin.tap('送去等同意');
    await admin.tap(radio('核对登记'));
    await admin.tap(inSheet('送去等同意'));
    await admin.see('等另一位管理员同意');

    const second = await atWork('second administrator ADM2');
    await second.tap({ role: 'tab', name: '导出' });
    await second.tap('同意');
    await second.see('排队中，马上做');
    await street.runTimer('runExports');

    await journey.restart(admin);
    await admin.tap({ role: 'button', name: /^去.*的页面$/ });
    await admin.tap({ role: 'tab', name: '导出' });
    await admin.tap('打开');

    const [file] = await admin.documents();
    expect(file?.name).toMatch(/\.xlsx$/);
    const sheets = await sheetsOf(file?.bytes ?? Buffer.alloc(0));
    const rows = [...sheets.values()].flat().map((row) => row.join(' '));
    expect(rows.filter((row) => row.includes(' 3幢 2单元 5层 502 '))).toEqual([
      expect.stringContaining('王*国 王*国 户主'),
      expect.stringContaining('王*国 李*英 配偶'),
      expect.stringContaining('王*国 家里的孩子 子女'),
    ]);
  });
});
