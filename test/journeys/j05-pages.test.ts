import type { PhoneDriver } from '../browser/phone';
import { problemsOf } from './kit/inspect';
import { AT_WORK } from './kit/inspected';
import { openJourney } from './kit/journey';
import { knock, morning, openDoor, tile, toWall } from './kit/stairwell';

const { journey, walk } = openJourney({ glyphs: true, patienceMs: 120_000 });
/** Where pictures go when somebody wants to look: a folder, or nothing. */
const PICTURES = process.env['WANJIA_PICTURES'];

type Stop = (page: string, phone: PhoneDriver) => Promise<void>;

/** With a network, the worker stands by what 101 has said, and writes what only workers write. */
async function standBy(w1: PhoneDriver, stop: Stop): Promise<void> {
  await toWall(w1);
  await openDoor(w1, '1单元', '101');
  await w1.tap('核实这一户');
  await w1.tap('再记几样，不问也行');
  await w1.type('建筑面积（平）', '9');
  await w1.tap(tile('入户'));
  await w1.tap('核实好了');
  await w1.see('面积一般在 10 到 1000 平之间');
  await stop('verify', w1);
  await w1.type('建筑面积（平）', '89.5');
  await w1.tap(tile('商品房'));
  await w1.tap('核实好了');
  await w1.see(/入户核实/);
  await w1.see('商品房，89.5 平');
  await w1.back();
  await w1.back();
}

/** The pages of a round, in the states worth looking at. */
async function round(): Promise<string[]> {
  const { look, also } = AT_WORK;
  const problems: string[] = [];
  const stop: Stop = async (page, phone) => {
    await phone.meter();
    const found = await problemsOf(phone, look, also);
    problems.push(...found.map((problem) => `${page}: ${problem}`));
    if (PICTURES !== undefined) await phone.shot(`${PICTURES}/${page}.png`);
  };
  const w1 = await morning(journey, 'worker W1', look);
  await stop('today', w1);
  await standBy(w1, stop);
  await w1.network('offline');
  await toWall(w1);
  await openDoor(w1, '2单元', '502');
  await stop('door', w1);
  await w1.tap(tile('空置'));
  await w1.tap({ role: 'checkbox', name: '无出入' });
  await stop('door-vacant', w1);
  await w1.tap('先记成像是空置');
  await w1.back();
  await knock(w1, '602', '无人');
  await stop('door-noted', w1);
  await w1.back();
  await stop('wall', w1);
  await w1.tap({ role: 'link', name: '楼栋提示' });
  await stop('notes', w1);
  await w1.back();
  await openDoor(w1, '1单元', '101');
  await w1.see('已登记，不用再问');
  await stop('door-answered', w1);
  await w1.tap('他家有变动，改一改');
  await w1.tap(tile('搬走'));
  await stop('change', w1);
  await w1.back();
  await w1.back();
  await w1.tap({ role: 'link', name: /^待上传/ });
  await w1.tap({ role: 'button', name: /502/ });
  await stop('outbox', w1);
  return problems;
}

describe('J5 the pages of a round', () => {
  walk(
    'J5.P1 on a computer in the dark, on a phone, and in 大字 on 320 px have targets for thumbs, names for ears, and cut nothing',
    async () => {
      expect(await round()).toEqual([]);
    },
  );
});
