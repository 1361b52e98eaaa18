/** J14 on the phones: H3 makes the wish at K's door, S releases it, E claims and meets it with the code of the slip. */
import { teamAt } from '../cloudfunctions/fixture/volunteers';
import {
  codeOf,
  doorOfK,
  HELPED,
  keptForK,
  released,
  STOOL,
  wishStored,
} from '../cloudfunctions/fixture/wishes';
import type { WishDocument } from '../../cloudfunctions/repositories/documents';
import { openJourney } from './kit/journey';

const { journey, walk } = openJourney();
/** Lists are asked for in each seat, and read back after a change. */
const READ_BACK = /calls$/;

describe('J14 a wish on the phones of those who have a part in it', () => {
  walk('J14.1–5 goes from H3’s phone over S’s desk to E’s hands', async () => {
    const { street } = journey;
    const head = await journey.phone('head H3');
    journey.forgive(head, READ_BACK);
    const door = doorOfK(street).id;
    await journey.restart(head, {
      hash: `/packages/building/pages/door/door?door=${door}`,
    });
    await head.tap({ role: 'link', name: '替这一户提一个心愿' });
    await head.type('想要什么（大家都看得到）', STOOL);
    await head.type('怎么称呼', HELPED.name);
    await head.type('电话', HELPED.phone);
    await head.tap('家里就一个人');
    await head.tap('本人知道，也同意提');
    await head.tap({ role: 'button', name: '交上去' });
    await head.see('交了，社区看过就挂出来');
    await street.runTimer('checkContents');

    const desk = await journey.phone('community S');
    journey.forgive(desk, READ_BACK);
    await journey.restart(desk, { hash: '/packages/manage/pages/wish-review/wish-review' });
    await desk.tap('打开看看');
    await desk.tap('问过本人，确实需要');
    await desk.tap('本人同意挂出来');
    await desk.tap({ role: 'button', name: '放到心愿墙' });
    await desk.see('没有等着看的心愿');

    const [wish] = await street.all<WishDocument>('wishes');
    const volunteer = await journey.phone('volunteer E');
    journey.forgive(volunteer, READ_BACK);
    await journey.restart(volunteer, { hash: '/packages/life/pages/wishes/wishes' });
    await volunteer.tap(STOOL);
    await volunteer.tap('这条有问题');
    await volunteer.tap({ role: 'radio', name: '是广告' });
    await volunteer.see('记下了，社区会看');
    await volunteer.tap({ role: 'button', name: '我来认领' });
    await volunteer.see('认领好了，在“我的心愿”里打电话');
    await volunteer.tap({ role: 'button', name: '我的心愿' });
    await volunteer.tap({ role: 'button', name: '看电话和地址' });
    await volunteer.see('打电话 100****0303');
    await volunteer.tap({ role: 'button', name: '办好了' });
    await volunteer.type('她说的 4 位口令', codeOf(street, await wishStored(street, wish?._id ?? '')));
    await volunteer.tap({ role: 'button', name: '对口令' });
    await volunteer.see('已圆梦');

    expect(await wishStored(street, wish?._id ?? '')).toMatchObject({ state: 'confirmed' });
  });

  walk('J14.E5 over one person’s limit, L claims for the team once the shares make it up', async () => {
    const { street } = journey;
    const { _id: teamId } = await teamAt(street);
    const { _id } = await released(street, await keptForK(street), { limitYuan: 300 });
    const leader = await journey.phone('leader L');
    await journey.restart(leader, { hash: `/packages/life/pages/wish-detail/wish-detail?id=${_id}` });
    await leader.tap({ role: 'button', name: '替我的队认领' });
    await leader.tap({ role: 'radio', name: '清洁小队' });
    const fields = leader.shown.locator('input:visible');
    await leader.type(fields.nth(0), '200');
    await leader.type(fields.nth(1), '150');
    await leader.see('多了 50 元');
    await leader.tap('就这样，替队里认领');
    await leader.see('几份加起来要正好 300 元');
    await leader.type(fields.nth(1), '100');
    await leader.see('正好凑够');
    await leader.tap('就这样，替队里认领');
    await leader.see('认领好了，在“我的心愿”里打电话');

    const wish = await wishStored(street, _id);
    expect([wish.state, wish.teamId, wish.shares?.length]).toEqual(['claimed', teamId, 2]);
    expect(await street.count('messages', { userId: street.userId('volunteer E'), kind: 'teamShare' })).toBe(
      1,
    );
  });
});
