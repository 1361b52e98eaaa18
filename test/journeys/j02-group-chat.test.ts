import type { TaskDocument, MessageDocument } from '../../cloudfunctions/repositories/documents';
import { fillAllBut } from '../cloudfunctions/building/walls-of-a-building';
import { dataOf } from '../cloudfunctions/fixture/street';
import { register, sendBack } from '../cloudfunctions/fixture/residents';
import {
  cardPage,
  chooseDoor,
  fillPickedDoor,
  forwarded,
  GROUP,
  headPhone,
  registerByCard,
  share,
  tapAgain,
  tapped,
} from './kit/group-chat';
import { answerEverything, handIn, radio } from './kit/family';
import { openJourney } from './kit/journey';
import { formsOf } from './kit/records';

const { journey, walk } = openJourney({ patienceMs: 150_000 });

const three = (): string => journey.street.building('苹果花园 3');
/** Anything that names a door or a person. */
const DOOR_OR_NAME = /[1-3]-[1-6]0[12]|[1-6]0[12] 室|王|李|楼长|H3/;

describe('J2 the building head shares the form in the group chat', () => {
  walk('J2.X1 the card says 12/36, and 15/36 after three neighbours handed in', async () => {
    const { street } = journey;
    const head = await headPhone(journey);
    const first = await share(head);
    const neighbours = await Promise.all(
      ['resident A', 'tenant C', 'landlord D'].map((person) => journey.phone(person, tapped(three()))),
    );

    const doors = ['501', '502', '601'];
    await Promise.all(neighbours.map((phone, index) => registerByCard(phone, '2单元', doors[index] ?? '')));
    const second = await share(head);
    const [neighbour] = neighbours;
    if (neighbour !== undefined) await tapAgain(journey, neighbour, three());
    await neighbour?.see('我家 苹果花园 3-2-501 已交，看回执');

    expect(first.title).toBe('3号楼 登记进度 12/36');
    expect(second.title).toBe('3号楼 登记进度 15/36');
    for (const card of [first, second]) {
      expect(card.title).not.toMatch(DOOR_OR_NAME);
      expect(card.path).toBe(`/pages/census/entry/entry?building=${three()}`);
      expect(card.imageUrl).toMatch(/^wxfile:/);
    }
    const forms = await formsOf(street, street.door('苹果花园 3-2-502'));
    expect(forms.map(({ channel, state }) => [channel, state])).toEqual([['group', 'waiting']]);
  });

  walk('J2.X1 with three doors left or fewer neither card nor text says a number', async () => {
    await fillAllBut(journey.street, three(), 3);
    const head = await headPhone(journey);

    const card = await share(head);
    await head.tap({ role: 'tab', name: '提醒' });
    await head.see(/登记快齐了/);

    expect(card.title).toBe('3号楼 登记快齐了，约 1 分钟');
    const words = (await head.text('.remind__text')).replace('3号楼', '').replace('1 分钟', '');
    expect(words).not.toMatch(/\d/);
  });

  walk('J2.X2 the head’s tap inside the group ties it once, and its members stay unknown', async () => {
    const { street } = journey;
    const head = await headPhone(journey);
    await tapAgain(journey, head, three());

    await head.tap('是这栋楼的群');
    await head.see(/记下了/);
    const neighbour = await journey.phone('resident A', tapped(three()));
    await neighbour.see('3号楼 登记进度 12/36');
    await journey.phone('outsider X', tapped(three()));
    await tapAgain(journey, head, three());
    await head.see('3号楼 登记进度 12/36');

    expect(await head.text()).not.toContain('是这栋楼的群');
    expect(await neighbour.text()).not.toContain('是这栋楼的群');
    expect(await street.count('groups')).toBe(1);
    const { groups } = dataOf(await street.as('head H3').building.readGroups({ buildingId: three() }));
    expect(groups.map(({ reach }) => reach)).toEqual([3]);
    const stored = JSON.stringify([await street.all('groups'), await street.all('groupOpenings')]);
    expect(stored).not.toContain(GROUP);
    for (const person of ['resident A', 'outsider X']) expect(stored).not.toContain(street.userId(person));
  });

  walk('J2.X2 a group is forgotten after a question, and stays where the head thinks again', async () => {
    const { street } = journey;
    const head = await headPhone(journey);
    await tapAgain(journey, head, three());
    await head.tap('是这栋楼的群');
    await head.see(/记下了/);
    await journey.restart(head, { hash: '/packages/building/pages/remind/remind' });
    await head.tap('看看多少人点开了');
    await head.see(/人点开过/);

    await head.tap('不再记这个群');
    await head.tap('先不');
    const kept = await street.all<{ state: string }>('groups');
    await head.tap('不再记这个群');
    await head.tap({ role: 'button', name: '不记了' });
    await head.see('好的，不记了');

    expect(kept.map(({ state }) => state)).not.toContain('unbound');
    expect((await street.all<{ state: string }>('groups')).map(({ state }) => state)).toEqual(['unbound']);
  });

  walk('J2.X3 each resident sees only the own door: names of doors, no state of any', async () => {
    const { street } = journey;
    await register(street, street.door('苹果花园 3-2-502'));
    // Never opened before on this phone: the card itself asks whose it is.
    const bound = await journey.phone('resident A', tapped(three()));
    await bound.see('我家 苹果花园 3-2-502');
    // The page of the home then asks who this is, and for the home.
    journey.forgive(bound, /my: 2 calls to open|^tap \d+: \d setData, 2 calls$/);
    const stranger = await journey.phone('outsider X', tapped(three()));

    await chooseDoor(stranger, '1单元', '101');

    expect(await stranger.text()).not.toMatch(/已填|填好|登记过|户主/);
    await bound.tap('我家 苹果花园 3-2-502');
    await bound.see('存着的信息');
  });

  walk('J2.X4 the head’s list holds doors and states only, and one door is reminded once a day', async () => {
    const { street } = journey;
    const door = street.door('苹果花园 3-2-502');
    await sendBack(street, door);
    const head = await headPhone(journey);
    await head.tap('看还没填的');
    await head.tap(radio('2单元'));
    await head.see('502 室');
    const list = await head.text();
    await head.tap({ role: 'button', name: /502 室/ });

    await head.network('offline');
    await head.tap('提醒这一户');
    await head.see('现在没网，没记下。有网再点一次');
    await head.network('online');
    await head.tap('提醒这一户');
    await head.see(/记下了。用过小程序的人家会收到/);
    await head.back();
    await head.tap({ role: 'button', name: /502 室/ });
    await head.see('提醒过了，满一天再说');
    expect(await head.text()).not.toContain('提醒这一户');

    expect(list).not.toMatch(/王|李|100\d{8}|口|位/);
    const messages = await street.all<MessageDocument>('messages', { kind: 'doorReminder' });
    expect(messages.map(({ userId }) => userId)).toEqual([street.userId('resident A')]);
  });

  walk('J2.X4 the copied text holds counts, no door and no name, and is given once a day', async () => {
    const head = await headPhone(journey);
    await head.tap({ role: 'tab', name: '提醒' });
    await head.tap('复制提醒的话');
    await head.tap({ role: 'button', name: /^同意/ });
    await head.see(/复制好了/);

    const text = await head.clipboard();
    expect(text).toContain('苹果花园 3号楼登记了 12/36 户');
    expect(text).not.toMatch(DOOR_OR_NAME);
    await head.tap('告诉我一声');
    await head.tap('允许');
    await head.see('好，下一条在微信里也会有');
    expect(await journey.street.stored('grants', journey.street.userId('head H3'))).toMatchObject({
      templates: { taskReminder: { granted: 1, sent: 0 } },
    });
    await journey.restart(head, { hash: '/packages/building/pages/remind/remind' });
    await head.tap('复制提醒的话');
    await head.see('提醒过了，满一天再说一次就好');
  });

  walk('J2.X5 “unsure” about 601 is a task for the grid’s worker, and changes nothing', async () => {
    const { street } = journey;
    const head = await headPhone(journey);
    await head.tap({ role: 'button', name: /^601，/ });
    await head.tap('看这一户');

    await head.tap(radio('拿不准'));
    await head.see(/网格员会去看看/);

    const [task, ...others] = await street.all<TaskDocument>('tasks');
    expect(others).toEqual([]);
    expect(task).toMatchObject({ kind: 'verifyDoor', state: 'open', gridId: street.area('金果01网格') });
    const { counts } = dataOf(await street.as('worker W1').census.readWall({ buildingId: three() }));
    expect(counts).toMatchObject({ done: 12, due: 36 });

    const w1 = await journey.phone('worker W1');
    await journey.restart(w1, { hash: '/packages/worker/pages/tasks/tasks' });
    await w1.see('楼长拿不准，去看看住没住人');
    await w1.see({ role: 'link', name: /3-1-601/ });
  });

  walk('J2.X4 a home that allowed it is called from its window, with a reason; another is not', async () => {
    const { street } = journey;
    await register(street, street.door('苹果花园 3-1-502'), { form: { contactOk: true } });
    const head = await headPhone(journey);
    for (const [window, seen] of [
      [/^502，/, '10012345678'],
      [/^602，/, '这一户没说楼长可以打电话'],
    ] as const) {
      await head.tap({ role: 'button', name: window });
      await head.tap('有事找这一户');
      await head.see('看这一户的电话');
      expect(await head.text()).not.toContain('这套房住着人吗');
      await head.tap('看这一户的电话');
      await head.tap(radio('漏水、断电要找人'));
      await head.tap({ role: 'button', name: '看电话' });
      await head.see(seen);
      await head.back();
    }
    await head.tap({ role: 'button', name: /^602，/ });
    await head.tap('有事找这一户');
    await head.tap(radio('搬走了、换人了'));
    await head.see('记下了，网格员会去看看，登记不会变');
  });

  walk('J2.S3 a whole building has a poster of counts', async () => {
    await fillAllBut(journey.street, three(), 0);
    const head = await headPhone(journey);

    const card = await share(head);
    await head.tap({ role: 'tab', name: '提醒' });
    await head.tap('看看完成的海报');

    expect(card.title).toBe('3号楼 全部登记完成，谢谢大家');
  });
});

describe('J2 what a card does not do', () => {
  walk(
    'J2.E1 opened outside a group it works the same, without a network too, and nothing is tied',
    async () => {
      const { street } = journey;
      const head = await headPhone(journey);
      await journey.restart(head, { hash: `/${cardPage(three())}` });
      const phone = await journey.phone('resident A', forwarded(three()));
      await head.see('3号楼 登记进度 12/36');

      await chooseDoor(phone, '2单元', '502');
      await phone.tap({ role: 'checkbox', name: '我看过说明，同意登记' });
      await phone.tap('是这一户，开始填');
      await answerEverything(phone);
      await phone.network('offline');
      await handIn(phone);
      await phone.tap('回首页');
      await phone.see(/现在没网，这是/);
      await phone.see({ role: 'button', name: '看一下' });
      await phone.network('online');
      await phone.see('已交，等网格员确认');
      await phone.see({ role: 'button', name: '看回执' });
      // What has arrived has said that the network is there again.
      expect(await phone.text()).not.toContain('现在没网');

      expect(await head.text()).not.toContain('是这栋楼的群');
      expect([await street.count('groups'), await street.count('groupOpenings')]).toEqual([0, 0]);
      expect(await formsOf(street, street.door('苹果花园 3-2-502'))).toHaveLength(1);
    },
  );

  walk('J2.E2 a resident of 5号楼 switches the building and is counted there', async () => {
    const { street } = journey;
    const buildingId = street.building('苹果花园 5');
    const countsOf = async (id: string) =>
      dataOf(await street.as('outsider X', null).building.readCard({ buildingId: id })).counts?.handedIn ?? 0;
    const before = await countsOf(buildingId);
    const phone = await journey.phone('resident A', tapped(three()));

    await phone.tap('不是这栋楼，换一栋');
    await phone.tap(radio('5号楼'));
    const { unit, room } = await freeDoorOf(buildingId);
    await phone.tap(radio(unit));
    await phone.tap(radio(room));
    await phone.see('我看过说明，同意登记');
    await fillPickedDoor(phone);

    expect(await countsOf(buildingId)).toBe(before + 1);
    expect(await countsOf(three())).toBe(12);
  });
});

/** A door of the building's first unit at which nobody has answered. */
async function freeDoorOf(buildingId: string): Promise<{ unit: string; room: string }> {
  const { units } = dataOf(await journey.street.as('office ADM').census.readWall({ buildingId }));
  const unit = units[0];
  const room = unit?.doors.find(({ state }) => state === 'missing')?.room;
  if (unit === undefined || room === undefined) throw new Error('every door of that unit has answered');
  return { unit: unit.label, room };
}
