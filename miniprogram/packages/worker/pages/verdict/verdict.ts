import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import type { DoorVerdict } from '@domain/work/visit';
import { VERDICT_WORDS } from '../../../../messages/verdict';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { today } from '../../../../services/clock';
import { scrollToTop } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, leavePage, openStaffPage } from '../../../../services/staff-page';
import { visit } from '../../../../services/visit';
import { whileWaiting } from '../../../../services/waiting';
import { NO_VERDICT, viewVerdict, type KnocksAnswer, type VerdictView } from './verdict.view';

const ROLES: readonly Role[] = ['CA', 'SA'];
/** The street looks on. */
const DECIDING: readonly Role[] = ['CA'];
const NO_QUESTION = { verdict: '', title: '', sentence: '' };
const CLOSED = { ask: NO_QUESTION, isBusy: false };

Page({
  data: {
    look: FIRST_LOOK,
    words: VERDICT_WORDS,
    waiting: false,
    notice: '',
    ...CLOSED,
    view: null as VerdictView | null,
  },

  shown: null as VerdictView | null,
  knocks: undefined as KnocksAnswer | undefined,
  doorId: '',
  canDecide: false,
  done: '',

  async onLoad({ door = '' }: { door?: string }) {
    this.doorId = door;
    const { seat } = await openStaffPage(ROLES);
    this.canDecide = seat !== undefined && DECIDING.includes(seat.role);
    if (seat === undefined) showView(this, { ...NO_VERDICT, ...deniedFace(ROLES) });
    else await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    const reply = await visit.listVisits({ doorId: this.doorId });
    if (reply.ok) {
      this.knocks = reply.data;
      this.draw();
    } else showView(this, { ...NO_VERDICT, ...faceOf(reply.problem) });
  },

  draw(more: Record<string, unknown> = {}) {
    const { knocks, canDecide, done } = this;
    if (knocks !== undefined) showView(this, viewVerdict({ knocks, today: today(), canDecide, done }), more);
  },

  /** To try again can be taken back by deciding; the other words are asked first. */
  async onVerdict({ detail }: WechatMiniprogram.CustomEvent<{ value: DoorVerdict }>) {
    const verdict = detail.value;
    const { ask: title, means: sentence } = VERDICT_WORDS.verdicts[verdict];
    if (title === '') await this.decide(verdict);
    else this.setData({ ask: { verdict, title, sentence }, notice: '' });
  },

  onClose() {
    this.setData(CLOSED);
  },

  async onConfirm() {
    const verdict = this.knownVerdict();
    if (verdict !== undefined) await this.decide(verdict);
  },

  knownVerdict(): DoorVerdict | undefined {
    return this.data.view?.verdicts.find(({ value }) => value === this.data.ask.verdict)?.value;
  },

  async decide(verdict: DoorVerdict) {
    const { knocks, doorId } = this;
    if (knocks === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const reply = await changeOnce({ name: 'decideDoor', input: { doorId, verdict } }, visit.decideDoor);
    if (!reply.ok) {
      this.setData({ ...CLOSED, notice: sentenceFor(reply.problem) });
      return;
    }
    this.knocks = { ...knocks, state: reply.data.state };
    this.done = VERDICT_WORDS.verdicts[verdict].done;
    this.getOpenerEventChannel().emit?.('judged', {});
    this.draw({ ...CLOSED, notice: '' });
    scrollToTop();
  },

  onBack() {
    leavePage();
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
