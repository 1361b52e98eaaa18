import type { Abuse } from '@domain/content/content';
import { sentenceFor } from '@domain/kernel/problem';
import { GIFT_WORDS } from '../../../../messages/gift';
import { REPORT_WORDS } from '../../../../messages/report';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY } from '../../../../services/client';
import { gift } from '../../services/gifts';
import { homeSeatOf, homeSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { ABUSE_TILES, tellAbuse } from '../../services/abuse';
import { goHome, wayHome } from '../../../../services/way-home';
import { lostGift, viewGift, type GiftView } from './gift-detail.view';

const CLOSED = { isBusy: false, isReporting: false };

Page({
  data: {
    look: FIRST_LOOK,
    words: GIFT_WORDS,
    report: REPORT_WORDS,
    abuses: ABUSE_TILES,
    waiting: false,
    notice: '',
    /** What became of saying that something is wrong, said where it was said. */
    told: '',
    hasReported: false,
    ...CLOSED,
    view: null as GiftView | null,
  },

  shown: null as GiftView | null,
  giftId: '',
  homeSeat: undefined as string | undefined,

  async onLoad({ id = '' }: { id?: string }) {
    this.giftId = id;
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open(notice = '') {
    this.homeSeat = homeSeatOf(await homeSession())?.id;
    const reply = await gift.readShown({ giftId: this.giftId }, { actAs: NOBODY });
    const lacking = { sentence: GIFT_WORDS.homeFirst, detail: '' };
    const way = this.homeSeat === undefined ? await wayHome(lacking) : null;
    const view = reply.ok ? viewGift(reply.data, way) : lostGift(reply.problem);
    showView(this, view, { notice, ...CLOSED });
  },

  /** In the seat of the own home, whichever seat the person works in. */
  async onRequest() {
    const actAs = this.homeSeat;
    if (actAs === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const change = { name: 'requestGift', input: { giftId: this.giftId } };
    const reply = await changeOnce(change, (input, options) => gift.request(input, { ...options, actAs }));
    if (reply.ok) await this.open(GIFT_WORDS.requested);
    else if (reply.problem.code === 'ALREADY_CLAIMED') await this.open(sentenceFor(reply.problem));
    else this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
  },

  onReport() {
    this.setData({ isReporting: true, told: '' });
  },

  onReportBack() {
    this.setData({ isReporting: false });
  },

  async onAbuse({ detail }: WechatMiniprogram.CustomEvent<{ value: Abuse }>) {
    const actAs = this.homeSeat;
    if (actAs === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const input = { kind: 'gift' as const, subjectId: this.giftId, abuse: detail.value };
    const told = await tellAbuse(input, { actAs });
    this.setData({ ...CLOSED, told, hasReported: told === REPORT_WORDS.done });
  },

  onPicture({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
    void wx.previewImage({ urls: [currentTarget.dataset.url] });
  },

  onWay() {
    const way = this.data.view?.way;
    if (way) goHome(way);
  },

  onMine() {
    const side = this.data.view?.side ?? '';
    void wx.redirectTo({ url: `/packages/life/pages/my-gifts/my-gifts?view=${side}` });
  },

  onAct() {
    if (this.data.view?.face === 'empty') void wx.redirectTo({ url: '/packages/life/pages/gifts/gifts' });
    else void whileWaiting(this, this.open());
  },
});
