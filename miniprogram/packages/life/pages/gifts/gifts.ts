import type { PublicGift } from '@domain/contract/gift';
import { sentenceFor } from '@domain/kernel/problem';
import { GIFT_WORDS } from '../../../../messages/gift';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY } from '../../../../services/client';
import { gift } from '../../services/gifts';
import { showView } from '../../../../services/show-view';
import { faceOf } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { NO_GIFTS, viewGifts, type GiftsView } from './gifts.view';

type Keyed = WechatMiniprogram.TouchEvent<object, object, { key: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: GIFT_WORDS,
    waiting: false,
    notice: '',
    view: null as GiftsView | null,
  },

  shown: null as GiftsView | null,
  gifts: [] as readonly PublicGift[],
  cursor: undefined as string | undefined,

  async onShow() {
    await refreshLook(this);
    await whileWaiting(this, this.open());
  },

  async open() {
    const reply = await gift.listShelf({}, { actAs: NOBODY });
    if (reply.ok) {
      this.gifts = reply.data.gifts;
      this.cursor = reply.data.next;
    }
    const view = reply.ok ? viewGifts(this.gifts, this.cursor) : { ...NO_GIFTS, ...faceOf(reply.problem) };
    showView(this, view, { notice: '' });
  },

  async onMore() {
    if (this.cursor === undefined) return;
    const reply = await gift.listShelf({ cursor: this.cursor }, { actAs: NOBODY });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    this.gifts = [...this.gifts, ...reply.data.gifts];
    this.cursor = reply.data.next;
    showView(this, viewGifts(this.gifts, this.cursor));
  },

  onGift({ currentTarget }: Keyed) {
    const { key } = currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/life/pages/gift-detail/gift-detail?id=${key}` });
  },

  onOffer() {
    void wx.navigateTo({ url: '/packages/life/pages/gift-new/gift-new' });
  },

  onMine() {
    void wx.navigateTo({ url: '/packages/life/pages/my-gifts/my-gifts' });
  },

  onAct() {
    if (this.data.view?.face === 'empty') this.onOffer();
    else void whileWaiting(this, this.open());
  },
});
