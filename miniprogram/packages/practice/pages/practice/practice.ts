import { VISIT_RESULTS } from '@domain/census/codes';
import type { PracticeProgress } from '@domain/contract/practice';
import { STAFF_ROLES } from '@domain/identity/role';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { PRACTICE_WORDS } from '../../../../messages/practice';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { practice } from '../../../../services/practice';
import { scrollToPlace } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import {
  deniedPractice,
  nextSlot,
  RESULT_TILES,
  slotOfKey,
  viewPractice,
  type PracticeState,
  type PracticeView,
} from './practice.view';

const NOTHING: PracticeState = { progress: undefined, problem: undefined, slot: 0, tried: '' };
/** In 大字 the banner that stays on top has two lines. */
const LARGE_TOP_ROOM = -116;
type Detail<Value extends object> = WechatMiniprogram.CustomEvent<Value>;
type Answer = { ok: true; data: PracticeProgress } | { ok: false; problem: ProblemReport };

Page({
  data: {
    look: FIRST_LOOK,
    words: PRACTICE_WORDS,
    results: RESULT_TILES,
    waiting: false,
    notice: '',
    view: null as PracticeView | null,
  },

  shown: null as PracticeView | null,
  state: NOTHING,
  /** A call is under way. */
  isBusy: false,

  async onLoad() {
    const { seat } = await openStaffPage(STAFF_ROLES);
    if (seat === undefined) showView(this, deniedPractice());
    else await whileWaiting(this, this.begin(false));
  },

  /** Coming back from the form or the quiz. */
  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content') await this.open();
  },

  async open() {
    this.take(await practice.read({}));
  },

  /** Somebody who has none begins; somebody who has goes on, unless all is to be anew. */
  async begin(anew: boolean, more: Record<string, unknown> = {}) {
    this.take(await changeOnce({ name: 'practice.open', input: { anew } }, practice.open), more);
  },

  take(reply: Answer, more: Record<string, unknown> = {}) {
    if (reply.ok) this.show({ progress: reply.data, problem: undefined }, more);
    else this.show({ problem: reply.problem }, more);
  },

  show(change: Partial<PracticeState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewPractice(this.state), more);
  },

  onDoor({ detail }: Detail<{ key: string }>) {
    this.openDoor(slotOfKey(detail.key));
  },

  onNext() {
    const { progress } = this.state;
    if (progress !== undefined) this.openDoor(nextSlot(progress));
  },

  openDoor(slot: number) {
    this.show({ slot, tried: '' }, this.data.notice === '' ? {} : { notice: '' });
    if (slot > 0) scrollToPlace('#door', this.data.look.large ? LARGE_TOP_ROOM : undefined);
  },

  async onResult({ detail }: Detail<{ value: string }>) {
    const result = VISIT_RESULTS.find((one) => one === detail.value);
    const { slot } = this.state;
    if (result === undefined || this.isBusy || this.shown?.door?.isDone === true) return;
    this.isBusy = true;
    const input = { slot, result };
    const reply = await changeOnce({ name: 'practice.visit', input }, practice.submitVisit);
    this.isBusy = false;
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    const { isRight, progress } = reply.data;
    this.show({ progress, tried: isRight ? '' : result }, this.data.notice === '' ? {} : { notice: '' });
  },

  onForm() {
    void wx.navigateTo({ url: '/packages/practice/pages/quiz/quiz?part=form' });
  },

  onQuiz() {
    void wx.navigateTo({ url: '/packages/practice/pages/quiz/quiz' });
  },

  async onAnew() {
    if (this.isBusy) return;
    this.isBusy = true;
    this.state = { ...this.state, slot: 0, tried: '' };
    await this.begin(true);
    this.isBusy = false;
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.begin(false)));
  },
});
