import type { ShownGuide } from '@domain/contract/guide';
import { sentenceFor } from '@domain/kernel/problem';
import { GUIDE_WORDS, STAR_WORDS } from '../../../../messages/services';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY } from '../../../../services/client';
import { guide } from '../../../../services/guide';
import { callNumber } from '../../../../services/phone-call';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { keptGuides, openGuides } from '../../services/guides';
import { PREVIEW_ID, previewed } from '../../services/preview';
import type { Shelf } from '../../services/shelf';
import { viewDetail, type DetailView } from './service-detail.view';

type Choose = WechatMiniprogram.CustomEvent<{ value: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: GUIDE_WORDS,
    stars: STAR_WORDS,
    waiting: false,
    isBusy: false,
    chosen: '',
    notice: '',
    isPreview: false,
    view: null as DetailView | null,
  },

  shown: null as DetailView | null,
  id: '',

  /** Who comes from the list finds the guide on the phone; who comes by a link brings the list along. */
  async onLoad({ id = '', preview = '' }: Record<string, string | undefined>) {
    if (preview !== '') {
      await this.preview();
      return;
    }
    this.id = id;
    const [kept, look] = await Promise.all([keptGuides(), currentLook()]);
    this.setData({ look });
    if (kept.rows.some((row) => row.id === id)) this.show(kept);
    else await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  /** As residents will see it; nobody rates what is not out yet. */
  async preview() {
    const [text, look] = await Promise.all([previewed<ShownGuide>(), currentLook()]);
    this.id = PREVIEW_ID;
    const rows = text === undefined ? [] : [{ ...text, community: '' }];
    this.setData({ look, isPreview: true });
    this.show({ rows, at: 0, problem: undefined });
  },

  async open() {
    this.show(await openGuides(() => undefined));
  },

  show(shelf: Shelf<ShownGuide>) {
    showView(this, viewDetail(shelf, this.id));
  },

  onCall() {
    callNumber(this.shown?.phone ?? '');
  },

  async onRate({ detail }: Choose) {
    if (this.data.isBusy || this.data.notice !== '') return;
    const { value } = detail;
    this.setData({ isBusy: true, chosen: value });
    const input = { guideId: this.id, stars: Number(value) };
    const reply = await changeOnce({ name: 'rateGuide', input }, (wish, options) =>
      guide.rate(wish, { ...options, actAs: NOBODY }),
    );
    if (reply.ok) {
      this.setData({ isBusy: false, notice: GUIDE_WORDS.rated });
      return;
    }
    const isSecond = reply.problem.code === 'WRONG_STATE';
    const notice = isSecond ? GUIDE_WORDS.ratedToday : sentenceFor(reply.problem);
    this.setData({ isBusy: false, notice, ...(isSecond ? {} : { chosen: '' }) });
  },

  async onAct() {
    if (this.shown?.action === GUIDE_WORDS.toList) {
      void wx.redirectTo({ url: '/packages/life/pages/services/services' });
    } else await whileWaiting(this, this.open());
  },
});
