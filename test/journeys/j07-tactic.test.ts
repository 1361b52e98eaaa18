import type { MessageDocument, TaskDocument } from '../../cloudfunctions/repositories/documents';
import type { PhoneDriver } from '../browser/phone';
import { handIn } from '../cloudfunctions/fixture/residents';
import { dataOf } from '../cloudfunctions/fixture/street';
import { openJourney } from './kit/journey';

const { journey, walk } = openJourney();

async function openBoard(): Promise<PhoneDriver> {
  const leader = await journey.phone('leader GL3');
  await leader.tap({ role: 'button', name: /^去.*的页面$/ });
  await leader.tap({ role: 'link', name: '用什么办法，先去哪几户' });
  return leader;
}

describe('J7 the tactic board', () => {
  walk('J7.X7 shows the yield by way and day as recounted, and keeps the ways of a compound', async () => {
    const { street } = journey;
    await handIn(street, street.door('苹果花园 3-2-502'));
    await street.runTimer('rollUp');
    await street.runTimer('rollYields');
    const leader = await openBoard();
    const board = dataOf(await street.as('leader GL3').tactic.readBoard({}));

    await leader.see('金果社区');
    await leader.see(`还有 ${board.left} 户没有回音`);
    await leader.see({ role: 'row', name: new RegExp(`^一共，.*扫码 ${board.total.code?.total ?? -1}`) });
    await leader.tap({ role: 'button', name: /^苹果花园/ });
    await leader.tap({ role: 'checkbox', name: '微信群' });
    await leader.tap({ role: 'checkbox', name: '上门' });
    await leader.tap('就用这些');
    await leader.see('存好了');
    await leader.see({ role: 'button', name: /^苹果花园，微信群、上门/ });

    const [tactic] = await street.all('tactics');
    expect(tactic).toMatchObject({ _id: street.area('苹果花园'), version: 1, ways: ['group', 'visit'] });
  });

  walk('J7.S4 gives the next hardest doors to one worker with one touch', async () => {
    const { street } = journey;
    await street.runTimer('rollYields');
    const leader = await openBoard();
    await leader.tap({ role: 'link', name: '看最难敲开的 50 户' });
    const { doors } = dataOf(
      await street.as('leader GL3').tactic.listHardDoors({ areaId: street.area('金果社区') }),
    );
    const most = Math.max(...[0, 1].map((at) => doors.filter(({ workers }) => workers.includes(at)).length));
    await leader.tap(`把 ${most} 户交出去`);
    await leader.see(`交出去 ${most} 户`);

    const tasks = await street.all<TaskDocument>('tasks', { kind: 'hardDoor', state: 'open' });
    expect(tasks).toHaveLength(most);
    expect(new Set(tasks.map(({ dueOn }) => dueOn))).toEqual(new Set(['2026-03-13']));
    const [message, ...more] = await street.all<MessageDocument>('messages');
    expect([message?.kind, more]).toEqual(['taskGiven', []]);
    expect(JSON.stringify(message?.values)).not.toMatch(/\d-\d/);
  });
});
