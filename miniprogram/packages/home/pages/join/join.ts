import type { Seat } from '@domain/contract/session';
import type { ProblemReport } from '@domain/kernel/problem';
import { JOIN_WORDS } from '../../../../messages/household';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { census } from '../../../../services/census';
import { homeSeatOf, knownSession, refreshSession, type SessionReply } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { viewJoin, type JoinAnswer, type JoinView } from './join.view';

/** The question may come in the minute in which its reader is registered: a phone that knows of no home asks once more. */
async function sessionAtHome(): Promise<SessionReply> {
  const session = await knownSession();
  return homeSeatOf(session) === undefined ? refreshSession() : { session, problem: undefined };
}

Page({
  data: { look: FIRST_LOOK, words: JOIN_WORDS, waiting: false, view: null as JoinView | null },

  shown: null as JoinView | null,
  formId: '',
  actAs: '',
  answer: undefined as JoinAnswer | undefined,

  async onLoad({ form = '' }: { form?: string }) {
    this.formId = form;
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    const { session, problem } = await sessionAtHome();
    this.show(
      await this.askAs(
        session.seats.filter(({ role }) => role === 'RE'),
        problem,
      ),
    );
  },

  /** In the seat of the home that was asked: somebody may have two. Answers why nothing is to be shown. */
  async askAs(
    homes: readonly Seat[],
    problem: ProblemReport | undefined,
  ): Promise<ProblemReport | undefined> {
    const [home, ...others] = homes;
    if (home === undefined) return problem;
    this.actAs = home.id;
    const reply = await census.readJoin({ formId: this.formId }, { actAs: home.id });
    if (reply.ok) this.answer = reply.data;
    else if (reply.problem.code === 'NOT_FOUND') return this.askAs(others, reply.problem);
    return reply.ok ? undefined : reply.problem;
  },

  async onOurs() {
    await this.say('ours');
  },

  async onNotOurs() {
    await this.say('notOurs');
  },

  async say(answer: 'ours' | 'notOurs') {
    const { formId, actAs } = this;
    const reply = await changeOnce({ name: 'answerJoin', input: { formId, answer } }, (input, options) =>
      census.answerJoin(input, { ...options, actAs }),
    );
    if (this.answer !== undefined && reply.ok) this.answer = { ...this.answer, state: answer };
    this.show(reply.ok ? undefined : reply.problem);
  },

  onAct() {
    if (this.data.view?.action === JOIN_WORDS.again) void whileWaiting(this, this.open());
    else void wx.switchTab({ url: '/pages/home/home' });
  },

  show(problem: ProblemReport | undefined) {
    showView(this, viewJoin(this.answer, problem));
  },
});
