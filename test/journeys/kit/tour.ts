/** Every page a resident meets, in the states worth looking at: one walk for the tests of pages and for the pictures. */
import type { PhoneDriver } from '../../browser/phone';
import type { Door, TestStreet } from '../../cloudfunctions/fixture/street';
import { agree, answerEverything, answerLarge, GUARDIAN, radio, scanned } from './family';
import type { Look } from './journey';
import { handIn } from '../../cloudfunctions/fixture/residents';
import { confirm } from './records';

export interface Tour {
  readonly street: TestStreet;
  phone(person: string, look?: Look): Promise<PhoneDriver>;
  /** Opens another page in place of all. */
  goTo(phone: PhoneDriver, url: string): Promise<void>;
  /** Says that this problem of this phone belongs to the tour; nobody who takes pictures minds. */
  forgive?(phone: PhoneDriver, problem: RegExp): void;
  /** Called at each stop with its name, `home` or `form-filled`. */
  stop(name: string, phone: PhoneDriver): Promise<void>;
}

const door = ({ street }: Tour): Door => street.door('苹果花园 3-2-502');

/** Before anything is registered: the tabs, the guide, the notice, the way without a code. */
export async function tourArrival(tour: Tour, look: Look = {}): Promise<void> {
  const phone = await tour.phone('resident A', look);
  await tour.stop('home', phone);
  await phone.tap({ role: 'link', name: '四张图看懂怎么填' });
  await tour.stop('help', phone);
  await phone.back();
  await phone.tap({ role: 'link', name: '您的信息怎么用' });
  await tour.stop('privacy', phone);
  await phone.back();
  await phone.tap({ role: 'tab', name: '我的' });
  await tour.stop('my', phone);
  await phone.tap({ role: 'tab', name: '登记' });
  await tour.stop('entry', phone);
  await phone.tap('没带码，选房号');
  await tour.stop('pick-compound', phone);
  await phone.tap(radio('苹果花园'));
  await tour.stop('pick-building', phone);
  await phone.tap(radio('3号楼'));
  await phone.tap(radio('2单元'));
  await tour.stop('pick-door', phone);
  await phone.tap('找不到我家');
  await tour.stop('pick-missing', phone);
}

/** One scroll, from the scanned code to the confirmed home. */
export async function tourForm(tour: Tour, look: Look = {}): Promise<void> {
  const phone = await tour.phone('resident A', scanned(door(tour).scene, look));
  await tour.stop('entry-door', phone);
  await phone.tap('不同意');
  await tour.stop('entry-refused', phone);
  await phone.tap('再看看说明');
  await agree(phone);
  await tour.stop('form', phone);
  await phone.tap('看一遍再交');
  await tour.stop('form-gaps', phone);
  await answerEverything(phone);
  await phone.tap('还有几样可以不填的');
  await tour.stop('form-filled', phone);
  await tourPlates(tour, phone);
  await phone.tap('看一遍再交');
  await tour.stop('review', phone);
  await phone.tap('交上去');
  await phone.see('已交，等网格员确认');
  await tour.stop('receipt', phone);
  await tourHome(tour, phone);
}

/** The form at its heaviest: everything open, two cars, and the keys of the second one's plate. */
async function tourPlates(tour: Tour, phone: PhoneDriver): Promise<void> {
  await phone.tap('添一辆车');
  await phone.tap('添一辆车');
  await phone.tap({ role: 'button', name: /^车牌 2/ });
  for (const key of ['鲁', 'D']) await phone.tap({ role: 'button', name: key });
  await tour.stop('form-plate', phone);
  await phone.tap({ role: 'button', name: /^删掉这辆，车牌 2/ });
  await phone.tap({ role: 'button', name: /^删掉这辆，车牌 1/ });
}

/** 大字: every question on a screen of its own. */
export async function tourLarge(tour: Tour, look: Look = {}): Promise<void> {
  const phone = await tour.phone('resident A', scanned(door(tour).scene, { large: true, ...look }));
  await tour.stop('entry-door', phone);
  await agree(phone);
  let asked = 0;
  await answerLarge(phone, () => {
    asked += 1;
    return tour.stop(`question-${asked}`, phone);
  });
  while (!(await phone.text()).includes('看一遍再交')) {
    asked += 1;
    await tour.stop(`question-${asked}`, phone);
    if ((await phone.text()).includes('监护人')) await phone.tap({ role: 'checkbox', name: GUARDIAN });
    await phone.tap('下一步');
  }
  if ((await phone.text()).includes('监护人')) await phone.tap({ role: 'checkbox', name: GUARDIAN });
  await tour.stop('question-last', phone);
  await phone.tap('看一遍再交');
  await tour.stop('review', phone);
  await phone.tap('交上去');
  await phone.see('已交，等网格员确认');
  await tour.stop('receipt', phone);
  await tourHome(tour, phone);
}

/** The form is confirmed while the app runs: its receipt, then who is at home unless the app has just asked, then the home. */
const READ_BACK = /[23] calls$/;

/** The registered home, before and after the worker came, who is ahead of 改一改 on a receipt that lies open. */
async function tourHome(tour: Tour, phone: PhoneDriver): Promise<void> {
  await tour.goTo(phone, '/pages/my/my');
  await phone.tap('我家的信息');
  await tour.stop('household-waiting', phone);
  await confirm(tour.street, door(tour));
  tour.forgive?.(phone, READ_BACK);
  await tour.goTo(phone, '/packages/home/pages/resume/resume');
  await tour.stop('resume', phone);
  await tour.goTo(phone, '/pages/my/my');
  await phone.tap('我家的信息');
  await phone.tap({ role: 'button', name: '谁看过我家的信息' });
  await tour.stop('household', phone);
  await phone.tap('撤回同意');
  await tour.stop('household-withdraw', phone);
  await tour.goTo(phone, '/pages/home/home');
  await tour.stop('home-bound', phone);
}

/** The button on 首页 that leads a worker to work. */
const WORKSPACE = { role: 'button', name: /^去.*的页面$/ } as const;

/** The grid worker: today, the wall, a door that waits, a door with two answers, the receipt, the stickers. */
export async function tourWorker(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  await handIn(street, door(tour));
  const phone = await tour.phone('worker W1', look);
  await phone.tap(WORKSPACE);
  await tour.stop('worker-today', phone);
  await phone.tap({ role: 'button', name: /^苹果花园 3号楼/ });
  await tour.stop('worker-wall', phone);
  await phone.tap({ role: 'button', name: '502，待确认' });
  await tour.stop('worker-door', phone);
  await phone.tap('退回');
  await tour.stop('worker-return', phone);
  await phone.tap('先不');
  await phone.back();
  await phone.tap('门贴和门码');
  await tour.stop('worker-codes', phone);
  await phone.back();
  await phone.back();
  await phone.tap({ role: 'tab', name: '待确认' });
  await tour.stop('worker-waiting', phone);
  const { id, buildingId } = street.door('苹果花园 2-1-301');
  await tour.goTo(phone, `/packages/worker/pages/door/door?door=${id}&building=${buildingId}`);
  await tour.stop('worker-compare', phone);
  await tour.goTo(phone, '/packages/worker/pages/receipt/receipt');
  await tour.stop('worker-receipt', phone);
  await tourPractice(tour, phone);
}

/** The drawn stairwell: a door that is got wrong, and the quiz with a wrong answer. */
async function tourPractice(tour: Tour, phone: PhoneDriver): Promise<void> {
  await tour.goTo(phone, '/packages/practice/pages/practice/practice');
  await tour.stop('practice', phone);
  await phone.tap({ role: 'button', name: /^301/ });
  await phone.tap({ role: 'radio', name: '空置' });
  await phone.see('再想想');
  await tour.stop('practice-door', phone);
  await phone.tap({ role: 'link', name: '答五道题' });
  await tour.stop('practice-quiz', phone);
}

/** What each way brings, the ways of a compound, the doors that are hardest to reach; and back to the overview. */
async function tourTactics(tour: Tour, office: PhoneDriver): Promise<void> {
  await tour.street.runTimer('rollYields');
  await office.tap({ role: 'link', name: '用什么办法，先去哪几户' });
  await office.tap({ role: 'button', name: /^金果社区/ });
  await office.tap({ role: 'button', name: /^苹果花园/ });
  await tour.stop('tactic', office);
  await office.tap({ role: 'link', name: '看最难敲开的 50 户' });
  await tour.stop('hard-doors', office);
  await office.back();
  await office.back();
}

/** What a building head sends, and one door of the own building. */
async function tourHead(tour: Tour, head: PhoneDriver): Promise<void> {
  const buildingId = tour.street.building('苹果花园 3');
  await head.tap({ role: 'button', name: /^601，/ });
  await head.tap('看这一户');
  await head.tap(radio('拿不准'));
  await tour.stop('head-door', head);
  await head.back();
  await head.tap('看还没填的');
  await tour.stop('head-unfilled', head);
  await head.back();
  await head.tap({ role: 'tab', name: '提醒' });
  await head.tap('看看多少人点开了');
  await tour.stop('head-remind', head);
  await tour.goTo(head, `/pages/census/entry/entry?building=${buildingId}`);
  await tour.stop('card-opened', head);
}

/** The building head, community and street. */
export async function tourOffice(tour: Tour, look: Look = {}): Promise<void> {
  const head = await tour.phone('building head H3', look);
  await head.tap(WORKSPACE);
  await tour.stop('head-wall', head);
  await tourHead(tour, head);
  const office = await tour.phone('administrator ADM', look);
  await office.tap(WORKSPACE);
  await tour.stop('street-overview', office);
  await tourTactics(tour, office);
  await office.tap({ role: 'tab', name: '建楼' });
  await tour.stop('street-skeleton', office);
  await office.tap({ role: 'tab', name: '导出' });
  await tour.stop('street-exports', office);
  await office.tap('要一份表');
  await tour.stop('street-export-ask', office);
  await office.tap({ role: 'tab', name: '核验' });
  await tour.stop('street-verify', office);
}
