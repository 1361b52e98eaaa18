import type {
  ConflictDocument,
  HouseholdDocument,
  InvitationDocument,
} from '../../cloudfunctions/repositories/documents';
import { openConflict } from '../../cloudfunctions/records/conflict-document';
import type { PhoneDriver } from '../browser/phone';
import { codeInInbox, filledFor, formOf, proxyInput, wrongCode } from '../cloudfunctions/fixture/invited';
import { dataOf, type Door } from '../cloudfunctions/fixture/street';
import { radio, register } from './kit/family';
import { openJourney } from './kit/journey';
import { formsOf, waitingAt } from './kit/records';

const { journey, walk } = openJourney();
const door = (): Door => journey.street.door('金河湾 1-1-101');
const doorPage = (): string =>
  `/packages/worker/pages/door/door?door=${door().id}&building=${door().buildingId}`;

/** W1's phone, which has been open before, at one page. */
async function workerAt(hash: string): Promise<PhoneDriver> {
  const phone = await journey.phone('worker W1');
  await journey.restart(phone, { hash });
  return phone;
}

/** W1 makes the invitation at the door's page and sends it; answers the page that its card opens. */
async function invitedBy(): Promise<string> {
  const phone = await workerAt(doorPage());
  await phone.tap('请家里人代填');
  await phone.see('1-1-101');
  await phone.tap('做一张邀请');
  await phone.tap('发给家里人');
  const card = await phone.shareCard();
  expect(card?.isPrivate).toBe(true);
  return (card?.path ?? '').replace(/^\//, '');
}

async function accept(phone: PhoneDriver): Promise<void> {
  await phone.type('您的姓名', '孟小远');
  await phone.tap(radio('子女'));
  await phone.tap({ role: 'checkbox', name: '我看过说明，替家里人同意登记' });
  await phone.tap('开始替家里填');
}

async function answerForParents(phone: PhoneDriver, number = '10033334444'): Promise<void> {
  await phone.tap(radio('自家住'));
  await phone.type('户主（家里主事的人）姓名', '孟德福');
  if (number !== '') await phone.type('手机号', number);
}

async function answerPeople(phone: PhoneDriver): Promise<void> {
  for (let count = 0; count < 2; count += 1) {
    await phone.tap({ role: 'button', name: '平时有几口人住，多一' });
  }
  await phone.tap(radio('男'));
  await phone.tap(radio('65–79岁'));
  await phone.tap('填下一位，还差 1 位');
  await phone.tap(radio('配偶'));
  await phone.type('姓名', '宁秀兰');
}

async function theInvitation(): Promise<InvitationDocument> {
  const [invitation] = await journey.street.all<InvitationDocument>('invitations');
  if (invitation === undefined) throw new Error('nobody was invited');
  return invitation;
}

/** The draft follows the phone once the person pauses, a second and a half by the phone. */
async function untilKept(phone: PhoneDriver): Promise<void> {
  for (let round = 0; (await theInvitation()).draftVersion === 0; round += 1) {
    if (round === 40) throw new Error('the draft never reached the cloud');
    await phone.passTime(250);
  }
}

async function atTheDoor(formId: string): Promise<PhoneDriver> {
  return workerAt(`/packages/worker/pages/proxy/proxy?door=${door().id}&form=${formId}`);
}

async function sayCode(phone: PhoneDriver, code: string): Promise<void> {
  await phone.type('家里人说的 4 位口令', code);
  await phone.tap('口令对，登记');
}

async function theHousehold(): Promise<HouseholdDocument> {
  const [household] = await journey.street.all<HouseholdDocument>('households', { doorId: door().id });
  if (household === undefined) throw new Error('nobody was registered');
  return household;
}

describe('J3 a child far away fills for the parents, who confirm at the door', () => {
  walk(
    'J3.X1 an invitation is of one account, once, for a day; what was begun stays the child’s',
    async () => {
      const { street } = journey;
      const page = await invitedBy();
      const child = await journey.phone('resident B', { page });
      await child.see('请您替家里填一份');
      await child.see('有急事好找到您，办事少跑腿');
      await child.type('您的姓名', '孟小远');
      await child.tap('开始替家里填');
      await child.see('请点一下您是户主的什么人');
      expect(await child.text()).not.toContain('请写上您的姓名');
      await accept(child);
      await child.see('手机号');
      // The number in the child's WeChat is not the parents'.
      expect(await child.text()).not.toContain('用微信里的手机号');
      expect(await child.title()).toBe('替家里人登记');
      await child.tap('没有手机？留家人的');
      expect(await child.has(radio('是户主自己的'))).toBe(true);
      await answerForParents(child);

      const other = await journey.phone('outsider X', { page });
      await other.see('这份邀请是给别人的，或者已经过了一天');
      expect(await other.text()).not.toContain('孟');
      expect(await theInvitation()).toMatchObject({
        acceptedBy: street.userId('resident B'),
        state: 'filling',
      });
      const late = await invitedBy();
      await street.clock.set(street.clock.now() + 24 * 3_600_000);
      const tomorrow = await journey.phone('resident B', { page: late });
      await tomorrow.see('这份邀请是给别人的，或者已经过了一天');
    },
  );

  walk('J3.S1 the building head makes the invitation at a window of the wall', async () => {
    const head = await journey.phone('building head H3');
    await head.tap({ role: 'button', name: /^去.*的页面$/ });
    await head.tap({ role: 'button', name: /^601，/ });
    await head.tap('请家里人代填');
    await head.tap('做一张邀请');
    await head.see('邀请做好了，点下面发出去');

    expect(await theInvitation()).toMatchObject({ issuedBy: journey.street.userId('building head H3') });
  });

  walk(
    'J3.S1 the building head fills for a neighbour within a quarter of an hour, or goes on after it',
    async () => {
      const { street } = journey;
      const head = await journey.phone('building head H3');
      await head.tap({ role: 'button', name: /^去.*的页面$/ });
      await head.tap({ role: 'button', name: /^601，/ });
      await head.tap('看这一户');
      await head.tap('替这一户填');
      await head.see('先念给这一户听');
      await head.tap('开始替这一户填');
      await head.see('请先念一遍说明，这一户同意了再点');
      await head.see('请写上您的姓名');
      await head.type('您的姓名', '关照明');
      await head.tap(radio('兄弟姐妹'));
      await head.tap({ role: 'checkbox', name: '念过了，这一户当面同意登记' });
      expect(await head.text()).not.toMatch(/请先念一遍|请写上|请点一下/);
      await head.tap('开始替这一户填');
      // The number in the head's own WeChat is not this household's.
      expect(await head.text()).not.toContain('用微信里的手机号');
      expect(await head.title()).toBe('替这一户填');
      await answerForParents(head, '10012340000');
      await answerPeople(head);
      await street.clock.set(street.clock.now() + 15 * 60_000);
      await head.passTime(15 * 60_000);
      await head.tap('看一遍再交');
      await head.tap({ role: 'button', name: '交上去' });

      await head.see('时间到了，内容还在');
      await head.tap({ role: 'checkbox', name: '念过了，这一户当面同意登记' });
      await head.tap('开始替这一户填');
      await head.tap('看一遍再交');
      await head.see('兄弟姐妹 关照明');
      await head.tap({ role: 'button', name: '交上去' });
      await head.tap('看 4 位口令');
      await head.see('写在纸条上，留给这一户');
      await head.see((await codeInInbox(street, 'building head H3')).split('').join(''));
      await head.tap({ role: 'button', name: /^去.*的页面$/ });
      await journey.restart(head, { hash: '/pages/home/home' });
      await head.see('登记一下，有急事好找到您');
    },
  );

  walk(
    'J3.S2 a draft that is thrown away is gone from the cloud, and the invitation is filled anew',
    async () => {
      const page = await invitedBy();
      const child = await journey.phone('resident B', { page });
      await child.type('您的姓名', '孟小远');
      await accept(child);
      await child.see('手机号');
      await answerForParents(child);
      await child.passTime(2000);
      expect((await theInvitation()).sealedDraft).toBeDefined();
      await child.back();
      await child.see('填的内容已经替您存好了');

      await child.tap('不要了，重新填');
      await child.see('邀请还在，可以从头再填');
      await child.tap('都不要了');

      await child.see('请您替家里填一份');
      expect(await child.text()).not.toContain('填的内容已经替您存好了');
      const invitation = await theInvitation();
      expect(invitation).toMatchObject({ state: 'filling' });
      expect(invitation.sealedDraft).toBeUndefined();
    },
  );

  walk(
    'J3.S2 X2 goes on with a draft, its blank too, on the second phone, and hands it in there',
    async () => {
      const page = await invitedBy();
      const first = await journey.phone('resident B', { page });
      await accept(first);
      await answerForParents(first, '');
      await untilKept(first);
      expect(JSON.stringify(await theInvitation())).not.toContain('孟德福');

      // The next day: an invitation that nobody opened would be dead, and what was begun is not.
      await journey.street.clock.set(journey.street.clock.now() + 24 * 3_600_000);
      const second = await journey.phone('resident B', { page });
      await second.tap('接着填');
      const fields = ['户主（家里主事的人）姓名', '手机号'];
      const kept = await Promise.all(fields.map((name) => second.typed(name)));
      expect(kept).toEqual(['孟德福', '']);
      await second.type('手机号', '10033334444');
      await answerPeople(second);
      await second.tap('看一遍再交');
      await second.see('孟德福');
      await second.see('子女 孟小远');
      await second.tap({ role: 'button', name: '交上去' });
      await second.see('已交，等网格员确认');
      await second.tap('看 4 位口令');

      await second.see(await codeInInbox(journey.street, 'resident B'));
      expect(await second.text()).toContain('3月11日的回执');
      expect(await theInvitation()).toMatchObject({ state: 'sent' });
      expect((await theInvitation()).sealedDraft).toBeUndefined();
      // What nobody was asked is blank, and nobody refused it.
      const [waiting] = await waitingAt(journey.street, door());
      expect(waiting?.form).toMatchObject({ care: [] });
      expect(waiting?.form).not.toHaveProperty('refused');
      // Where the first phone would go on it learns that it was handed in, and lets go what it held.
      await journey.restart(first, { hash: '/pages/home/home' });
      await first.tap('接着填');
      await first.tap('看看到哪一步了');
      await first.see('把这 4 位口令告诉家里人');
      await first.tap('回首页');
      expect(await first.text()).not.toContain('有一份没填完');
      await second.tap('回首页');
      await second.tap('看看到哪一步');
      await second.see('把这 4 位口令告诉家里人');
    },
  );

  walk(
    'J3.X3 X4 X5 the code at the door confirms; both numbers are kept; the slip equals the receipt',
    async () => {
      const { street } = journey;
      const filled = await filledFor(street, door());
      const { receiptCode, at } = await formOf(street, filled);
      const worker = await workerAt(doorPage());
      await worker.tap('家里人当面确认');
      await worker.see('填表的是户主的子女');
      expect(await worker.text()).not.toContain('您是');
      await worker.type('电话不对，改成', '10044445555');
      await sayCode(worker, filled.code);

      await worker.see('请把下面的回执抄在纸上，留给家里人');
      expect(await worker.text()).toContain(`${receiptCode}\n3月10日`);
      await worker.tap('回这一户');
      await worker.see('确认好了');
      const atTheDoor = await worker.text();
      for (const words of ['家里人当面确认', '已填', '不用再问']) expect(atTheDoor).not.toContain(words);
      await worker.tap('回门墙');
      expect(await worker.route()).toBe('packages/worker/pages/wall/wall');
      const household = await theHousehold();
      expect(household).toMatchObject({
        filledBy: street.userId('resident B'),
        confirmedBy: street.userId('worker W1'),
        verifyWay: 8,
        helper: { name: '孟小远', relation: 2 },
        channel: 'family',
        accounts: [],
      });
      const [conflict] = await street.all<ConflictDocument>('conflicts', { householdId: household._id });
      expect(conflict).toMatchObject({
        field: 'phone',
        keptBy: street.userId('worker W1'),
        otherBy: street.userId('resident B'),
        state: 'settled',
        otherAt: at,
      });
      const { households } = dataOf(await street.as('worker W1').census.readDoor({ doorId: door().id }));
      expect(households[0]?.form.phone.number).toBe('100****5555');
      expect(conflict && openConflict(street.keyring, conflict)).toMatchObject({ number: '10022223333' });
      const child = await journey.phone('resident B', {
        page: `packages/family/pages/invitation/invitation?id=${filled.invitationId}`,
      });
      await child.see('家里人确认好了');
      expect(await child.text()).toContain(receiptCode);
    },
  );

  walk('J3.E1 whoever else opens the invitation is led to the door’s blank form, which waits', async () => {
    const { street } = journey;
    const page = await invitedBy();
    const child = await journey.phone('resident B', { page });
    await accept(child);
    await answerForParents(child);

    const other = await journey.phone('outsider X', { page });
    await other.tap('填一份空白的');
    await other.see('1-1-101');

    expect(await other.route()).toBe('pages/census/entry/entry');
    expect(await other.text()).not.toContain('孟');
    await register(other);
    const forms = await formsOf(street, door());
    expect(forms.map(({ state, submittedBy }) => [state, submittedBy])).toEqual([
      ['waiting', street.userId('outsider X')],
    ]);
    expect(await waitingAt(street, door())).toHaveLength(1);
    expect(await theInvitation()).toMatchObject({
      acceptedBy: street.userId('resident B'),
      state: 'filling',
    });
  });

  walk('J3.E2 three wrong codes lock; the worker confirms face to face with a reason', async () => {
    const { street } = journey;
    const filled = await filledFor(street, door());
    const worker = await atTheDoor(filled.formId);
    await sayCode(worker, wrongCode(filled.code, 1));
    await worker.see('口令不对，还能试 2 次');
    await sayCode(worker, wrongCode(filled.code, 2));
    await worker.see('口令不对，还能试 1 次');
    await sayCode(worker, wrongCode(filled.code, 3));
    await worker.see('口令试了三次没对上，锁住了');
    const proof = { by: 'code', code: filled.code } as const;
    const late = await street
      .as('worker W2')
      .census.confirmProxy({ formId: filled.formId, version: 1, verdict: 'confirm', proof });
    expect(late.ok).toBe(false);

    await worker.tap('当面核对好了，登记');
    await worker.tap(radio('老人记不住口令'));
    await worker.tap('写好了，登记');

    await worker.see('请把下面的回执抄在纸上，留给家里人');
    expect(await theHousehold()).toMatchObject({ verifyWay: 1, confirmedBy: street.userId('worker W1') });
    const reasons = (await street.events()).map(({ audit }) => audit.reason);
    expect(reasons).toContain('老人记不住口令');
  });

  walk('J3.E3 what the parents will not say is stored as refused, not blank', async () => {
    const { street } = journey;
    const filled = await filledFor(street, door(), { care: ['mobility'] });
    const worker = await atTheDoor(filled.formId);

    await worker.tap({ role: 'checkbox', name: '需要我们多关照的' });
    await sayCode(worker, filled.code);

    await worker.see('登记好了');
    expect(await theHousehold()).toMatchObject({ refused: ['care'], careCount: 0 });
    const { households } = dataOf(await street.as('worker W1').census.readDoor({ doorId: door().id }));
    expect(households[0]?.form.refused).toEqual(['care']);
  });

  walk(
    'J3.E4 who neither lives nor is registered there need not be listed, and is told so kindly',
    async () => {
      const { street } = journey;
      const filled = await filledFor(street, street.door('金河湾 1-1-102'));
      const member = { relation: 2, gender: 1, ageBand: '18-59', name: '孟小远' } as const;
      const away = { ...member, key: 'cccccccc', livesHere: false, hukouHere: false };
      const { form, ...input } = proxyInput(filled);

      const page = await invitedBy();
      const child = await journey.phone('resident B', { page });
      await accept(child);
      await answerForParents(child);
      await answerPeople(child);
      await child.tap('再加一位家人');
      await child.tap(radio('子女'));
      await child.tap(radio('男'));
      await child.tap(radio('18–59岁'));
      await child.tap({ role: 'checkbox', name: '住在这儿' });
      await child.tap('看一遍再交');

      await child.see('这位家人不住这儿、户口也不在这儿，可以不用登记');
      const place = { by: 'scene', scene: door().scene } as const;
      const reply = await street
        .as('outsider X', null)
        .census.submitForm({ ...input, place, form: { ...form, members: [...form.members, away] } });
      expect(reply.ok ? '' : reply.problem.details['sentence']).toBe(
        '这位家人不住这儿、户口也不在这儿，可以不用登记',
      );
    },
  );
});
