/** What the give-away shelf costs in metered operations, on a short shelf and on one ten times longer. */
import { contentId } from '../../cloudfunctions/records/contents';
import type { ContentDocument, GiftDocument } from '../../cloudfunctions/repositories/documents';
import { runChecks } from '../cloudfunctions/fixture/contents';
import { atHome, desk, giftStored, giver, shown, STOOL, taker, which } from '../cloudfunctions/fixture/gifts';
import { jpegOf, storePicture } from '../cloudfunctions/fixture/pictures';
import { dataOf, openStreet, type TestStreet } from '../cloudfunctions/fixture/street';
import { GIFT_BUDGETS } from './kit/budgets';
import { type Acting, expectFlat, type Ledger, REHEARSAL } from './kit/ledger';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

const cloneId = (index: number): string => `${index}`.padStart(26, 'z');
/** Of A's things on the shelf so many are wanted and ended. */
const ENDED = 4;

/** So many other things on the shelf, the first few of them with their words at the publishing desk. */
async function shelfOf(count: number): Promise<void> {
  const one = await shown(street);
  const others = Array.from({ length: count }, (_, index): GiftDocument => ({
    ...one,
    _id: cloneId(index),
    givenBy: index < ENDED ? one.givenBy : 'somebody',
    shownAt: one.shownAt - index,
  }));
  const [content] = await street.all<ContentDocument>('contents', { subjectId: one._id });
  const contents = others.slice(0, ENDED).map(({ _id: subjectId }) => ({
    ...content,
    _id: contentId('gift', subjectId),
    subjectId,
  }));
  await street.replaceAll('gifts', [one, ...others]);
  await street.replaceAll('contents', [content ?? {}, ...contents]);
}

/** The one that waits: every other has gone on. */
async function waiting(): Promise<GiftDocument> {
  const [gift] = await street.all<GiftDocument>('gifts', { state: 'review' });
  if (gift === undefined) throw new Error('nothing waits for the desk');
  return gift;
}

async function overTheShelf(acting: Acting): Promise<void> {
  const [from, to] = [await giver(street), await taker(street)];
  const S = desk(street);
  await acting.of('offer a thing', () => from.gift.offer(STOOL));
  const { _id: giftId } = await waiting();
  await runChecks(street);
  const at = async () => which(await giftStored(street, giftId));
  const name = acting === REHEARSAL ? 'first.jpg' : 'second.jpg';
  const fileId = await storePicture(street, { by: 'resident A', bytes: jpegOf(), name });
  await acting.of('add a picture to it', () => from.gift.addPicture({ giftId, fileId }));
  await acting.of('page of the shelf’s desk', () => S.listDesk({}));
  await acting.of('read it at the desk', () => S.readDesk({ giftId }));
  const release = { ...(await at()), verdict: { is: 'release', pictures: [0] } } as const;
  await acting.of('put it on the shelf', () =>
    S.review({ ...release, verdict: { is: 'release', pictures: [0] } }),
  );
  const anybody = street.as('outsider X', null).gift;
  await acting.of('page of the shelf', () => anybody.listShelf({}));
  await acting.of('read a thing of the shelf', () => anybody.readShown({ giftId }));
  await acting.of('reserve it', () => to.gift.request({ giftId }));
  await acting.of('page of the own things', () => to.gift.listOwn({ view: 'taken' }));
  const held = await at();
  await acting.of('give it up', () => to.gift.confirm({ ...held, word: 'notWanted' }));
  dataOf(await to.gift.request({ giftId }));
  const brought = await at();
  await acting.of('take it in', () => S.takeIn(brought));
  const ready = await at();
  await acting.of('hand it over', () => S.handOver(ready));
}

async function endedOtherwise(acting: Acting): Promise<void> {
  const from = await giver(street);
  const other = await atHome(street, 'landlord D');
  const first = acting === REHEARSAL ? 0 : 2;
  const reservedByOther = async (index: number) => {
    dataOf(await other.gift.request({ giftId: cloneId(index) }));
    return which(await giftStored(street, cloneId(index)));
  };
  const mine = await reservedByOther(first);
  await acting.of('take it back', () => from.gift.withdraw(mine));
  const down = { ...(await reservedByOther(first + 1)), reason: '这样的东西不能送' };
  await acting.of('take it down', () => desk(street).takedown(down));
}

async function round(ledger: Ledger): Promise<void> {
  for (const part of [overTheShelf, endedOtherwise]) {
    await part(REHEARSAL);
    await part(ledger);
  }
}

describe('metered operations of the give-away shelf', () => {
  it('are what the table says, and stay so on a shelf ten times longer', () =>
    expectFlat(street, { budgets: GIFT_BUDGETS, lay: (times) => shelfOf(25 * times), rounds: [round] }));
});
