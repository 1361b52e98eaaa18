import type { NoticeHead } from '@domain/contract/notice';
import { NOTICE_WORDS } from '../../../../messages/notice';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY } from '../../../../services/client';
import { notice } from '../../../../services/notice';
import { homeSeatOf, homeSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { after, type Timer } from '../../../../services/timer';
import { whileWaiting } from '../../../../services/waiting';
import { viewNotice, viewNotices, viewProblem, type NoticeView } from './notice.view';

type Tap = WechatMiniprogram.TouchEvent<object, object, { id: string }>;
/** So long a notice stands before eyes until it counts as read. */
const READ_MS = 1_000;
const LIST_PAGE = '/packages/life/pages/notice/notice';

Page({
  data: {
    look: FIRST_LOOK,
    words: NOTICE_WORDS,
    waiting: false,
    view: null as NoticeView | null,
  },

  shown: null as NoticeView | null,
  id: '',
  notices: [] as NoticeHead[],
  next: undefined as string | undefined,
  reading: undefined as Timer | undefined,

  /** With an id one notice, else the list. */
  async onLoad({ id = '' }: Record<string, string | undefined>) {
    this.id = id;
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    if (this.id === '') await this.list();
    else await this.one();
  },

  /** Who lives here sees what was sent to the own building too; a stranger what everybody is told. */
  async list(cursor?: string) {
    const seat = homeSeatOf(await homeSession());
    const input = cursor === undefined ? {} : { cursor };
    const reply = await notice.listNotices(input, { actAs: seat?.id ?? NOBODY });
    if (!reply.ok) {
      showView(this, viewProblem(reply.problem));
      return;
    }
    this.notices = cursor === undefined ? reply.data.notices : [...this.notices, ...reply.data.notices];
    this.next = reply.data.next;
    showView(this, viewNotices(this.notices, this.next));
  },

  async one() {
    const input = { noticeId: this.id };
    const reply = await notice.readNotice(input, { actAs: NOBODY });
    showView(this, reply.ok ? viewNotice(reply.data) : viewProblem(reply.problem));
    if (reply.ok) this.reading = after(READ_MS, () => void this.mark());
  },

  /** Whoever looks long enough has read it, by the inbox or by a link, in the seat of the home; a stranger is counted nowhere. */
  async mark() {
    const seat = homeSeatOf(await homeSession());
    if (seat === undefined) return;
    await changeOnce({ name: 'markNotice', input: { noticeId: this.id } }, (input, options) =>
      notice.markNotice(input, { ...options, actAs: seat.id }),
    );
  },

  onUnload() {
    this.reading?.cancel();
  },

  async onMore() {
    await this.list(this.next);
  },

  onRow({ currentTarget }: Tap) {
    void wx.navigateTo({ url: `${LIST_PAGE}?id=${currentTarget.dataset.id}` });
  },

  onList() {
    void wx.redirectTo({ url: LIST_PAGE });
  },

  async onAct() {
    if (this.shown?.action === NOTICE_WORDS.toList) this.onList();
    else await whileWaiting(this, this.open());
  },
});
