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
type Detail<Value extends object> = WechatMiniprogram.CustomEvent<Value>;
type Answer = { ok: true; data: PracticeProgress } | { ok: false; problem: ProblemReport };

Page({
  data: {
    look: FIRST_LOOK,
    words: PRACTICE_WORDS,
    results: RESULT_TILES,
    waiting: false,
    isBusy: false,
    notice: '',
    view: null as PracticeView | null,
  },

  shown: null as PracticeView | null,
  state: NOTHING,

  async onLoad() {
    const { seat } = await openStaffPage(STAFF_ROLES);
    if (seat === undefined) showView(this, deniedPractice());
    else await whileWaiting(this, this.open());
  },

  /** Coming back from the form or the quiz. */
  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content') await this.open();
  },

  /** Where practice stands; somebody who has none begins. */
  async open() {
    const known: Answer = await practice.read({});
    const hasNone = !known.ok && known.problem.code === 'NOT_FOUND';
    const reply: Answer = hasNone ? await this.begin(false) : known;
    if (reply.ok) this.show({ progress: reply.data, problem: undefined });
    else this.show({ problem: reply.problem });
  },

  begin(anew: boolean): Promise<Answer> {
    return changeOnce({ name: 'practice.open', input: { anew } }, practice.open);
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
    this.show({ slot, tried: '' }, { notice: '' });
    if (slot > 0) scrollToPlace('#door');
  },

  async onResult({ detail }: Detail<{ value: string }>) {
    const result = VISIT_RESULTS.find((one) => one === detail.value);
    const { slot } = this.state;
    if (result === undefined || this.data.isBusy || this.shown?.door?.isDone === true) return;
    this.setData({ isBusy: true });
    const input = { slot, result };
    const reply = await changeOnce({ name: 'practice.visit', input }, practice.submitVisit);
    if (!reply.ok) {
      this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
      return;
    }
    const { isRight, progress } = reply.data;
    this.show({ progress, tried: isRight ? '' : result }, { isBusy: false, notice: '' });
  },

  onForm() {
    void wx.navigateTo({ url: '/packages/worker/pages/quiz/quiz?part=form' });
  },

  onQuiz() {
    void wx.navigateTo({ url: '/packages/worker/pages/quiz/quiz' });
  },

  async onAnew() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    const reply = await this.begin(true);
    if (reply.ok) this.show({ progress: reply.data, slot: 0, tried: '' }, { isBusy: false, notice: '' });
    else this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
