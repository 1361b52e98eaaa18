/** A family of three registers itself: the taps of the first journey, as a person makes them. */
import type { PhoneDriver } from '../../browser/phone';
import { SCANNED, type Look } from './journey';

export const GUARDIAN = '我是孩子的监护人，同意登记孩子';
/** Where somebody else fills, at the door. */
export const GUARDIAN_ALOUD = '孩子的监护人当面同意登记孩子';

/** How a phone stands after a door's code was scanned. */
export function scanned(scene: string, look: Look = {}): Look {
  return { page: `pages/census/entry/entry?scene=${encodeURIComponent(scene)}`, scene: SCANNED, ...look };
}

export async function agree(phone: PhoneDriver): Promise<void> {
  await phone.tap({ role: 'checkbox', name: '我看过说明，同意登记' });
  await phone.tap('是这一户，开始填');
}

export const radio = (name: string) => ({ role: 'radio', name }) as const;

/** WeChat's own number in one tap, with the two questions the platform asks. */
export async function giveNumber(phone: PhoneDriver): Promise<void> {
  await phone.tap('用微信里的手机号');
  await phone.tap('同意，接着填');
  await phone.tap('允许');
}

async function answerHome(phone: PhoneDriver): Promise<void> {
  await phone.tap(radio('自家住'));
  await phone.tap(radio('本人（户主）'));
  await phone.type('户主（家里主事的人）姓名', '王建国');
  await giveNumber(phone);
}

/** Head, spouse and a child of 6 to 13, all living here. */
export async function answerPeople(phone: PhoneDriver): Promise<void> {
  for (let count = 0; count < 3; count += 1) {
    await phone.tap({ role: 'button', name: '平时有几口人住，多一' });
  }
  await phone.tap(radio('男'));
  await phone.tap(radio('18–59岁'));
  await phone.tap({ role: 'checkbox', name: '户口在这儿' });
  await phone.tap('填下一位，还差 2 位');
  await phone.tap(radio('配偶'));
  await phone.type('姓名', '李秀英');
  await phone.tap('填下一位，还差 1 位');
  await phone.tap(radio('子女'));
  await phone.tap(radio('女'));
  await phone.tap(radio('6–13岁'));
}

export async function answerEverything(phone: PhoneDriver): Promise<void> {
  await answerHome(phone);
  await answerPeople(phone);
  await phone.tap({ role: 'checkbox', name: GUARDIAN });
}

/** 大字: the same family, one question a screen. `atEach` is called while a question stands there. */
export async function answerLarge(phone: PhoneDriver, atEach: () => Promise<void>): Promise<void> {
  const next = async (): Promise<void> => {
    await atEach();
    await phone.tap('下一步');
  };
  const pick = async (...names: string[]): Promise<void> => {
    for (const name of names) await phone.tap(radio(name));
    await next();
  };
  await pick('自家住');
  await pick('本人（户主）');
  await phone.type('户主（家里主事的人）姓名', '王建国');
  await next();
  await giveNumber(phone);
  await next();
  for (let count = 0; count < 3; count += 1) {
    await phone.tap({ role: 'button', name: '平时有几口人住，多一' });
  }
  await next();
  await next();
  await pick('男');
  await pick('18–59岁');
  await phone.tap({ role: 'checkbox', name: '户口在这儿' });
  await next();
  await pick('配偶');
  await next();
  await next();
  await next();
  await phone.type('姓名', '李秀英');
  await next();
  await pick('子女');
  await pick('女');
  await pick('6–13岁');
  await next();
}

/** The last two taps, from a form in which everything is answered. */
export async function handIn(phone: PhoneDriver): Promise<void> {
  await phone.tap('看一遍再交');
  await phone.tap('交上去');
}

/** From the scanned code to the receipt. */
export async function register(phone: PhoneDriver): Promise<void> {
  await agree(phone);
  await answerEverything(phone);
  await phone.tap('看一遍再交');

  await phone.tap('交上去');
  await phone.see('已交，等网格员确认');
}
