import type { OwnIssue } from '@domain/contract/issue';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { MY_ISSUES_WORDS } from '../../../../messages/my-issues';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { issue } from '../../../../services/issue';
import { isOvertaken } from '../../../../services/overtaken';
import { openSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { faceOf } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { NO_ISSUES, viewMyIssues, type MyIssuesView } from './my-issues.view';

const STARS = [5, 4, 3, 2, 1].map((value) => ({ value, label: `${value} 星` }));
const CLOSED = { openId: '', answer: '', isBusy: false };

type Tap = WechatMiniprogram.TouchEvent<object, object, { id: string; answer: string }>;
type Given = WechatMiniprogram.CustomEvent<{ value: string }>;
type Outcome = { readonly ok: true } | { readonly ok: false; readonly problem: ProblemReport };
type Chosen = WechatMiniprogram.CustomEvent<{ value: number }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: MY_ISSUES_WORDS,
    stars: STARS,
    waiting: false,
    notice: '',
    ...CLOSED,
    view: null as MyIssuesView | null,
  },

  shown: null as MyIssuesView | null,
  issues: [] as OwnIssue[],
  cursor: undefined as string | undefined,
  unfolded: [] as string[],
  note: '',

  async onShow() {
    await refreshLook(this);
    await whileWaiting(this, this.open());
  },

  async open(notice = '', after: object = CLOSED) {
    await openSession();
    const reply = await issue.listOwn({});
    if (reply.ok) this.issues = reply.data.issues;
    if (reply.ok) this.cursor = reply.data.next;
    const view = reply.ok ? this.viewed() : { ...NO_ISSUES, ...faceOf(reply.problem) };
    showView(this, view, { notice, ...after });
  },

  viewed(): MyIssuesView {
    return viewMyIssues(this.issues, this.cursor, this.unfolded);
  },

  async onMore() {
    if (this.cursor === undefined) return;
    const reply = await issue.listOwn({ cursor: this.cursor });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    this.issues = [...this.issues, ...reply.data.issues];
    this.cursor = reply.data.next;
    showView(this, this.viewed());
  },

  onFold({ currentTarget }: Tap) {
    const { id } = currentTarget.dataset;
    const isOpen = this.unfolded.includes(id);
    this.unfolded = isOpen ? this.unfolded.filter((one) => one !== id) : [...this.unfolded, id];
    showView(this, this.viewed());
  },

  onAct() {
    if (this.data.view?.action === MY_ISSUES_WORDS.say) this.onSay();
    else void whileWaiting(this, this.open());
  },

  onSay() {
    void wx.navigateTo({ url: '/packages/life/pages/say/say' });
  },

  onBoard() {
    void wx.navigateTo({ url: '/packages/life/pages/issue-board/issue-board' });
  },

  onAnswer({ currentTarget }: Tap) {
    this.note = '';
    this.setData({ openId: currentTarget.dataset.id, answer: currentTarget.dataset.answer, notice: '' });
  },

  onCancel() {
    this.setData(CLOSED);
  },

  onNote({ detail }: Given) {
    this.note = detail.value;
  },

  async onStars({ detail }: Chosen) {
    const target = this.target();
    if (target === undefined) return;
    const input = { ...target, rating: detail.value, note: '' };
    this.setData({ isBusy: true });
    const reply = await changeOnce({ name: 'confirmIssue', input }, issue.confirm);
    await this.settle(reply, MY_ISSUES_WORDS.thanks);
  },

  async onReopen() {
    const target = this.target();
    if (target === undefined) return;
    const input = { ...target, note: this.note };
    this.setData({ isBusy: true });
    const reply = await changeOnce({ name: 'reopenIssue', input }, issue.reopen);
    await this.settle(reply, MY_ISSUES_WORDS.again);
  },

  target() {
    const open = this.issues.find(({ id }) => id === this.data.openId);
    return open === undefined || this.data.isBusy ? undefined : { issueId: open.id, version: open.version };
  },

  /** What was typed stays where it is when somebody was quicker. */
  async settle(reply: Outcome, done: string) {
    if (reply.ok) await this.open(done);
    else if (isOvertaken(reply.problem)) await this.open(sentenceFor(reply.problem), { isBusy: false });
    else this.setData({ notice: sentenceFor(reply.problem), isBusy: false });
  },
});
