/** The give-away shelf: who gives, who takes, and the desk between them. */
import {
  desk,
  giver,
  offered,
  reserved,
  shown,
  stored,
  taker,
  which,
} from '../../cloudfunctions/fixture/gifts';
import { dataOf } from '../../cloudfunctions/fixture/street';
import type { Look } from './journey';
import type { Tour } from './tour';

const LIFE = '/packages/life/pages';
const DESK = '/packages/ledger/pages/gift-desk/gift-desk';
/** A list is read again after a step. */
const READ_BACK = /calls/;

interface Shelf {
  /** On the shelf, and one that came back. */
  readonly free: string;
  readonly back: string;
  readonly look: Look;
}

/** What is written, and what stands on the shelf when the others come. */
async function tourGiving(tour: Tour, look: Look): Promise<Shelf> {
  const { street } = tour;
  await giver(street);
  await taker(street);
  const from = await tour.phone('resident A', look);
  tour.forgive?.(from, READ_BACK);
  await tour.goTo(from, `${LIFE}/gifts/gifts`);
  await tour.stop('gifts-empty', from);
  await tour.goTo(from, `${LIFE}/gift-new/gift-new`);
  await from.type('送什么', '防滑浴凳');
  await from.tap({ role: 'button', name: '交上去' });
  await from.see('点一下新旧');
  await tour.stop('gift-new', from);
  const back = await offered(street, '旧雨伞');
  const verdict = { is: 'return', reason: '请写明长短、有没有破' } as const;
  dataOf(await desk(street).review({ ...which(back), verdict }));
  const minute = () => street.clock.set(street.clock.now() + 60_000);
  await minute();
  const { _id: free } = await shown(street, '儿童自行车');
  await minute();
  await reserved(street, '三层小书架');
  await minute();
  await stored(street, '防滑浴凳');
  await minute();
  await offered(street, '电饭煲');
  const later = { ...look, now: street.clock.now() };
  const own = await tour.phone('resident A', later);
  tour.forgive?.(own, READ_BACK);
  await tour.goTo(own, `${LIFE}/gifts/gifts`);
  await tour.stop('gifts', own);
  await tour.goTo(own, `${LIFE}/my-gifts/my-gifts`);
  await tour.stop('my-gifts', own);
  await tour.goTo(own, `${LIFE}/gift-new/gift-new?again=${back._id}`);
  await own.see('社区说');
  await tour.stop('gift-again', own);
  return { free, back: back._id, look: later };
}

async function tourTaking(tour: Tour, { free, back, look }: Shelf): Promise<void> {
  const to = await tour.phone('tenant C', look);
  tour.forgive?.(to, READ_BACK);
  await tour.goTo(to, `${LIFE}/gift-detail/gift-detail?id=${free}`);
  await tour.stop('gift-detail', to);
  await to.tap({ role: 'button', name: '我想要' });
  await to.see('您已经要了 2 件');
  await to.tap({ role: 'button', name: '这件有问题' });
  await tour.stop('gift-detail-full', to);
  await tour.goTo(to, `${LIFE}/my-gifts/my-gifts?view=taken`);
  await to.tap({ role: 'button', name: '不要了，防滑浴凳' });
  await tour.stop('my-gifts-taken', to);
  await tour.goTo(to, `${LIFE}/gift-detail/gift-detail?id=${back}`);
  await tour.stop('gift-detail-gone', to);
  await tour.goTo(to, DESK);
  await tour.stop('gift-desk-denied', to);
  await tour.goTo(to, `${LIFE}/wishes/wishes`);
  await to.network('offline');
  await to.tap({ role: 'link', name: '捐赠架：邻居送的东西' });
  await tour.stop('gifts-offline', to);
}

async function tourDesk(tour: Tour, { look }: Shelf): Promise<void> {
  const office = await tour.phone('community S', look);
  tour.forgive?.(office, READ_BACK);
  await tour.goTo(office, DESK);
  await office.tap({ role: 'button', name: '打开看看，防滑浴凳' });
  await office.see('对过口令，交给他了');
  await tour.stop('gift-desk', office);
  await office.tap({ role: 'button', name: '打开看看，电饭煲' });
  await office.see('机器看过了');
  await tour.stop('gift-desk-review', office);
}

export async function tourGifts(tour: Tour, look: Look = {}): Promise<void> {
  const shelf = await tourGiving(tour, look);
  await tourTaking(tour, shelf);
  await tourDesk(tour, shelf);
}
