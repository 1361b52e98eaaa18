import type { DeskShow, DeskWish, WholeWish } from '@domain/contract/wish-views';
import type { Role } from '@domain/identity/role';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import {
  WISH_KIND_WORDS,
  WISH_KINDS,
  type Escort,
  type GiveBackReason,
  type WishKind,
  type WishSide,
} from '@domain/wish/wish';
import { FIGURES_TITLE, figureLines } from '../../../../messages/wish-figures';
import { WISH_REVIEW_WORDS } from '../../../../messages/wish-review';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import type { ChangeOptions } from '../../../../services/client';
import { callNumber } from '../../../../services/phone-call';
import { isOvertaken } from '../../../../services/overtaken';
import { scrollToPlace, scrollToTop } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { wish } from '../../../../services/wish';
import {
  formOf,
  gapsOf,
  linesOf,
  NO_WISHES,
  sidesOf,
  stepsOf,
  viewReview,
  type SideButton,
  type WishReviewView,
} from './wish-review.view';

type Tap = WechatMiniprogram.TouchEvent<object, object, { id: string }>;
type Chosen = WechatMiniprogram.CustomEvent<{ value: string; values: string[] }>;
type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;
type Outcome = { readonly ok: true } | { readonly ok: false; readonly problem: ProblemReport };

const ROLES: readonly Role[] = ['CA', 'SA'];
const LONGER_DAYS = 7;
const FORM = {
  checked: [] as string[],
  kind: 'goods',
  escort: '',
  gaps: { checks: '', days: '' },
  isStillRead: false,
};
/** The number that was asked for, of which side, and the question before it. */
const NO_NUMBER = { phone: '', phoneOf: '' as WishSide | '', asking: '' as WishSide | '', askProblem: '' };
const FIRST: { show: DeskShow | '' } = { show: 'waiting' };
const NO_STEPS = { reason: '', close: '', mayReturn: false, mayBack: false, mayExtend: false, mayEnd: false };

Page({
  data: {
    look: FIRST_LOOK,
    words: WISH_REVIEW_WORDS,
    kinds: WISH_KINDS.map((value) => ({ value, label: WISH_KIND_WORDS[value] })),
    escorts: [] as { value: string; label: string }[],
    waiting: false,
    figuresTitle: FIGURES_TITLE,
    figures: [] as string[],
    isBusy: false,
    notice: '',
    show: FIRST.show,
    /** The question why it is taken from who has it. */
    isBack: false,
    steps: NO_STEPS,
    ...FORM,
    ...NO_NUMBER,
    sides: [] as SideButton[],
    whole: null as WholeWish | null,
    lines: [] as string[],
    checks: [] as { value: string; label: string }[],
    view: null as WishReviewView | null,
  },

  shown: null as WishReviewView | null,
  wishes: [] as DeskWish[],
  cursor: undefined as string | undefined,
  typed: { limit: '', days: '10', reason: '' },

  /** `id`: the one that a colleague, or a report, has led to. */
  async onLoad({ id = '' }: { id?: string }) {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...NO_WISHES, ...deniedFace(ROLES) });
      return;
    }
    await whileWaiting(this, id === '' ? this.open() : this.lead(id));
  },

  async onShow() {
    await refreshLook(this);
  },

  onHide() {
    this.setData(NO_NUMBER);
  },

  /** Straight to one wish; the lists are a tap away. */
  async lead(wishId: string) {
    this.setData({ show: '' });
    await this.read(wishId);
    if (this.shown === null) await this.open(this.data.notice);
  },

  async open(notice = '') {
    const show = this.data.show === '' ? 'waiting' : this.data.show;
    const reply = await wish.listDesk({ show });
    if (reply.ok) {
      this.wishes = reply.data.wishes;
      this.cursor = reply.data.next;
    }
    const view = reply.ok
      ? viewReview(this.wishes, this.cursor, show)
      : { ...NO_WISHES, ...faceOf(reply.problem) };
    showView(this, view, { show, notice, isBusy: false, whole: null, lines: [], ...FORM, ...NO_NUMBER });
  },

  async onShowChosen({ detail }: WechatMiniprogram.CustomEvent<{ value: DeskShow }>) {
    this.setData({ show: detail.value });
    await this.open();
    if (detail.value !== 'waiting') await this.openFigures();
  },

  /** Beside what hangs there and what is in hand; what waits is work. */
  async openFigures() {
    const reply = await wish.readStats({});
    if (reply.ok) this.setData({ figures: figureLines(reply.data) });
  },

  async onMore() {
    if (this.cursor === undefined) return;
    const reply = await wish.listDesk({ show: this.data.show || 'waiting', cursor: this.cursor });
    if (!reply.ok) return;
    this.wishes = [...this.wishes, ...reply.data.wishes];
    this.cursor = reply.data.next;
    showView(this, viewReview(this.wishes, this.cursor));
  },

  async onOpen({ currentTarget }: Tap) {
    await this.read(currentTarget.dataset.id);
  },

  /** One that waits for nothing stands above those that do. */
  async read(wishId: string) {
    const reply = await wish.readDesk({ wishId });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    const whole = reply.data;
    if (!this.wishes.some(({ id }) => id === wishId)) {
      this.wishes = [whole, ...this.wishes];
      showView(this, viewReview(this.wishes, this.cursor));
    }
    const seen = {
      whole,
      lines: linesOf(whole),
      sides: sidesOf(whole),
      steps: stepsOf(whole),
      isBack: false,
      notice: '',
    };
    if (whole.id === this.data.whole?.id) {
      this.setData({ ...seen, isStillRead: whole.check === 'due' });
      return;
    }
    this.typed = { limit: '', days: '10', reason: '' };
    this.setData({ ...FORM, ...NO_NUMBER, ...formOf(whole), ...seen });
    scrollToPlace('.wish-review__at-hand');
  },

  onChecked({ detail }: Chosen) {
    this.setData({ checked: detail.values, 'gaps.checks': '' });
  },

  onKind({ detail }: Chosen) {
    this.setData({ kind: detail.value });
  },

  onEscort({ detail }: Chosen) {
    this.setData({ escort: detail.value });
  },

  onLimit({ detail }: Typed) {
    this.typed.limit = detail.value;
  },

  onDays({ detail }: Typed) {
    this.typed.days = detail.value;
    if (this.data.gaps.days !== '') this.setData({ 'gaps.days': '' });
  },

  onReason({ detail }: Typed) {
    this.typed.reason = detail.value;
  },

  async act<Input>(
    change: { name: keyof typeof WISH_REVIEW_WORDS.done; input: Input },
    send: (input: Input, options: ChangeOptions) => Promise<Outcome>,
  ) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const reply = await changeOnce(change, send);
    if (reply.ok) await this.open(WISH_REVIEW_WORDS.done[change.name]);
    else {
      if (isOvertaken(reply.problem)) await this.read(this.which().wishId);
      this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
    }
    scrollToTop();
  },

  which() {
    const { id = '', version = 0 } = this.data.whole ?? {};
    return { wishId: id, version };
  },

  async onRelease() {
    const { checked, kind, escort } = this.data;
    const { limit, days } = this.typed;
    const gaps = gapsOf(checked, days);
    this.setData({ gaps });
    if (gaps.checks !== '') scrollToPlace('.wish-review__asked');
    if (gaps.checks !== '' || gaps.days !== '') return;
    const is = (check: string): boolean => checked.includes(check);
    const limitYuan = Number(limit);
    const verdict = {
      is: 'release' as const,
      needSeen: is('needSeen'),
      agreed: is('agreed'),
      kind: kind as WishKind,
      escort: escort as Escort,
      dueDays: Number(days),
      ...(limitYuan > 0 ? { limitYuan } : {}),
      ...(is('notMoney') ? { notMoney: true } : {}),
    };
    await this.act({ name: 'release', input: { ...this.which(), verdict } }, wish.review);
  },

  async onReturn() {
    const verdict = { is: 'return' as const, reason: this.typed.reason };
    await this.act({ name: 'sendBack', input: { ...this.which(), verdict } }, wish.review);
  },

  async onEnd() {
    await this.act({ name: 'end', input: { ...this.which(), reason: this.typed.reason } }, wish.takedown);
  },

  async onClose() {
    const input = { ...this.which(), reason: this.typed.reason };
    await this.act({ name: this.data.whole?.mayAgree === true ? 'agree' : 'close', input }, wish.close);
  },

  onAskBack() {
    this.setData({ isBack: !this.data.isBack });
  },

  async onBack({ detail }: WechatMiniprogram.CustomEvent<{ value: GiveBackReason }>) {
    await this.act({ name: 'back', input: { ...this.which(), reason: detail.value } }, wish.giveBack);
  },

  async onExtend() {
    await this.act({ name: 'extend', input: { ...this.which(), days: LONGER_DAYS } }, wish.extend);
  },

  async onBackToWork() {
    const input = { ...this.which(), days: LONGER_DAYS, notReceived: true };
    await this.act({ name: 'backToWork', input }, wish.extend);
  },

  onAskNumber({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { side: WishSide }>) {
    this.setData({ ...NO_NUMBER, asking: currentTarget.dataset.side });
  },

  onKeep() {
    this.setData({ asking: '', askProblem: '' });
  },

  /** The number stands on the page until another wish is opened or the page is left. */
  async onReveal({ detail: { reason } }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { asking: side, isBusy } = this.data;
    if (side === '' || isBusy) return;
    this.setData({ isBusy: true, askProblem: '' });
    const input = { wishId: this.which().wishId, side, reason };
    const reply = await changeOnce({ name: 'wishNumber', input }, wish.revealPhone);
    if (reply.ok) this.setData({ ...NO_NUMBER, isBusy: false, phone: reply.data.phone, phoneOf: side });
    else this.setData({ isBusy: false, askProblem: sentenceFor(reply.problem) });
  },

  onCall() {
    callNumber(this.data.phone);
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
