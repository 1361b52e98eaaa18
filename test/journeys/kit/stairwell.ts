/** A worker's round through a stairwell, as the worker's thumb makes it. */
import type { PhoneDriver } from '../../browser/phone';
import { GUARDIAN_ALOUD } from './family';
import type { Journey, Look } from './journey';

const WORKSPACE = { role: 'button', name: /^去.*的页面$/ } as const;
/** What a morning costs in calls, and a return: many, on purpose, and none of them for a tap that waits. */
const MANY_CALLS = /calls to open|setData, \d+ calls/;

async function atWork(journey: Journey, person: string, look: Look): Promise<PhoneDriver> {
  const phone = await journey.phone(person, look);
  journey.forgive(phone, MANY_CALLS);
  await phone.tap(WORKSPACE);
  return phone;
}

async function download(phone: PhoneDriver): Promise<PhoneDriver> {
  await phone.tap('下载今天要走的');
  await phone.see('下载好了，没网也能用');
  return phone;
}

/** A worker who has had breakfast: at 今日, with the route packs of every unit on the phone. */
export async function morning(journey: Journey, worker: string, look: Look = {}): Promise<PhoneDriver> {
  return download(await atWork(journey, worker, look));
}

/** A volunteer, whose first page is the own tasks. */
export async function volunteersMorning(journey: Journey, volunteer: string): Promise<PhoneDriver> {
  const phone = await atWork(journey, volunteer, {});
  await phone.tap({ role: 'tab', name: '我的楼' });
  return download(phone);
}

export async function toWall(phone: PhoneDriver, building = /^苹果花园 3号楼/): Promise<void> {
  await phone.tap({ role: 'button', name: building });
  await phone.see('点一扇门看这一户');
}

/** A door of the wall, by unit and room: `2单元 502`. */
export async function openDoor(phone: PhoneDriver, unit: string, room: string): Promise<void> {
  const block = { block: '.door-wall__unit', holds: unit };
  await phone.tap({ role: 'button', name: new RegExp(`^${room}，`), in: block });
}

export const tile = (name: string) => ({ role: 'radio', name }) as const;

/** Two taps at a door of the second unit: the door, and what the knock came to. */
export async function knock(phone: PhoneDriver, room: string, result: string): Promise<void> {
  await openDoor(phone, '2单元', room);
  await phone.tap(tile(result));
  await phone.see(`记下了：${result}`);
}

/** At a door that has answered: what is new is filled in over what the pack shows, and the door is shown again. */
export async function correct(phone: PhoneDriver, useState: string): Promise<void> {
  await phone.see('已登记，不用再问');
  await phone.tap('他家有变动，改一改');
  await phone.tap(tile('更正'));
  await phone.tap('他同意，开始填');
  // The household filled it: nothing asks the worker who 您 is.
  expect(await phone.text()).not.toMatch(/证件照片|身份证照片|您是/);
  await phone.tap(tile(useState));
  const guardian = { role: 'checkbox', name: GUARDIAN_ALOUD };
  if (await phone.has(guardian)) await phone.tap(guardian);
  await phone.tap('看一遍再交');
  expect(await phone.text()).not.toContain('您是');
  await phone.tap('交上去');
  await phone.see('记下了：改登记表');
}

/** Every record of this phone has been taken and read back. */
export async function handedIn(phone: PhoneDriver): Promise<void> {
  await untilEntries(phone, (states) => states.every((state) => state === 'confirmed'));
}

/** A record is held back so long, in which it can be taken back. */
const HOLD_MS = 10_000;
const LOOK_MS = 1000;
const LOOKS = 120;
/** A page beside the outbox is drawn so much later at most. */
const DRAWN_MS = 250;

/** Lets time pass on this phone, a second between two looks, until the states of its records are as they should be. */
export async function untilEntries(
  phone: PhoneDriver,
  isSo: (states: readonly string[]) => boolean,
): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const entries = await storedUnder(phone, 'outbox:');
    if (isSo(entries.map(stateOf))) return phone.passTime(DRAWN_MS);
    await phone.passTime(LOOK_MS);
  }
  throw new Error('the records on this phone did not come to where they should be');
}

/** Waits until a record has left this phone and its answer has not come. */
export async function untilUnderWay(phone: PhoneDriver): Promise<void> {
  await phone.passTime(HOLD_MS, { idle: false });
  await phone.inPage(async () => {
    const isUnderWay = ([key, text]: [string, string]): boolean =>
      key.includes(':outbox:') && (JSON.parse(text) as { data: { state?: string } }).data.state === 'sending';
    while (!Object.entries(localStorage).some(isUnderWay)) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}

function stateOf({ state }: Record<string, unknown>): string {
  return typeof state === 'string' ? state : 'broken';
}

/** Every state that each record on the page of the outbox goes through from now on, in its order; by the record's door and what it is. */
export async function watchRecords(phone: PhoneDriver): Promise<() => Promise<Record<string, string[]>>> {
  await phone.inPage(() => {
    const seen: Record<string, string[]> = {};
    const look = (): void => {
      for (const row of document.querySelectorAll('.record__head')) {
        const label = row.getAttribute('aria-label') ?? '';
        const [, room = '', what = ''] = /^[^，]*?(\d*)，([^，]*)/.exec(label) ?? [];
        const state = row.querySelector('.record__state')?.textContent.trim() ?? '';
        const states = (seen[`${room} ${what}`.trim()] ??= []);
        if (states.at(-1) !== state) states.push(state);
      }
    };
    new MutationObserver(look).observe(document.body, {
      ...{ subtree: true, childList: true, attributes: true, characterData: true },
    });
    look();
    Object.assign(globalThis, { recordsSeen: seen });
  });
  return () =>
    phone.inPage(() => (globalThis as unknown as { recordsSeen: Record<string, string[]> }).recordsSeen);
}

/** Stores until the phone takes nothing more, first much at once and then little. Answers how much it took. */
export function fillUp(phone: PhoneDriver, prefix: string): Promise<number> {
  return phone.inPage((name) => {
    const sizes = [...Array<number>(40).fill(250_000), ...Array<number>(3000).fill(400)];
    return sizes.filter((size, at) => {
      try {
        localStorage.setItem(`${name}filler${String(at)}`, JSON.stringify({ data: 'x'.repeat(size) }));
        return true;
      } catch {
        return false;
      }
    }).length;
  }, prefix);
}

/** The phone has already given up everything that can be fetched again. */
export function letGo(phone: PhoneDriver): Promise<void> {
  return phone.inPage(() => {
    for (const key of Object.keys(localStorage)) if (/:(kept|pack):/.test(key)) localStorage.removeItem(key);
  });
}

/** What lies on the phone under keys that begin so, as it is stored. */
export function storedUnder(phone: PhoneDriver, prefix: string): Promise<Record<string, unknown>[]> {
  return phone.inPage(
    (part) =>
      Object.entries(localStorage)
        .filter(([key]) => key.includes(`:${part}`))
        .map(([key, text]) => ({ ...(JSON.parse(String(text)) as { data: object }).data, key })),
    prefix,
  );
}

/** Overwrites what is stored under a key, or stores something new. */
export function store(phone: PhoneDriver, key: string, data: unknown): Promise<void> {
  return phone.inPage(
    ([name, text]) => {
      localStorage.setItem(name, text);
    },
    [key, JSON.stringify({ data })] as const,
  );
}
