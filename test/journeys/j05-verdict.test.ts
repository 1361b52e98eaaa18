import type { TaskDocument } from '../../cloudfunctions/repositories/documents';
import type { PhoneDriver } from '../browser/phone';
import { dataOf, type Door } from '../cloudfunctions/fixture/street';
import { problemsOf } from './kit/inspect';
import { openJourney, type Look } from './kit/journey';
import { cellOf } from './kit/records';
import { handedIn, knock, morning, openDoor, tile, toWall } from './kit/stairwell';

const { journey, walk } = openJourney({ glyphs: true, patienceMs: 120_000 });
const WORKSPACE = { role: 'button', name: /^去.*的页面$/ } as const;
/** A knock can be taken back so long; the next one is noted after that. */
const HOLD_MS = 11_000;
const PICTURES = process.env['WANJIA_PICTURES'];
const door = (): Door => journey.street.door('苹果花园 3-2-502');

/** Three evenings at one door, and nobody opens. */
async function knockThrice(w1: PhoneDriver): Promise<void> {
  await toWall(w1);
  await knock(w1, '502', '无人');
  for (const words of ['来过 1 次，还没登记', '来过 2 次，还没登记']) {
    await w1.passTime(HOLD_MS);
    await handedIn(w1);
    await w1.see(words);
    await w1.tap(tile('无人'));
  }
  await w1.passTime(HOLD_MS);
  await handedIn(w1);
  await w1.see('来过三次了，交给社区决定');
}

/** From the overview to the task, and with its one button to the decision. */
async function toDecision(s: PhoneDriver): Promise<void> {
  await s.tap(WORKSPACE);
  await s.tap({ role: 'link', name: /^要办的事/ });
  await s.see('这一户怎么算，社区来定');
  await s.tap({ role: 'link', name: '去处理，苹果花园 3-2-502' });
  await s.see('去了 3 次没结果');
}

const openTasks = () => journey.street.all<TaskDocument>('tasks', { kind: 'decideDoor', state: 'open' });

describe('J5 three knocks, then the community decides', () => {
  walk(
    'J5 the worker’s third knock is the community’s task, and its word stands on wall and counts',
    async () => {
      const { street } = journey;
      const w1 = await morning(journey, 'worker W1');
      await knockThrice(w1);
      expect(await openTasks()).toHaveLength(1);

      const s = await journey.phone('community S');
      await toDecision(s);
      expect(await s.text()).toMatch(/吕\*一[^]*无人/);
      await s.tap(tile('进不去'));
      await s.see('不再派人去敲门。以后住户自己填了，还算登记');
      await s.tap('定下来');
      await s.see('定下来了：进不去');
      await s.tap('返回');
      await s.see('没有要办的事');

      expect(await openTasks()).toEqual([]);
      expect(await cellOf(street, door())).toBe('inaccessible');
      const { counts } = dataOf(
        await street.as('community S').census.readWall({ buildingId: door().buildingId }),
      );
      expect(counts.due).toBe(counts.done + counts.left);
      await w1.back();
      await openDoor(w1, '2单元', '502');
      await w1.see('进不去');
    },
  );

  const looks: [string, string, Look][] = [
    ['as it is', 'plain', {}],
    ['in the dark on a computer, and held as a phone by day,', 'dark-pc', { dark: true, pc: true }],
    ['in 大字 on 320 px', 'large', { width: 320, height: 640, large: true }],
  ];
  for (const [words, name, look] of looks) {
    walk(
      `J5 the page of the decision ${words} has targets for thumbs, names for ears, and cuts nothing`,
      async () => {
        const { visit } = journey.street.as('worker W1');
        for (const slipLeft of [true, false, true]) {
          dataOf(await visit.recordVisit({ doorId: door().id, result: 'nobody', slipLeft }));
        }
        const s = await journey.phone('community S', look);
        const stop = async (page: string) => {
          await s.meter();
          if (PICTURES !== undefined) await s.shot(`${PICTURES}/${name}-${page}.png`);
          expect(await problemsOf(s, look)).toEqual([]);
        };
        await s.tap(WORKSPACE);
        await s.tap({ role: 'link', name: /^要办的事/ });
        await s.see('这一户怎么算，社区来定');
        await stop('tasks-community');
        await s.tap({ role: 'link', name: '去处理，苹果花园 3-2-502' });
        await s.see('去了 3 次没结果');
        await stop('verdict');
        await s.tap(tile('再试'));
        await s.see('再敲三次，网格员的任务里有了');
        await stop('verdict-done');
      },
    );
  }
});
