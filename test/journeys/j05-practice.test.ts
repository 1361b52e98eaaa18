import { PRACTICE_FORM } from '@domain/practice/practice-form';
import { practiceDoor, PRACTICE_DOORS } from '@domain/practice/stairwell';
import { visitResultTable } from '@domain/codes/tables';
import type { PhoneDriver } from '../browser/phone';
import { digestsOf } from '../cloudfunctions/fixture/standstill';
import { dataOf } from '../cloudfunctions/fixture/street';
import { openJourney } from './kit/journey';

const { journey, walk } = openJourney();

/** The right answers as they are read on the screen. */
const QUIZ = ['都不说', '空着，接着往下问', '请收好，不用证件', '照常记，有网了自动交上去', '交给社区来定'];

async function openPractice(): Promise<PhoneDriver> {
  const phone = await journey.phone('worker W2', { page: 'pages/my/my' });
  await phone.tap('练习楼');
  return phone;
}

async function practise(phone: PhoneDriver, slot: number): Promise<void> {
  const door = practiceDoor(slot);
  await phone.tap({ role: 'button', name: new RegExp(`^${door?.room ?? ''}`) });
  await phone.see(door?.story ?? '');
  const { result = '' } = door ?? {};
  await phone.tap({
    role: 'radio',
    name: result === 'collected' ? '愿意填' : visitResultTable.labelOf(result),
  });
  await phone.see('记对了');
}

describe('J5 somebody new practises first', () => {
  walk(
    'J5.S1 finishes the stairwell under its banner, the form and the quiz; the seat keeps the day',
    async () => {
      const phone = await journey.phone('worker W2', { page: 'pages/my/my' });
      await phone.tap('练习楼');
      await phone.see('练习中 · 楼和人都是画的，不算数');
      for (const { slot } of PRACTICE_DOORS) await practise(phone, slot);
      await phone.tap({ role: 'button', name: /^201/ });
      await phone.tap({ role: 'link', name: '帮这一户填表' });
      await phone.see('练习中 · 楼和人都是画的，不算数');
      for (const { label, choices, right } of PRACTICE_FORM) {
        const name = choices.find(({ value }) => value === right)?.label ?? '';
        await phone.tap({ role: 'radio', name, in: { role: 'radiogroup', name: label } });
      }
      await phone.tap('填好了');
      await phone.see('填对了');
      await phone.tap('回练习楼');
      await phone.tap({ role: 'link', name: '都练完了，答五道题就能上门' });
      await answer(phone, ['只说登记了没有', ...QUIZ.slice(1)]);
      await phone.tap('答好了');
      await phone.see('1 道再想想，看看下面的说明');
      await phone.see('谁家登记没登记、几口人，都是人家的事');
      await phone.tap({ role: 'radio', name: '都不说' });
      await phone.tap('答好了');
      await phone.see('五道都对，可以上门了');
      await phone.tap('回练习楼');
      await phone.see('3月10日通过了');

      await journey.restart(phone, { hash: '/pages/my/my' });
      await phone.see('3月10日通过');
      const { seats } = dataOf(await journey.street.as('worker W2').session.whoami({}));
      expect(seats[0]).toMatchObject({ practicePassedOn: '2026-03-10' });
    },
  );

  walk('J5.X6 practice appears in no count, list or file, and no other collection moves', async () => {
    const { street } = journey;
    await street.runTimer('rollUp');
    const before = await digestsOf(street);
    const phone = await openPractice();
    for (const { slot } of PRACTICE_DOORS) await practise(phone, slot);
    await street.runTimer('rollUp');

    const after = await digestsOf(street);
    const moved = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(moved.sort()).toEqual(['events', 'practices']);
    expect(await street.count('events', { rollState: 'new' })).toBe(0);
  });
});

async function answer(phone: PhoneDriver, words: readonly string[]): Promise<void> {
  for (const word of words) await phone.tap({ role: 'radio', name: word });
}
