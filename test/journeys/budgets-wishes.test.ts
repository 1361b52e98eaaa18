/** What wishes cost in metered operations, on a short board and on one ten times longer. */
import type { WishDocument } from '../../cloudfunctions/repositories/documents';
import { dataOf, openStreet, type TestStreet } from '../cloudfunctions/fixture/street';
import { approvedVolunteer, teamAt } from '../cloudfunctions/fixture/volunteers';
import {
  claimed,
  codeOf,
  doorOfK,
  FOR_K,
  keptForK,
  keptOfA,
  OWN_NUMBER,
  publishedForK,
  RELEASE,
  released,
  reported,
  residentA,
  wishStored,
} from '../cloudfunctions/fixture/wishes';
import { WISH_BUDGETS } from './kit/budgets';
import { type Acting, expectFlat, type Ledger, REHEARSAL } from './kit/ledger';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

const S = () => street.as('community S').wish;
const E = () => street.as('volunteer E').wish;
const at = async (wishId: string) => ({ wishId, version: (await wishStored(street, wishId)).version });
const reason = '本人住院，家里说收到了';
const STORY = '凳子送到了，脚下稳当多了。';
const another = { isAnother: true };

/** So many wishes of other homes on the board. */
async function boardOf(count: number): Promise<void> {
  const wish = await publishedForK(street);
  const others = Array.from({ length: count }, (_, index): WishDocument => ({
    ...wish,
    _id: `${index}`.padStart(26, 'z'),
    doorId: `${index}`,
    madeBy: 'somebody',
    publishedAt: wish.publishedAt - index,
  }));
  await street.replaceAll('wishes', [wish, ...others]);
}

async function made(acting: Acting): Promise<void> {
  const contact = { from: 'typed', name: '安先生', phone: OWN_NUMBER } as const;
  const resident = await residentA(street);
  const own = { text: '想请人教用手机看孙女', contact, ...another };
  await acting.of('make a wish', () => resident.wish.create(own));
  const input = { doorId: doorOfK(street).id, ...FOR_K, ...another };
  await acting.of('make one for somebody', () => street.as('head H3').wish.createFor(input));
  const { _id: wishId, version } = await keptForK(street, another);
  await acting.of('page of the desk', () => S().listDesk({}));
  await acting.of('page of the desk’s board', () => S().listDesk({ show: 'open' }));
  await acting.of('page of what is in hand', () => S().listDesk({ show: 'inHand' }));
  await acting.of('read a wish at the desk', () => S().readDesk({ wishId }));
  const verdict = { is: 'return', reason: '请写明尺寸' } as const;
  await acting.of('send a wish back', () => S().review({ wishId, version, verdict }));
  const text = '想要一个四十厘米高的浴凳';
  const again = await at(wishId);
  await acting.of('send it again', () => street.as('head H3').wish.resend({ ...again, text }));
  await street.runTimer('checkContents');
  const release = { ...(await at(wishId)), verdict: RELEASE };
  await acting.of('release a wish', () => S().review(release));
  const anybody = street.as('outsider X', null).wish;
  await acting.of('page of the board', () => anybody.listPublished({ view: 'open' }));
  const { compoundId } = await wishStored(street, wishId);
  const places = [{ id: compoundId, name: '苹果花园' }];
  const { wish: helper } = await approvedVolunteer(street, 'volunteer E', { places });
  await acting.of('page of it where one would help', () =>
    helper.listPublished({ view: 'open', near: true }),
  );
  await acting.of('read a wish of the board', () => anybody.readPublished({ wishId }));
  await acting.of('page of thanks', () => anybody.listThanks({}));
  await acting.of('figures of wishes', () => anybody.readStats({}));
  await acting.of('page of the own wishes', () => street.as('head H3').wish.listOwn({}));
}

async function met(acting: Acting): Promise<void> {
  const { _id: wishId } = await released(street, await keptForK(street, another));
  await acting.of('claim a wish', () => E().claim({ wishId }));
  await acting.of('number of the beneficiary', () => E().contact({ wishId, reason: '约时间送过去' }));
  await acting.of('read a claimed wish at the desk', () => S().readDesk({ wishId }));
  const ring = { wishId, side: 'claimant', reason: '说没收到，两边问一问' } as const;
  await acting.of('number of the claimant', () => S().revealPhone(ring));
  const later = { ...(await at(wishId)), days: 20 };
  await acting.of('a later day', () => S().extend(later));
  const done = { ...(await at(wishId)), minutes: 60 };
  await acting.of('say that it is done', () => E().fulfil(done));
  const code = codeOf(street, await wishStored(street, wishId));
  await acting.of('the code of the slip', () => E().confirmByCode({ wishId, code }));
  await acting.of('write a story', () => E().createStory({ wishId, text: STORY }));
  const signedOn = '2026-03-10';
  await acting.of('a yes on paper', () => S().recordStoryConsent({ wishId, signedOn }));
}

async function metByTap(acting: Acting): Promise<void> {
  const resident = await residentA(street);
  const [own] = await street.all<WishDocument>('wishes', { householdId: 'none' });
  const kept = own ?? (await keptOfA(street, acting === REHEARSAL ? '想学剪纸' : '想找人下象棋'));
  const wish = await reported(street, await claimed(street, await released(street, kept)));
  const wishId = wish._id;
  const no = { ...(await at(wishId)), word: 'notReceived' } as const;
  await acting.of('say that it did not come', () => resident.wish.confirm(no));
  await reported(street, await wishStored(street, wishId));
  const yes = { ...(await at(wishId)), word: 'received' } as const;
  await acting.of('say that it came', () => resident.wish.confirm(yes));
  dataOf(await E().createStory({ wishId, text: STORY }));
  await acting.of('say no to a story', () => resident.wish.allowStory({ wishId, version: 1, allows: false }));
}

async function endedOtherwise(acting: Acting): Promise<void> {
  const { _id: teamId } = await teamAt(street);
  const expensive = await released(street, await keptForK(street, another), { limitYuan: 300 });
  const shares = [
    { userId: street.userId('leader L'), yuan: 100 },
    { userId: street.userId('volunteer E'), yuan: 200 },
  ];
  const input = { wishId: expensive._id, teamId, shares };
  await acting.of('claim for a team', () => street.as('leader L').wish.claimTeam(input));
  const down = { ...(await at(expensive._id)), reason };
  await acting.of('take a wish down', () => S().takedown(down));
  const given = await claimed(street, await released(street, await keptForK(street, another)), 'volunteer F');
  const back = { ...(await at(given._id)), reason: 'noTime' } as const;
  await acting.of('give a wish back', () => street.as('volunteer F').wish.giveBack(back));
  const mine = await at(given._id);
  await acting.of('take a wish back', () => street.as('head H3').wish.withdraw(mine));
  const other = await released(street, await keptForK(street, another));
  const wish = await reported(street, await claimed(street, other));
  const { _id: wishId, version } = wish;
  await acting.of('propose to close', () => S().close({ wishId, version, reason }));
  const second = { wishId, version: version + 1, reason };
  await acting.of('agree to close', () => street.as('community S2').wish.close(second));
}

async function round(ledger: Ledger): Promise<void> {
  for (const part of [made, met, metByTap, endedOtherwise]) {
    await part(REHEARSAL);
    await part(ledger);
  }
}

describe('metered operations of wishes', () => {
  it('are what the table says, and stay so on a board ten times longer', () =>
    expectFlat(street, { budgets: WISH_BUDGETS, lay: (times) => boardOf(25 * times), rounds: [round] }));
});
