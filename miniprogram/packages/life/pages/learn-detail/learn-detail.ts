import type { ShownCourse } from '@domain/contract/course';
import type { Seat } from '@domain/contract/session';
import { gradeQuiz } from '@domain/course/quiz';
import { sentenceFor } from '@domain/kernel/problem';
import { LEARN_WORDS } from '../../../../messages/learn';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { certificate } from '../../../../services/certificate';
import { canWatch, watch } from '../../../../services/channel-video';
import { course } from '../../../../services/course';
import type { Kept } from '../../../../services/kept-answers';
import { scrollToPlace } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { canSpeak, hush, speak } from '../../../../services/speech';
import { whileWaiting } from '../../../../services/waiting';
import { openCourse } from '../../services/courses';
import { ownSeat } from '../../services/own-seat';
import { previewed } from '../../services/preview';
import { goHome, wayHome, type WayHome } from '../../../../services/way-home';
import { viewCourse, type CourseState, type CourseView, type QuizOutcome } from './learn-detail.view';

type Keyed = WechatMiniprogram.TouchEvent<object, object, { key: string }>;
type Choose = WechatMiniprogram.CustomEvent<{ value: string }, object, { key: string }>;

const COURSES = '/packages/life/pages/learn/learn';
const NOT_SPEAKING = -1;
const NO_COURSE: Kept<ShownCourse> = { data: undefined, at: 0, problem: undefined };
const NOTHING: CourseState = {
  kept: NO_COURSE,
  answers: {},
  outcome: undefined,
  way: undefined,
  isTold: false,
  speaking: NOT_SPEAKING,
};
/** Names to choose from, and `none` for a paper without one. */
const NO_NAME = { value: 'none', label: LEARN_WORDS.noName };

Page({
  data: {
    look: FIRST_LOOK,
    words: LEARN_WORDS,
    waiting: false,
    isBusy: false,
    notice: '',
    /** Empty until a certificate is asked for. */
    names: [] as { value: string; label: string }[],
    mayCertify: false,
    isPreview: false,
    view: null as CourseView | null,
  },

  shown: null as CourseView | null,
  state: NOTHING,
  id: '',

  async onLoad({ id = '', preview = '' }: Record<string, string | undefined>) {
    this.id = id;
    this.setData({ look: await currentLook(), isPreview: preview !== '' });
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  onHide() {
    this.silence();
  },

  onUnload() {
    hush();
  },

  async open() {
    const kept = this.data.isPreview
      ? { data: await previewed<ShownCourse>(), at: 0, problem: undefined }
      : await openCourse(this.id);
    this.show({ kept });
  },

  show(change: Partial<CourseState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewCourse(this.state), more);
  },

  silence() {
    hush();
    if (this.state.speaking !== NOT_SPEAKING) this.show({ speaking: NOT_SPEAKING });
  },

  onListen({ currentTarget }: Keyed) {
    const place = Number(currentTarget.dataset.key);
    const voice = this.state.kept.data?.lessons[place]?.voice;
    const isSpeaking = this.state.speaking === place;
    this.silence();
    if (isSpeaking || !canSpeak(voice)) return;
    this.show({ speaking: place });
    speak(voice, () => this.silence());
  },

  onWatch({ currentTarget }: Keyed) {
    const video = this.state.kept.data?.lessons[Number(currentTarget.dataset.key)]?.video;
    if (canWatch(video)) watch(video);
  },

  onChoose({ detail, currentTarget }: Choose) {
    const { key } = currentTarget.dataset;
    const answers = { ...this.state.answers, [key]: detail.value };
    // What was said about the answers is no longer true once one changed.
    this.show({ answers, outcome: undefined }, this.data.notice === '' ? {} : { notice: '' });
  },

  /** Whoever has not answered all is brought to the first question that waits. */
  async onSend() {
    const quiz = this.state.kept.data?.quiz;
    if (quiz === undefined || this.data.isBusy) return;
    const { missing = -1 } = this.shown ?? {};
    if (missing >= 0) {
      this.show({ isTold: true });
      scrollToPlace(`#question-${missing}`);
      return;
    }
    await this.judge(quiz);
  },

  /** Who has a seat has the best result kept; an outsider's quiz is checked here and goes nowhere. */
  async judge(quiz: ShownCourse['quiz']) {
    this.setData({ isBusy: true });
    const answers = quiz.map((_, at) => Number(this.state.answers[String(at)] ?? -1));
    const seat = this.data.isPreview ? undefined : await ownSeat(() => true);
    const { wrong, isPassed } = gradeQuiz(quiz, answers);
    const local: QuizOutcome = { wrong, isPassed, best: undefined };
    const { outcome, notice } =
      seat === undefined
        ? { outcome: local, notice: '' }
        : await this.keep(answers, { seatId: seat.id, local });
    const mayCertify =
      outcome.isPassed && outcome.best !== undefined && (await this.certifier()) !== undefined;
    this.show({ outcome, way: await this.lacking(seat) }, { isBusy: false, notice, mayCertify });
    scrollToPlace('#quiz');
  },

  /** A preview is looked at by who has a seat. */
  async lacking(seat: Seat | undefined): Promise<WayHome | undefined> {
    const { notKept: sentence, notKeptDetail: detail } = LEARN_WORDS;
    return seat !== undefined || this.data.isPreview ? undefined : wayHome({ sentence, detail });
  },

  onReceipt() {
    if (this.state.way !== undefined) goHome(this.state.way);
  },

  async keep(
    answers: number[],
    { seatId, local }: { seatId: string; local: QuizOutcome },
  ): Promise<{ outcome: QuizOutcome; notice: string }> {
    const input = { courseId: this.id, answers };
    const reply = await changeOnce({ name: 'submitQuiz', input }, (wish, options) =>
      course.submitQuiz(wish, { ...options, actAs: seatId }),
    );
    if (reply.ok) {
      const { wrong, isPassed, best } = reply.data;
      return { outcome: { wrong, isPassed, best }, notice: '' };
    }
    const isOffline = reply.problem.code === 'OFFLINE';
    return { outcome: local, notice: isOffline ? LEARN_WORDS.notSent : sentenceFor(reply.problem) };
  },

  /** The seat in which this person gets a certificate. */
  certifier() {
    return ownSeat((role) => role === 'RE' || role === 'VO');
  },

  async onCertificate() {
    const seat = await this.certifier();
    if (seat === undefined) return;
    const reply = await certificate.listNames({}, { actAs: seat.id });
    const names = reply.ok ? reply.data.names.map(({ key, name }) => ({ value: key, label: name })) : [];
    this.setData({ names: [...names, NO_NAME] });
  },

  async onName({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const seat = await this.certifier();
    if (seat === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const isNamed = detail.value !== NO_NAME.value;
    const input = { courseId: this.id, ...(isNamed ? { nameKey: detail.value } : {}) };
    const reply = await changeOnce({ name: 'issueCertificate', input }, (wish, options) =>
      certificate.issue(wish, { ...options, actAs: seat.id }),
    );
    this.setData({ isBusy: false, names: [], notice: reply.ok ? '' : sentenceFor(reply.problem) });
    if (!reply.ok) return;
    const { certificateId } = reply.data;
    void wx.navigateTo({
      url: `/packages/life/pages/certificate/certificate?id=${certificateId}&seat=${seat.id}`,
    });
  },

  /** Back among the courses, where the next one stands. */
  onBack() {
    if (getCurrentPages().length > 1) void wx.navigateBack();
    else void wx.redirectTo({ url: COURSES });
  },

  async onAct() {
    if (this.shown?.action === LEARN_WORDS.toList) {
      void wx.redirectTo({ url: COURSES });
    } else await whileWaiting(this, this.open());
  },
});
