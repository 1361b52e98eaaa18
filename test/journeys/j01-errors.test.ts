import type { PhoneDriver } from '../browser/phone';
import { dataOf, type Door } from '../cloudfunctions/fixture/street';
import {
  agree,
  answerEverything,
  answerPeople,
  giveNumber,
  handIn,
  radio,
  register,
  scanned,
} from './kit/family';
import { openJourney } from './kit/journey';
import { confirm, formsOf, waitingAt } from './kit/records';
import { store, storedUnder } from './kit/stairwell';

const { journey, walk } = openJourney();
/** The last character should be 4. */
const WRONG_NUMBER = '000000198503070025';
const door = (): Door => journey.street.door('苹果花园 3-2-502');
const scan = (look = {}): Promise<PhoneDriver> => journey.phone('resident A', scanned(door().scene, look));

/** A plain sentence, the way to choose the door from a list, and nothing of anybody. */
async function expectNoDoor(scene: string, sentence: RegExp): Promise<void> {
  const phone = await journey.phone('resident A', scanned(scene));
  // A refused code brings no campaign along: the office's number is a second call.
  journey.forgive(phone, /entry: 2 calls to open/);
  await phone.see(sentence);
  const words = await phone.text();

  expect(words).toContain('没带码，选房号');
  expect(words).not.toMatch(/3-2-502|苹果花园|户主/);
}

/** WeChat cannot be asked for the number: it is typed. */
async function answerOffline(phone: PhoneDriver): Promise<void> {
  await phone.tap(radio('自家住'));
  await phone.tap(radio('本人（户主）'));
  await phone.type('户主（家里主事的人）姓名', '王建国');
  await giveNumber(phone);
  await phone.type('手机号', '10012345678');
  await answerPeople(phone);
  await phone.tap({ role: 'checkbox', name: '我是孩子的监护人，同意登记孩子' });
}

describe('J1.E1 a code that opens nothing', () => {
  walk('J1.E1 that was revoked says so plainly, and how else to find the door', async () => {
    const { street } = journey;
    dataOf(await street.as('community S').link.revokeDoorCode({ doorId: door().id }));

    await expectNoDoor(door().scene, /码.*(停用|换|不能用|作废)/);
  });

  walk(
    'J1.E1 that is revoked while the form is filled leaves the form to the door that is picked',
    async () => {
      const { street } = journey;
      const phone = await scan();
      await agree(phone);
      await answerEverything(phone);
      dataOf(await street.as('community S').link.revokeDoorCode({ doorId: door().id }));
      await handIn(phone);
      await phone.see('这张码换新的了，请在下面选房号');

      await phone.tap('回去看一下');
      await phone.tap('没带码，选房号');
      for (const name of ['苹果花园', '3号楼', '2单元', '502']) await phone.tap(radio(name));
      await phone.tap('接着上次的填');
      await handIn(phone);

      await phone.see('已交，等网格员确认');
      expect(await formsOf(street, door())).toHaveLength(1);
    },
  );

  walk('J1.E1 that is mistyped or of somebody else is never anyone’s data', async () => {
    const { scene } = door();
    const mistyped = `${scene.slice(0, -3)}${scene.endsWith('0') ? '111' : '000'}`;

    await expectNoDoor(mistyped, /选房号/);
    await expectNoDoor('https://elsewhere.example/pay?code=42', /选房号/);
  });
});

describe('J1.E2 a wrong check character', () => {
  walk('J1.E2 stops the form at that field, and the rest stays', async () => {
    const { street } = journey;
    await street.changeCampaign({ idNumberMode: 'full' });
    const phone = await scan();
    await agree(phone);
    await answerEverything(phone);
    await phone.tap({ role: 'button', name: /^第 1 位/ });

    await phone.type('证件号码', WRONG_NUMBER);
    await phone.tap('看一遍再交');

    expect(await phone.route()).toBe('pages/census/form/form');
    await phone.see(/证件号码.*(不对|核对|再看)|再看一眼/);
    expect(await phone.text()).toContain('李秀英');
    expect(await formsOf(street, door())).toEqual([]);
  });
});

describe('J1.E3 a child older than its parent', () => {
  walk('J1.E3 needs a reason, which is stored with the answer', async () => {
    const { street } = journey;
    const phone = await scan();
    await agree(phone);
    await answerEverything(phone);
    await phone.tap(radio('60–64岁'));
    await phone.type('姓名', '王小明');
    await phone.tap('看一遍再交');
    expect(await phone.route()).toBe('pages/census/form/form');

    await phone.tap(radio('没点错，就是这样'));
    await handIn(phone);
    await phone.see('已交，等网格员确认');

    const [waiting] = await waitingAt(street, door());
    expect(Object.values(waiting?.form.reasons ?? {})).toEqual(['没点错，就是这样']);
    expect(waiting?.form.findings).toHaveLength(1);
  });
});

describe('J1.E4 a lost network', () => {
  walk('J1.E4 loses the answer of a submit and the app dies: exactly one record', async () => {
    const { street } = journey;
    const phone = await scan();
    await agree(phone);
    await answerEverything(phone);
    await phone.network('answer-lost');
    await handIn(phone);
    await phone.see('已存好，有网自动交');
    // As the phone has it in the very moment of sending, in which the app dies.
    const [{ key, ...entry } = {}] = await storedUnder(phone, 'outbox:');
    await store(phone, String(key), { ...entry, state: 'sending', problem: undefined, notBefore: 0 });

    // One call for the page, one for what waited to be sent.
    journey.forgive(phone, /home: 2 calls to open/);
    await journey.restart(phone, { hash: '/pages/home/home' });
    await phone.see('已交，等网格员确认');

    expect(await formsOf(street, door())).toHaveLength(1);
    const events = await street.events();
    expect(events.filter(({ audit }) => audit.action === 'form.submit')).toHaveLength(1);
  });

  walk('J1.E4 is not there at all: the form is filled, kept, and sent when it returns', async () => {
    const { street } = journey;
    const phone = await journey.phone('resident A');
    await phone.see('扫门上的码，1 分钟登记');
    await phone.network('offline');
    await phone.tap('扫门上的码，1 分钟登记');
    await phone.scan(door().scene);
    await phone.see('现在没网，先填，有网再对门');
    await phone.tap({ role: 'checkbox', name: '我看过说明，同意登记' });
    await phone.tap('开始填');
    await answerOffline(phone);
    await handIn(phone);
    await phone.see('已存好，有网自动交');
    expect(await formsOf(street, door())).toEqual([]);

    await phone.network('online');

    await phone.see('已交，等网格员确认');
    expect(await formsOf(street, door())).toHaveLength(1);
  });
});

describe('J1.E5 a second phone at a taken door', () => {
  walk('J1.E5 gets the answer that a free door gives, and makes a comparison, not an overwrite', async () => {
    const { street } = journey;
    const first = await scan();
    await register(first);
    // Before the door is confirmed: the first phone reads of it soon after.
    const atFreeDoor = await first.text();
    await confirm(street, door());
    const [household] = await street.all('households', { doorId: door().id });

    const second = await journey.phone('outsider X', scanned(door().scene));
    await register(second);

    const plain = (words: string): string => words.replace(/[0-9A-Z]{5}-[0-9A-Z]{5}-./, '<code>');
    expect(plain(await second.text())).toBe(plain(atFreeDoor));
    const file = dataOf(await street.as('worker W1').census.readDoor({ doorId: door().id }));
    expect([file.households.length, file.waiting.length]).toEqual([1, 1]);
    expect(await street.all('households', { doorId: door().id })).toEqual([household]);
  });
});

describe('J1.E6 a refused consent', () => {
  walk('J1.E6 stores nothing, here or there, and offers the phone and paper', async () => {
    const { street } = journey;
    const before = await street.count('submissions');
    const phone = await scan();

    await phone.tap('不同意');

    await phone.see('不同意也没关系，什么都没存');
    const words = await phone.text();
    expect(words).toMatch(/社区电话 \S+/);
    expect(words).toContain('纸表');
    const { storage } = await phone.meter();
    expect(storage.keys.filter((key) => /draft|outbox/.test(key))).toEqual([]);
    expect(await street.count('submissions')).toBe(before);
    expect(await street.events()).toEqual([]);
  });
});

describe('J1 a form that waits is changed', () => {
  const vacant = radio('暂时没人住');
  const shop = radio('开店/办公');

  async function emptyHome(): Promise<PhoneDriver> {
    const phone = await scan();
    await agree(phone);
    for (const answer of [vacant, radio('房东')]) await phone.tap(answer);
    await giveNumber(phone);
    await handIn(phone);
    await phone.see('已交，等网格员确认');
    return phone;
  }

  walk('J1.W13 from its receipt, and on another phone of the same account: one form waits', async () => {
    const phone = await emptyHome();
    await phone.tap('改一改');
    await phone.tap(shop);
    await handIn(phone);
    await phone.see('已交，等网格员确认');
    const [changed] = await waitingAt(journey.street, door());
    expect(changed?.form).toMatchObject({ useState: 5, fillRole: 4 });

    const other = await journey.phone('resident A', { page: 'pages/my/my' });
    await other.tap('我家的信息');
    await other.see('已交，等网格员确认');
    await other.tap('改一改');
    await other.tap(vacant);

    await handIn(other);
    await other.see('已交，等网格员确认');
    const waiting = await waitingAt(journey.street, door());
    expect(waiting.map(({ form }) => form.useState)).toEqual([3]);
    const states = (await formsOf(journey.street, door())).map(({ state }) => state);
    expect(states.sort()).toEqual(['rejected', 'rejected', 'waiting']);
  });

  walk('J1.W13 after the worker has confirmed it, what was typed corrects the home', async () => {
    const { street } = journey;
    const phone = await emptyHome();
    await phone.tap('改一改');
    await phone.tap(shop);
    const [form] = await formsOf(street, door());
    const decision = { formId: form?._id ?? '', version: 1, verdict: 'confirm' } as const;
    dataOf(await street.as('worker W1').census.decideForm(decision));

    await handIn(phone);
    await phone.see('这一步已经有人办过了，看看现在到哪一步');
    await phone.tap('回去看一下');
    await phone.see('网格员已经核对好了');
    // The seat that the confirmation gave is asked for, and then the home.
    journey.forgive(phone, /^tap \d+: \d setData, 2 calls$/);
    await phone.tap('接着改');
    await handIn(phone);

    await phone.see('登记好了！');
    const [household] = await street.all<{ useState: number }>('households', { doorId: door().id });
    expect(household?.useState).toBe(5);
  });

  walk(
    'J1.W13 when the worker sent it back, its receipt and the first page say why and lead on',
    async () => {
      const { street } = journey;
      const phone = await emptyHome();
      const [form] = await formsOf(street, door());
      const decision = {
        formId: form?._id ?? '',
        version: 1,
        verdict: 'reject',
        reason: '填得对不上',
      } as const;
      dataOf(await street.as('worker W1').census.decideForm(decision));

      await phone.tap('改一改');
      await phone.see('登记退回来了');
      await phone.back();
      await phone.see('网格员说有的地方对不上。再填一次，或打电话问问');
      await phone.tap('回首页');
      await phone.see('苹果花园 3-2-502：网格员说有的地方对不上。再填一次，或打电话问问');
      await phone.tap('重新登记');
      await phone.see('没带码，选房号');
    },
  );
});
