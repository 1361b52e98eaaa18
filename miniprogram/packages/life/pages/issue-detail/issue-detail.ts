import type { Abuse } from '@domain/content/content';
import { sentenceFor } from '@domain/kernel/problem';
import { BOARD_WORDS } from '../../../../messages/issue';
import { REPORT_WORDS } from '../../../../messages/report';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY } from '../../../../services/client';
import { issue } from '../../../../services/issue';
import { scrollToTop } from '../../../../services/scroll';
import { homeSeatOf, openSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { ABUSE_TILES, tellAbuse } from '../../services/abuse';
import { goHome, wayHome, type WayHome } from '../../../../services/way-home';
import { lostFace, viewDetail, type DetailView } from './issue-detail.view';

Page({
  data: {
    look: FIRST_LOOK,
    words: BOARD_WORDS,
    report: REPORT_WORDS,
    waiting: false,
    notice: '',
    /** Nobody follows who has no home here. */
    way: null as WayHome | null,
    isBusy: false,
    abuses: ABUSE_TILES,
    isReporting: false,
    /** What became of saying that something is wrong, said where it was said. */
    told: '',
    hasReported: false,
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

  async open() {
    const reply = await issue.readReleased({ issueId: this.issueId }, { actAs: NOBODY });
    const view = reply.ok ? viewDetail(reply.data) : lostFace(reply.problem);
    showView(this, view, { notice: '', way: null, isBusy: false });
  },

  /** In the seat of the own home, whichever seat the person works in. */
  async onMe() {
    await this.meet('follow');
  },

  async onStop() {
    await this.meet('unfollow');
  },

  async meet(act: 'follow' | 'unfollow') {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    const actAs = await this.ownSeat();
    if (actAs === undefined) {
      const way = await wayHome({ sentence: BOARD_WORDS.signIn, detail: '' });
      this.setData({ notice: '', way, isBusy: false });
      scrollToTop();
      return;
    }
    const input = { issueId: this.issueId };
    const reply = await changeOnce({ name: `${act}Issue`, input }, (wanted, options) =>
      issue[act](wanted, { ...options, actAs }),
    );
    // Whoever is in already, or comes too late, is told so by how it stands.
    if (reply.ok || reply.problem.code === 'WRONG_STATE') await this.open();
    else this.setData({ notice: sentenceFor(reply.problem), isBusy: false });
    scrollToTop();
  },

  onWay() {
    if (this.data.way !== null) goHome(this.data.way);
  },

  async ownSeat(): Promise<string | undefined> {
    return homeSeatOf((await openSession()).session)?.id;
  },

  /** Who may not say it is told so before anything is asked. */
  async onReport() {
    const isReporting = (await this.ownSeat()) !== undefined;
    this.setData({ isReporting, told: isReporting ? '' : REPORT_WORDS.first });
  },

  onReportBack() {
    this.setData({ isReporting: false });
  },

  async onAbuse({ detail }: WechatMiniprogram.CustomEvent<{ value: Abuse }>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    const actAs = (await this.ownSeat()) ?? '';
    const input = { kind: 'issue' as const, subjectId: this.issueId, abuse: detail.value };
    const told = await tellAbuse(input, { actAs });
    this.setData({ told, isBusy: false, isReporting: false, hasReported: told === REPORT_WORDS.done });
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
