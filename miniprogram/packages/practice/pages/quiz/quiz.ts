import { STAFF_ROLES } from '@domain/identity/role';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { practice } from '../../../../services/practice';
import { scrollToTop } from '../../../../services/scroll';
import { expireSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { goFrom, leavePage, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { deniedPractice } from '../practice/practice.view';
import { placesOf, viewQuiz, type QuizState, type QuizView } from './quiz.view';

type Choose = WechatMiniprogram.CustomEvent<{ value: string }, object, { key: string }>;
type Graded = { ok: true; wrong: string[] } | { ok: false; problem: ProblemReport };

const NOTHING: QuizState = { part: 'quiz', answers: {}, wrong: undefined };

Page({
  data: {
    look: FIRST_LOOK,
    waiting: false,
    isBusy: false,
    problem: '',
    view: null as QuizView | null,
  },

  shown: null as QuizView | null,
  state: NOTHING,

  async onLoad({ part = '' }: Record<string, string | undefined>) {
    this.state = { ...this.state, part: part === 'form' ? 'form' : 'quiz' };
    const { seat } = await whileWaiting(this, openStaffPage(STAFF_ROLES));
    const view = viewQuiz(this.state);
    showView(this, seat === undefined ? { ...view, ...deniedFace() } : view);
  },

  async onShow() {
    await refreshLook(this);
  },

  onChoose({ detail, currentTarget }: Choose) {
    const { key } = currentTarget.dataset;
    const answers = { ...this.state.answers, [key]: detail.value };
    // What was said about an answer is no longer true once it changed.
    const wrong = this.state.wrong?.filter((one) => one !== key);
    this.state = { ...this.state, answers, wrong: wrong?.length === 0 ? undefined : wrong };
    showView(this, viewQuiz(this.state), this.data.problem === '' ? {} : { problem: '' });
  },

  async onSend() {
    if (this.data.isBusy || this.shown?.canSend !== true) return;
    this.setData({ isBusy: true, problem: '' });
    const graded = this.state.part === 'form' ? await this.sendForm() : await this.sendQuiz();
    if (!graded.ok) {
      this.setData({ isBusy: false, problem: sentenceFor(graded.problem) });
      return;
    }
    this.state = { ...this.state, wrong: graded.wrong };
    showView(this, viewQuiz(this.state), { isBusy: false });
    scrollToTop();
  },

  async sendForm(): Promise<Graded> {
    const input = { answers: { ...this.state.answers } };
    const reply = await changeOnce({ name: 'practice.form', input }, practice.submitForm);
    return reply.ok ? { ok: true, wrong: reply.data.mistakes } : reply;
  },

  /** Once passed, the seat says so. */
  async sendQuiz(): Promise<Graded> {
    const input = { answers: placesOf(this.state.answers) };
    const reply = await changeOnce({ name: 'practice.quiz', input }, practice.submitQuiz);
    if (!reply.ok) return reply;
    const { wrong } = reply.data;
    if (wrong.length === 0) expireSession();
    return { ok: true, wrong: wrong.map(String) };
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, leavePage);
  },
});

function deniedFace(): Pick<QuizView, 'face' | 'sentence' | 'detail' | 'action'> {
  const { face, sentence, detail, action } = deniedPractice();
  return { face, sentence, detail, action };
}
