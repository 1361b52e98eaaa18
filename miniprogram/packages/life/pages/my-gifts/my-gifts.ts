import type { OwnGift } from '@domain/contract/gift';
import { sentenceFor } from '@domain/kernel/problem';
import { MY_GIFT_WORDS } from '../../../../messages/gift';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import type { ChangeOptions } from '../../../../services/client';
import { gift, giverSeatOf } from '../../services/gifts';
import { isOvertaken } from '../../../../services/overtaken';
import { homeSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { faceOf, goFrom } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { NO_CARDS, viewMyGifts, type MyGiftsView, type Side } from './my-gifts.view';

type Keyed = WechatMiniprogram.TouchEvent<object, object, { key: Side }>;
type Send = (
  own: { giftId: string; version: number },
  options: ChangeOptions,
) => ReturnType<typeof gift.withdraw>;
type Tap = WechatMiniprogram.TouchEvent<object, object, { id: string }>;

const SIDES = (['given', 'taken'] as const).map((key) => ({ key, label: MY_GIFT_WORDS[key] }));

function sideOf(view: string): Side {
  return view === 'taken' ? 'taken' : 'given';
}

Page({
  data: {
    look: FIRST_LOOK,
    words: MY_GIFT_WORDS,
    sides: SIDES,
    side: 'given',
    waiting: false,
    notice: '',
    /** Of the card whose owner is asked once more. */
    asking: '',
    isBusy: false,
    view: null as MyGiftsView | null,
  },

  shown: null as MyGiftsView | null,
  gifts: [] as readonly OwnGift[],
  cursor: undefined as string | undefined,
  seat: undefined as string | undefined,

  /** `gift`: what a message speaks of; it stands on the side on which it is this person's. */
  async onLoad({ view = 'given', gift: giftId = '' }: { view?: string; gift?: string }) {
    this.seat = giverSeatOf(await homeSession())?.id;
    this.setData({ side: sideOf(view) });
    await whileWaiting(this, this.open());
    if (giftId === '' || this.gifts.some(({ id }) => id === giftId)) return;
    this.setData({ side: 'taken' });
    await this.open();
  },

  async onShow() {
    await refreshLook(this);
  },

  /** In the seat of the own home, or of a volunteer; without one there is nothing, and the cloud says so. */
  ask(cursor?: string) {
    const options = this.seat === undefined ? {} : { actAs: this.seat };
    return gift.listOwn(
      { view: sideOf(this.data.side), ...(cursor === undefined ? {} : { cursor }) },
      options,
    );
  },

  async open(notice = '') {
    const reply = await this.ask();
    if (reply.ok) this.gifts = reply.data.gifts;
    if (reply.ok) this.cursor = reply.data.next;
    const view = reply.ok ? this.viewNow() : { ...NO_CARDS, ...faceOf(reply.problem) };
    showView(this, view, { notice, asking: '', isBusy: false });
  },

  viewNow(): MyGiftsView {
    return viewMyGifts({ side: sideOf(this.data.side), gifts: this.gifts, next: this.cursor });
  },

  async onMore() {
    const reply = await this.ask(this.cursor);
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    this.gifts = [...this.gifts, ...reply.data.gifts];
    this.cursor = reply.data.next;
    showView(this, this.viewNow());
  },

  async onSide({ currentTarget }: Keyed) {
    this.setData({ side: currentTarget.dataset.key });
    await this.open();
  },

  onResend({ currentTarget }: Tap) {
    void wx.redirectTo({ url: `/packages/life/pages/gift-new/gift-new?again=${currentTarget.dataset.id}` });
  },

  onAsk({ currentTarget }: Tap) {
    this.setData({ asking: currentTarget.dataset.id, notice: '' });
  },

  onKeep() {
    this.setData({ asking: '' });
  },

  async onSure({ currentTarget: { dataset } }: Tap) {
    const { withdrawn, givenUp } = MY_GIFT_WORDS;
    const { id } = dataset;
    if (this.data.side === 'taken') await this.say(id, 'notWanted', givenUp);
    else await this.act(id, withdrawn, (own, options) => gift.withdraw(own, options));
  },

  async onFetched({ currentTarget: { dataset } }: Tap) {
    await this.say(dataset.id, 'received', MY_GIFT_WORDS.fetched);
  },

  async say(id: string, word: 'received' | 'notWanted', done: string) {
    await this.act(id, done, (own, options) => gift.confirm({ ...own, word }, options));
  },

  async act(giftId: string, done: string, send: Send) {
    const own = this.gifts.find(({ id }) => id === giftId);
    const actAs = this.seat;
    if (own === undefined || actAs === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const change = { name: done, input: { giftId, version: own.version } };
    const reply = await changeOnce(change, (input, options) => send(input, { ...options, actAs }));
    if (reply.ok) await this.open(done);
    else if (isOvertaken(reply.problem)) await this.open(sentenceFor(reply.problem));
    else this.setData({ notice: sentenceFor(reply.problem), isBusy: false });
  },

  onAct() {
    const { view } = this.data;
    if (view?.face === 'empty') void wx.redirectTo({ url: '/packages/life/pages/gifts/gifts' });
    else goFrom(view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
