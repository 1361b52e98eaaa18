/** J13, the part of whoever writes: a guide, an office and a course, seen before they are out as residents will see them. */
import type {
  CourseDocument,
  DirectoryDocument,
  GuideDocument,
} from '../../cloudfunctions/repositories/documents';
import type { PhoneDriver } from '../browser/phone';
import { activityAt } from '../cloudfunctions/fixture/activities';
import { contentAt, layContents } from '../cloudfunctions/fixture/contents';
import { change, courseOf, guideOf, release } from '../cloudfunctions/fixture/services';
import { problemsOf } from './kit/inspect';
import { openJourney, type Look } from './kit/journey';

const { journey, walk } = openJourney({ glyphs: true, patienceMs: 120_000 });
const street = () => journey.street;
/** Where pictures go when somebody wants to look: a folder, or nothing. */
const PICTURES = process.env['WANJIA_PICTURES'];
/** Of the shape that a private person's number has; nobody's. */
const MOBILE = `138${'0'.repeat(8)}`;
const GUIDES = 'packages/manage/pages/writing/writing';
const ACTIVITIES = 'packages/manage/pages/activity-edit/activity-edit';
const COURSES = 'packages/manage/pages/writing/writing?shelf=courses';
/** Who opens a page by a link asks who they are; the list is read anew after what was handed in. */
const READ_BACK = /calls( to open)?$/;

const choice = (name: string) => ({ role: 'radio', name }) as const;
const button = (name: string | RegExp) => ({ role: 'button', name }) as const;
const link = (name: string) => ({ role: 'link', name }) as const;

async function openAt(page: string, style: Look = { pc: true }): Promise<PhoneDriver> {
  const writer = await journey.phone('administrator S', { ...style, page });
  journey.forgive(writer, READ_BACK);
  return writer;
}

async function typeAll(phone: PhoneDriver, words: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(words)) await phone.type(label, text);
}

const HAIRCUT = {
  办什么事: '便民理发',
  谁能办: '七十岁以上的老人，不用预约',
  在哪儿办: '社区党群服务中心一楼大厅',
  什么时候: '每月第一个周六上午',
};

async function typeQuestion(phone: PhoneDriver, place: number): Promise<void> {
  await phone.tap(choice(`第 ${place} 题`));
  await typeAll(phone, {
    问什么: `第 ${place} 个桶放什么`,
    '选项 A': '剩菜剩饭',
    '选项 B': '电池',
    为什么: '看颜色就知道。',
  });
  await phone.tap(choice('A'));
}

describe('J13 what the office writes', () => {
  walk(
    'J13.S2 a guide is begun, seen as residents will see it, handed in, and found once it is let out',
    async () => {
      await street().runTimer('rollUp');
      const writer = await journey.phone('administrator S', { pc: true });
      journey.forgive(writer, READ_BACK);
      await writer.tap(button(/^去.*的页面$/));
      await writer.tap(link('写指南、名录'));
      await writer.see('居民会看到');
      await writer.see('打电话 10000000003');
      await writer.tap(button('写一份指南'));
      await writer.see('还没写标题');
      await typeAll(writer, HAIRCUT);
      expect(await writer.text()).not.toContain('还没写标题');
      await writer.tap(button('交去检查'));
      await writer.see('还有没写好的，看标红的地方');
      await writer.type('办公电话', MOBILE);
      await writer.tap(button('交去检查'));
      await writer.see('要办公电话，不写谁的手机号');
      await writer.type('办公电话', '10000000003');
      await writer.tap(link('看看居民看到的样子'));
      await writer.see('还没发布，只有您看得到这一页');
      await writer.see('打电话 10000000003');
      await writer.back();

      await writer.tap(button('交去检查'));

      await writer.see('交上去了。机器看过以后，到发布台放行，居民才看得到。');
      const guides = await street().all<GuideDocument>('guides');
      const written = guides.find(({ draft }) => draft?.title === '便民理发');
      expect(written).toMatchObject({ state: 'draft', community: '金果社区' });
      await release(street(), 'guide', written?._id ?? '');
      const reader = await journey.phone('outsider X', { page: 'packages/life/pages/services/services' });
      await reader.type('找一件事', 'bmlf');
      await reader.see('便民理发');
    },
  );

  walk('J13.X6 S sees how a guide is rated, and what was typed outlives the app', async () => {
    const { _id } = await guideOf(street());
    await change(street(), 'guides', { _id, stars: { '5': 8, '4': 4 } });
    const writer = await openAt(GUIDES);
    await writer.tap(button(/^居住证明/));
    await writer.tap(button('看大家怎么评'));
    await writer.see('12 个人评过，平均 4.7 星');
    await writer.type('什么时候', '周一到周六');

    await journey.restart(writer, { hash: `/${GUIDES}` });

    await writer.tap(button(/^居住证明/));
    await writer.see('上次写了没交的，还在这儿，接着写就行。');
    await writer.tap(button('交去检查'));
    await writer.see('改过的等人看');
    expect(await street().stored<GuideDocument>('guides', _id)).toMatchObject({
      draft: { hours: '周一到周六' },
    });
  });

  walk('J13.S4 an activity that was left half written is gone on with, or begun anew', async () => {
    await street().runTimer('rollUp');
    const writer = await openAt(ACTIVITIES);
    await writer.tap(button('办一个活动'));
    await typeAll(writer, { 名称: '周日修鞋日', 在哪儿集合: '北门' });

    await journey.restart(writer, { hash: `/${ACTIVITIES}` });

    await writer.tap(button('办一个活动'));
    await writer.see('上次写了没交的，还在这儿，接着写就行。');
    await writer.tap(button('交去检查'));
    await writer.see('交上去了。机器看过以后，到发布台放行，大家才能报名。');
    expect(await street().count('activities')).toBe(1);
    await writer.tap(button('办一个活动'));
    expect(await writer.text()).not.toContain('上次写了没交的');
    await writer.type('名称', '周日理发日');
    await writer.tap(button('先放着'));
    await writer.tap(button('办一个活动'));
    await writer.tap(button('不要这些，重新写'));
    await writer.tap(button('交去检查'));
    await writer.see('集合的地方至少写两个字');
  });

  walk('J13.S4 whoever lets an activity out sees when it is and for how many', async () => {
    const { _id } = await activityAt(street(), { title: '周日修鞋日', state: 'checking' });
    await layContents(street(), [contentAt(street(), { kind: 'activity', subjectId: _id })]);
    const desk = await openAt('packages/manage/pages/content/content');
    await desk.tap(button(/活动/));

    await desk.tap(link('看日子、地方和名额'));

    await desk.see(/周日修鞋日/);
    await desk.see(/3月11日/);
  });

  walk('J13.S2 an office of the directory is added with an office’s contact alone', async () => {
    const writer = await openAt(GUIDES);
    await writer.tap(choice('机构名录'));
    await writer.tap(button('加一家办公的地方'));
    await writer.tap(choice('物业'));
    await typeAll(writer, {
      全名: '和家园物业',
      谁在: '值班经理',
      在哪儿: '南门',
      什么时候: '每天',
      办公电话: '10000000133',
    });
    await writer.tap(link('看看居民看到的样子'));
    await writer.see('和家园物业');
    await writer.back();

    await writer.tap(button('交去检查'));

    await writer.see('交上去了。机器看过以后，到发布台放行，居民才看得到。');
    const offices = await street().all<DirectoryDocument>('directory');
    expect(offices.find(({ draft }) => draft?.name === '和家园物业')).toMatchObject({ state: 'draft' });
  });

  walk(
    'J13.S3 a course is written part by part: lessons with a picture, three questions with why',
    async () => {
      const writer = await openAt(COURSES);
      await writer.tap(button('写一门课'));
      await typeAll(writer, { 课的名字: '垃圾分类', 一句话说学什么: '四个桶，看一遍就会' });
      await writer.tap(button('交去检查'));
      await writer.see('“第 1 节”里还有没写好的');
      await typeAll(writer, { 这一节的题目: '四个桶', 正文: '剩菜剩饭放绿桶，电池放红桶。' });
      await writer.tap(choice('分类桶'));
      for (const place of [1, 2, 3]) await typeQuestion(writer, place);
      await writer.tap(choice('加一节'));
      await writer.tap(link('看看居民看到的样子'));
      await writer.see('第 1 节，共 1 节');
      for (const place of [1, 2, 3]) await writer.see(`${place}. 第 ${place} 个桶放什么`);
      await writer.back();

      await writer.tap(button('交去检查'));

      await writer.see('交上去了。机器看过以后，到发布台放行，居民才看得到。');
      const written = (await street().all<CourseDocument>('courses')).find(
        ({ draft }) => draft?.title === '垃圾分类',
      );
      expect(written?.draft).toMatchObject({ minutes: 5, lessons: [{ drawing: 'sorting' }] });
      expect(written?.draft?.quiz.map(({ right }) => right)).toEqual([0, 0, 0]);
      const { _id } = await courseOf(street());
      expect(_id).not.toBe(written?._id);
    },
  );
});

describe('J13 the pages of whoever writes', () => {
  const looks: readonly (readonly [string, string, Look])[] = [
    ['in the dark on a computer, and held as a phone by day,', 'dark-pc', { dark: true, pc: true }],
    ['in 大字 on 320 px', 'large', { width: 320, height: 640, large: true }],
  ];
  for (const [words, name, style] of looks) {
    walk(`J13.P ${words} have targets for thumbs, names for ears, and cut nothing`, async () => {
      const look = async (phone: PhoneDriver, stop: string): Promise<void> => {
        await phone.meter();
        if (PICTURES !== undefined) await phone.shot(`${PICTURES}/${name}-${stop}.png`);
        expect(await problemsOf(phone, style)).toEqual([]);
      };
      const guides = await openAt(GUIDES, style);
      await look(guides, 'guides');
      await guides.tap(button(/^居住证明/));
      await look(guides, 'guide');
      await guides.tap(link('看看居民看到的样子'));
      await look(guides, 'guide-preview');
      const courses = await openAt(COURSES, style);
      await courses.tap(button(/^家庭防火/));
      await courses.tap(choice('第 2 题'));
      await look(courses, 'course');
      const activities = await openAt(ACTIVITIES, style);
      await look(activities, 'activities');
      const denied = await journey.phone('resident X', { ...style, page: GUIDES });
      await look(denied, 'denied');
    });
  }
});
