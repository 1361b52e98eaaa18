import type { PhoneDriver } from '../browser/phone';
import { dataOf, filledForm, filledMember, type Door } from '../cloudfunctions/fixture/street';
import { formFor, register as registered } from '../cloudfunctions/fixture/residents';
import { agree, answerPeople, giveNumber, handIn, radio, scanned } from './kit/family';
import { openJourney } from './kit/journey';
import { formsOf, waitingAt } from './kit/records';

const { journey, walk } = openJourney();
const door = (): Door => journey.street.door('苹果花园 3-2-502');
const more = (label: string) => ({ role: 'button', name: `${label}，多一` }) as const;

async function begun(person = 'resident A'): Promise<PhoneDriver> {
  const phone = await journey.phone(person, scanned(door().scene));
  await agree(phone);
  return phone;
}

/** What waits at the door after the last two taps. */
async function sent(phone: PhoneDriver) {
  await handIn(phone);
  await phone.see('已交，等网格员确认');
  const [waiting] = await waitingAt(journey.street, door());
  return waiting?.form;
}

describe('J1 the shortcuts', () => {
  walk('J1.W1 an empty home is told in ten taps, and nobody is listed', async () => {
    const phone = await begun();
    await phone.tap(radio('暂时没人住'));
    await phone.tap(radio('房东'));
    await giveNumber(phone);

    const form = await sent(phone);

    expect(phone.interactions).toBeLessThanOrEqual(10);
    expect(form).toMatchObject({ useState: 3, fillRole: 4, liveCount: 0, members: [] });
    expect((await phone.meter()).keyboardOpenings).toBe(0);
  });

  walk('J1.W2 a landlord says how many tenants live there, and nothing about them', async () => {
    const phone = await begun('landlord D');
    await phone.tap(radio('出租房'));
    await phone.tap(radio('房东'));
    await giveNumber(phone);
    await phone.tap(more('现在住了几位租客'));
    await phone.tap(more('现在住了几位租客'));

    expect(await sent(phone)).toMatchObject({ useState: 2, fillRole: 4, liveCount: 2, members: [] });
  });

  walk('J1.W3 a tenant registers whoever lives there', async () => {
    const phone = await begun('tenant C');
    await phone.tap(radio('出租房'));
    await phone.tap(radio('租户'));
    await phone.type('户主（家里主事的人）姓名', '田小雨');
    await giveNumber(phone);
    await phone.tap(more('平时有几口人住'));
    await phone.tap(radio('女'));
    await phone.tap(radio('18–59岁'));

    const form = await sent(phone);

    expect(form).toMatchObject({ useState: 2, fillRole: 3, liveCount: 1 });
    expect(form?.members).toEqual([
      expect.objectContaining({ name: expect.stringMatching(/^田/), hukouHere: false }),
    ]);
  });

  walk('J1.W4 a bound household says that nothing changed, in one tap', async () => {
    const { street } = journey;
    const household = await registered(street, door());
    await street.clock.set(street.clock.now() + 30 * 86_400_000);
    const phone = await journey.phone('resident A', { page: 'pages/my/my' });
    await phone.tap('我家的信息');

    await phone.tap('和上次一样，没有变');

    await phone.see('记下了，谢谢您');
    const stored = await street.stored<{ confirmedOn: string }>('households', household._id);
    expect(stored).toMatchObject({ version: household.version + 1 });
  });

  walk(
    'J1.W4 a bound household that only looks at its form has begun nothing; one change is kept',
    async () => {
      await registered(journey.street, door());
      const phone = await journey.phone('resident A', { page: 'pages/my/my' });
      const lookAndLeave = async (touch: () => Promise<void>): Promise<void> => {
        await phone.tap({ role: 'tab', name: '我的' });
        await phone.tap('我家的信息');
        await phone.tap('改一改');
        await phone.see('看一遍再交');
        await touch();
        await phone.back();
        await phone.back();
        await phone.tap({ role: 'tab', name: '首页' });
      };

      await lookAndLeave(() => Promise.resolve());
      await phone.see('我家已登记');
      expect(await phone.text()).not.toContain('没填完');

      await lookAndLeave(() => phone.tap(more('平时有几口人住')));
      await phone.see('有一份没填完');
    },
  );
});

describe('J1 a home unlike others', () => {
  walk('J1.W5 who neither lives nor is registered here need not be listed, and is told so', async () => {
    const phone = await begun();
    await phone.tap(radio('自家住'));
    await phone.tap(radio('本人（户主）'));
    await phone.type('户主（家里主事的人）姓名', '王建国');
    await giveNumber(phone);
    await phone.tap(more('平时有几口人住'));
    await phone.tap(radio('男'));
    await phone.tap(radio('18–59岁'));
    await phone.tap('再加一位家人');
    await phone.tap(radio('兄弟姐妹'));
    await phone.tap(radio('男'));
    await phone.tap(radio('18–59岁'));
    await phone.type('姓名', '王建军');
    await phone.tap({ role: 'checkbox', name: '住在这儿' });
    await phone.tap('看一遍再交');
    await phone.see('这位家人不住这儿、户口也不在这儿，可以不用登记');

    await phone.tap('删掉这一位');

    expect((await sent(phone))?.members).toHaveLength(1);
  });

  walk('J1.W6 forty people are one home, forty-one are asked kindly to become two', async () => {
    const { street } = journey;
    const members = Array.from({ length: 41 }, (_, index) =>
      filledMember({
        key: `k${String(index).padStart(7, '0')}`,
        ...(index === 0 ? { relation: 0 } : { relation: 9 }),
      }),
    );
    const reasons = { manyPeople: '是合租' };
    const crowd = (count: number) =>
      filledForm({ liveCount: count, members: members.slice(0, count), reasons, guardianConsent: undefined });

    const tooMany = await street.as('resident A', null).census.submitForm(formFor(door(), crowd(41)));
    const enough = await street.as('resident A', null).census.submitForm(formFor(door(), crowd(40)));

    expect(JSON.stringify(tooMany)).toContain('一户最多登记 40 人，多出来的请网格员帮您另开一户');
    expect(dataOf(enough).state).toBe('waiting');
    expect(await formsOf(street, door())).toHaveLength(1);
  });

  walk('J1.W7 rare characters are names, full-width digits are a number, a picture is neither', async () => {
    const phone = await begun();
    await phone.tap(radio('自家住'));
    await phone.tap(radio('本人（户主）'));
    await phone.type('户主（家里主事的人）姓名', '王😀');
    await phone.tap('自己输入');
    await phone.type('手机号', '１００１２３４５６７８');
    await answerPeople(phone);
    await phone.tap({ role: 'checkbox', name: '我是孩子的监护人，同意登记孩子' });
    await phone.tap('看一遍再交');
    expect(await phone.route()).toBe('pages/census/form/form');

    await phone.type('户主（家里主事的人）姓名', '龚䶮𠮷〇');
    const form = await sent(phone);

    expect(form?.headName).toMatch(/^龚.*〇$/u);
    expect(form?.phone.number).toMatch(/5678$/);
  });
});

describe('J1 two at once', () => {
  walk(
    'J1.W8 two phones hand in the same door in the same second: two forms wait, side by side',
    async () => {
      const phones = [await begun(), await begun('outsider X')];
      for (const phone of phones) {
        await phone.tap(radio('暂时没人住'));
        await phone.tap(radio('房东'));
        await giveNumber(phone);
        await phone.tap('看一遍再交');
      }

      await Promise.all(phones.map((phone) => phone.tap('交上去')));
      await Promise.all(phones.map((phone) => phone.see('已交，等网格员确认')));

      expect((await formsOf(journey.street, door())).map(({ state }) => state)).toEqual([
        'waiting',
        'waiting',
      ]);
    },
  );
});

describe('J1 without a code', () => {
  walk('J1.W9 the door is found by the first letters of the compound, the building, the unit', async () => {
    const phone = await journey.phone('resident A');
    await phone.tap('没带码，选房号');
    await phone.type('哪个小区', 'pghy');
    await phone.tap(radio('苹果花园'));
    await phone.tap(radio('3号楼'));
    await phone.tap(radio('2单元'));
    await phone.tap(radio('502'));
    await phone.see('3-2-502');
    await phone.tap({ role: 'checkbox', name: '我看过说明，同意登记' });
    await phone.tap('是这一户，开始填');
    await phone.tap(radio('暂时没人住'));
    await phone.tap(radio('房东'));
    await giveNumber(phone);

    expect(await sent(phone)).toMatchObject({ useState: 3 });
  });

  walk('J1.W10 who does not find the home is given the number to call', async () => {
    const phone = await journey.phone('resident A');
    await phone.tap('没带码，选房号');

    await phone.tap('找不到我家');

    await phone.see('没找到您家，请告诉我们');
    expect(await phone.text()).toMatch(/打 1\d+，说一声哪栋哪户/);
  });
});

describe('J1 the rights of a registered household', () => {
  walk('J1.W11 shows who looked, by role and never by name', async () => {
    const { street } = journey;
    await registered(street, door());
    const phone = await journey.phone('resident A', { page: 'pages/my/my' });
    await phone.tap('我家的信息');

    await phone.tap({ role: 'button', name: '谁看过我家的信息' });

    const words = await phone.text();
    expect(words).toContain('网格员核对了登记');
    expect(words).not.toMatch(/W1|金果01/);
  });

  walk(
    'J1.W12 lets the consent be withdrawn in three taps from 我家: phone and plates are erased',
    async () => {
      const { street } = journey;
      const household = await registered(street, door());
      const phone = await journey.phone('resident A', { page: 'pages/my/my' });
      await phone.tap('我家的信息');
      await phone.see('存着的信息');
      await phone.resetMeter();

      await phone.tap('撤回同意');
      await phone.tap('撤回');

      await phone.see(/已撤回，电话和车牌删掉了/);
      expect(phone.interactions).toBeLessThanOrEqual(3);
      expect(await phone.text()).not.toContain('10012345678');
      expect(await street.stored('households', household._id)).not.toEqual(household);
    },
  );
});
