import type { Abuse } from '@domain/content/content';
import { sentenceFor } from '@domain/kernel/problem';
import { BOARD_WORDS } from '../../../../messages/issue';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY } from '../../../../services/client';
import { issue } from '../../../../services/issue';
import { scrollToTop } from '../../../../services/scroll';
import { homeSeatOf, openSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { ABUSE_TILES, tellAbuse } from '../../services/abuse';
import { lostFace, viewDetail, type DetailView } from './issue-detail.view';

Page({
  data: {
    look: FIRST_LOOK,
    words: BOARD_WORDS,
    waiting: false,
    notice: '',
    isBusy: false,
    abuses: ABUSE_TILES,
    isAbuseOpen: false,
    view: null as DetailView | null,
  },

  shown: null as DetailView | null,
  issueId: '',

  async onLoad({ id = '' }: { id?: string }) {
    this.issueId = id;
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open(notice = '') {
    const reply = await issue.readReleased({ issueId: this.issueId }, { actAs: NOBODY });
    const view = reply.ok ? viewDetail(reply.data) : lostFace(reply.problem);
    showView(this, view, { notice, isBusy: false });
  },

  /** In the seat of the own home, whichever seat the person works in. */
  async onMe() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    const actAs = await this.ownSeat();
    if (actAs === undefined) return;
    const input = { issueId: this.issueId };
    const reply = await changeOnce({ name: 'followIssue', input }, (wanted, options) =>
      issue.follow(wanted, { ...options, actAs }),
    );
    if (reply.ok) await this.open(BOARD_WORDS.followed);
    else this.setData({ notice: sentenceFor(reply.problem), isBusy: false });
  },

  async ownSeat(): Promise<string | undefined> {
    const { session } = await openSession();
    const seat = homeSeatOf(session);
    if (seat === undefined) {
      this.setData({ notice: BOARD_WORDS.signIn, isBusy: false, isAbuseOpen: false });
    }
    return seat?.id;
  },

  onAbuseOpen() {
    this.setData({ isAbuseOpen: !this.data.isAbuseOpen, notice: '' });
  },

  async onAbuse({ detail }: WechatMiniprogram.CustomEvent<{ value: Abuse }>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    const actAs = await this.ownSeat();
    if (actAs === undefined) return;
    const input = { kind: 'issue' as const, subjectId: this.issueId, abuse: detail.value };
    const notice = await tellAbuse(input, { actAs, thanks: BOARD_WORDS.abuseDone });
    this.setData({ notice, isBusy: false, isAbuseOpen: false });
    scrollToTop();
  },

  onPicture({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
    void wx.previewImage({ urls: [currentTarget.dataset.url] });
  },

  onAct() {
    const url = '/packages/life/pages/issue-board/issue-board';
    if (this.data.view?.face === 'empty') void wx.redirectTo({ url });
    else void whileWaiting(this, this.open());
  },
});
