import type { PhoneDriver } from '../browser/phone';
import type { Door } from '../cloudfunctions/fixture/street';
import { sheetsOf } from '../cloudfunctions/export/export-kit';
import { radio, register, scanned } from './kit/family';
import { openJourney } from './kit/journey';
import { cellOf } from './kit/records';

const { journey, walk } = openJourney();
const door = (): Door => journey.street.door('苹果花园 3-2-502');

/** What a decision changed is read again: a second call in the same tap. */
const READ_AGAIN = /^tap \d+: \d setData, 2 calls$/;

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
