/** J13, a second language: the form of a door goes on in English where it stood in Chinese, and back, and loses nothing. */
import type { PhoneDriver } from '../browser/phone';
import type { Door } from '../cloudfunctions/fixture/street';
import { agree, answerPeople, giveNumber, GUARDIAN, radio, scanned } from './kit/family';
import { openJourney } from './kit/journey';
import { waitingAt } from './kit/records';

const { journey, walk } = openJourney();
const door = (): Door => journey.street.door('苹果花园 3-2-502');
const button = (name: string) => ({ role: 'button', name }) as const;
const checkbox = (name: string) => ({ role: 'checkbox', name }) as const;
const TO_ENGLISH = button('换成 English');
const TO_CHINESE = button('Switch to 中文');
const HEAD = 'Name of the head of household';
const CHINESE_WORD = /[一-鿿]+/g;
/** Names stay as they are written: what people are called, where they live, and the language one may go back to. */
const NAMES = /王建国|李秀英|苹果花园|中文/g;

async function inForm(): Promise<PhoneDriver> {
  const phone = await journey.phone('resident A', scanned(door().scene));
  await agree(phone);
  return phone;
}

async function chineseLeft(phone: PhoneDriver): Promise<string[]> {
  const text = (await phone.text()).replace(NAMES, '');
  return [...new Set(text.match(CHINESE_WORD) ?? [])];
}

/** What is typed, chosen and open on the page. */
async function standing(phone: PhoneDriver): Promise<unknown> {
  return phone.shown.evaluate((page) => ({
    typed: [...page.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value),
    chosen: page.querySelectorAll('[aria-checked="true"]').length,
    open: page.querySelectorAll('[aria-expanded="true"]').length,
  }));
}

async function topOf(phone: PhoneDriver, place: string): Promise<number> {
  return Math.round((await phone.shown.locator(place).boundingBox())?.y ?? Number.NaN);
}

describe('J13 a second language', () => {
  walk('J13.X2 a second language is switched on in mid-form, and off again, without loss', async () => {
    const phone = await inForm();
    await phone.tap(radio('自家住'));
    await phone.tap(radio('本人（户主）'));
    await phone.type('户主（家里主事的人）姓名', '王建国');
    await giveNumber(phone);
    await answerPeople(phone);
    // Still being typed, far down the page.
    await phone.tap('还有几样可以不填的');
    await phone.type('对小区有什么建议', '路灯暗');
    const before = await standing(phone);
    const place = await topOf(phone, '#q-suggestion');

    await phone.tap(TO_ENGLISH);

    expect(await chineseLeft(phone)).toEqual([]);
    expect(await standing(phone)).toEqual(before);
    expect(await topOf(phone, '#q-suggestion')).toBeCloseTo(place, -1);
    expect(await phone.typed(HEAD)).toBe('王建国');
    expect(await phone.title()).toBe('Register my home');

    await phone.tap(TO_CHINESE);
    expect(await standing(phone)).toEqual(before);
    expect(await phone.title()).toBe('登记我家');

    await phone.tap(checkbox(GUARDIAN));
    await phone.tap(TO_ENGLISH);
    // The phone remembers.
    await journey.restart(phone, { hash: `/${scanned(door().scene).page}` });
    await phone.tap('Go on where you left off');
    await phone.tap('Look it over');
    expect(await chineseLeft(phone)).toEqual(['路灯暗']);
    await phone.tap('Hand it in');
    await phone.see('Handed in. The grid worker will confirm it');
    const [waiting] = await waitingAt(journey.street, door());
    expect(waiting?.form).toMatchObject({
      headName: '王*国',
      liveCount: 3,
      suggestion: '路灯暗',
      findings: [],
    });
  });
});
