import type { DoorCounts } from '@domain/census/door';
import type { PhoneDriver } from '../browser/phone';
import { dataOf, type Door } from '../cloudfunctions/fixture/street';
import { madeExport, download, sheetsOf, wishFor } from '../cloudfunctions/export/export-kit';
import { agree, answerEverything, register, scanned } from './kit/family';
import { openJourney } from './kit/journey';
import { cellOf, confirm, formsOf, verify, waitingAt } from './kit/records';

const { journey, walk } = openJourney();
const door = (): Door => journey.street.door('苹果花园 3-2-502');
const DAY = '2026-03-10';
/** What the three rows of the family have in common. */
const HOME = '金果社区 金果01网格 苹果花园 无 3幢 2单元 5层 502 已填 自家住 1 王*国';

/** A holds a phone on which the code of the door was scanned, and everything was answered and handed in. */
async function registered(): Promise<PhoneDriver> {
  const phone = await journey.phone('resident A', scanned(door().scene));
  await register(phone);
  return phone;
}

/** The eleven characters on the receipt card. */
async function codeOn(phone: PhoneDriver): Promise<string> {
  return /[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z*~$=]/.exec(await phone.text())?.[0] ?? '';
}

async function countsOf(buildingId: string): Promise<DoorCounts> {
  const { counts } = dataOf(await journey.street.as('worker W1').census.readWall({ buildingId }));
  return counts;
}

describe('J1 a resident scans the door code and is done in three minutes', () => {
  walk('J1.S1 says who asks, why, who sees, how long and what never, before anything is asked', async () => {
    const phone = await journey.phone('resident A', scanned(door().scene));

    const words = await phone.text();

    for (const line of ['谁在问', '为什么', '谁能看到', '存多久', '从来不要', '不要身份证号']) {
      expect(words).toContain(line);
    }
    expect(words).toContain('3-2-502');
    await phone.tap('是这一户，开始填');
    await phone.see('请先看一眼说明，再点同意');
    expect(await phone.route()).toBe('pages/census/entry/entry');
  });

  walk('J1.X1 waits at that door with three people, consistent relations and one head', async () => {
    const { street } = journey;
    await registered();

    const [waiting, ...others] = await waitingAt(street, door());

    expect(others).toEqual([]);
    expect(waiting?.form.members.map(({ relation, ageBand }) => [relation, ageBand])).toEqual([
      [0, '18-59'],
      [1, '18-59'],
      [2, '6-13'],
    ]);
    expect(waiting?.form).toMatchObject({ useState: 1, fillRole: 1, liveCount: 3, findings: [] });
    expect(waiting?.channel).toBe('doorCode');
    expect(await formsOf(street, door())).toEqual([expect.objectContaining({ state: 'waiting' })]);
  });

  walk('J1.X2 hands out a receipt that a worker verifies without network, of this door alone', async () => {
    const { street } = journey;
    const code = await codeOn(await registered());

    const wrong = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');

    expect(await verify(street, door(), code)).toEqual({ verdict: 'genuine', day: DAY });
    expect(await verify(street, door(), wrong)).toEqual({ verdict: 'mistyped' });
    expect(await verify(street, street.door('苹果花园 3-2-501'), code)).toEqual({ verdict: 'notThisDoor' });
  });

  walk('J1.X3 turns the cell of the door to pending, and counts it as waiting, not as done', async () => {
    const { street } = journey;
    const { buildingId } = door();
    const stateBefore = await cellOf(street, door());
    const before = await countsOf(buildingId);
    await registered();

    const after = await countsOf(buildingId);

    expect([stateBefore, await cellOf(street, door())]).toEqual(['missing', 'pending']);
    expect(after).toEqual({ ...before, waiting: before.waiting + 1 });
  });

  walk(
    'J1.X4 shows the receipt and the state until the worker comes, and the file from then on',
    async () => {
      const { street } = journey;
      const phone = await registered();
      const code = await codeOn(phone);
      await journey.restart(phone, { hash: '/pages/my/my' });
      await phone.tap('我家的信息');
      await phone.see('已交，等网格员确认');
      const before = await phone.text();
      await journey.restart(phone, { hash: '/packages/life/pages/wish-new/wish-new' });
      await phone.see('您家的登记已经交了，等网格员确认');
      await phone.tap({ role: 'button', name: '看回执' });
      await phone.see(code);

      await confirm(street, door());
      await journey.restart(phone, { hash: '/pages/my/my' });
      await phone.tap('我家的信息');
      await phone.see('存着的信息');
      const after = await phone.text();

      expect(before).toContain(code);
      for (const secret of ['王建国', '李秀英', '10000000001', '自家住']) {
        expect(before).not.toContain(secret);
      }
      for (const kept of ['王建国', '李秀英', '10000000001', '自家住']) expect(after).toContain(kept);
    },
  );

  walk('J1.X5 takes at most 60 interactions and opens the keyboard for name and phone only', async () => {
    const phone = await journey.phone('resident A', scanned(door().scene));
    const startedAt = performance.now();

    await register(phone);

    const { keyboardOpenings } = await phone.meter();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stderr.write(
      `» J1, a family of three: ${phone.interactions} interactions, ${keyboardOpenings} keyboards, ${seconds} s\n`,
    );
    expect(phone.interactions).toBeLessThanOrEqual(60);
    expect(keyboardOpenings).toBeLessThanOrEqual(2);
  });

  walk('J1.X6 stands in the table of the compound without any retyping', async () => {
    const { street } = journey;
    await registered();
    await confirm(street, door());
    await street.runTimer('rollUp');

    const exportId = await madeExport(street, wishFor(street.area('苹果花园')));
    const sheets = await sheetsOf(await download(street, exportId));

    const rows = [...sheets.values()].flat().map((row) => row.join(' '));
    expect(
      rows.filter((row) => row.includes(' 3幢 2单元 5层 502 ')).map((row) => row.replace(/^\d+ /, '')),
    ).toEqual([
      `${HOME} 王*国 户主 男 18–59岁 是 是 人户一致 100****0001  门码 ${DAY} ${DAY}`,
      `${HOME} 李*英 配偶 女 18–59岁 是 是 人户一致   门码 ${DAY} ${DAY}`,
      `${HOME} 家里的孩子 子女 女 6–13岁 是 是 人户一致   门码 ${DAY} ${DAY}`,
    ]);
  });

  walk('J1.S4 can be walked by touch, in the dark', async () => {
    const phone = await journey.phone('resident A', scanned(door().scene, { touch: true, dark: true }));

    await agree(phone);
    await answerEverything(phone);
    await phone.tap('看一遍再交');
    await phone.see('李秀英');
    await phone.tap('交上去');
    await phone.see('已交，等网格员确认');
    await phone.tap('好，告诉我');
    await phone.tap('允许');

    await phone.see('记下了，办好会发一条消息');
    expect(await formsOf(journey.street, door())).toHaveLength(1);
  });
});
