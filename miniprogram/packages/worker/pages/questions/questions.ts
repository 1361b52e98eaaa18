import type { visitContract } from '@domain/contract/visit';
import type { Role } from '@domain/identity/role';
import { QUESTION_WORDS } from '../../../../messages/visit';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { now } from '../../../../services/clock';
import { newOpId } from '../../../../services/new-op-id';
import { flushOutbox, keepEntry, outboxEntries, takeBack } from '../../../../services/outbox';
import type { OutboxEntry } from '../../../../services/outbox-entry';
import { showView } from '../../../../services/show-view';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { isRecord } from '../../../../services/storage';
import { after, type Timer } from '../../../../services/timer';
import { visit } from '../../../../services/visit';
import { whileWaiting } from '../../../../services/waiting';
import { HOLD_MS } from '../../services/door-records';
import { forgetConflicts } from '../../services/told-conflicts';
import { openConflicts, viewQuestions, type QuestionsState, type QuestionsView } from './questions.view';

const ROLES: readonly Role[] = ['GW', 'CA'];
const NOTHING_ASKED: QuestionsState = {
  answer: undefined,
  problem: undefined,
  answered: new Set(),
  canUndo: false,
};
type Input = Parameters<typeof visit.decideConflict>[0];

Page({
  data: {
    look: FIRST_LOOK,
    words: QUESTION_WORDS,
    waiting: false,
    notice: '',
    view: null as QuestionsView | null,
  },

  shown: null as QuestionsView | null,
  state: NOTHING_ASKED,
  householdId: '',
  /** The operation that can be taken back. */
  lastOpId: '',
  timer: undefined as Timer | undefined,

  async onLoad({ household = '' }: Record<string, string | undefined>) {
    this.householdId = household;
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...viewQuestions(this.state), ...deniedFace(ROLES) });
    else await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  onUnload() {
    this.timer?.cancel();
  },

  async open() {
    const reply = await visit.listConflicts({ householdId: this.householdId });
    if (reply.ok && reply.data.conflicts.length === 0) await forgetConflicts(this.householdId);
    const answered = new Set((await outboxEntries()).flatMap(decidedIn));
    this.show(
      reply.ok
        ? { answer: reply.data, problem: undefined, answered }
        : { answer: undefined, problem: reply.problem, answered },
    );
  },

  /** The choice stands on the phone at once, and leaves it ten seconds later. */
  async onTake({ detail }: WechatMiniprogram.CustomEvent<{ value: 'kept' | 'other' }>) {
    const [conflict] = openConflicts(this.state);
    if (conflict === undefined) return;
    const input: Input = { conflictId: conflict.id, take: detail.value };
    const procedure: keyof typeof visitContract = 'decideConflict';
    const { compound = '', line = '' } = this.shown ?? {};
    this.lastOpId = await newOpId();
    await keepEntry({
      ...{ opId: this.lastOpId, name: 'visit', procedure, isBatched: false, input },
      ...{ group: `conflict:${conflict.id}`, label: `${compound} ${line}`, what: QUESTION_WORDS.title },
      origin: undefined,
      notBefore: now() + HOLD_MS,
    });
    void flushOutbox();
    this.show(
      { answered: new Set([...this.state.answered, conflict.id]), canUndo: true },
      { notice: QUESTION_WORDS.chosen },
    );
    this.timer?.cancel();
    this.timer = after(HOLD_MS, () => {
      this.show({ canUndo: false }, { notice: '' });
    });
  },

  async onUndo() {
    this.timer?.cancel();
    const isUndone = await takeBack(this.lastOpId);
    const answered = new Set((await outboxEntries()).flatMap(decidedIn));
    this.show({ canUndo: false, answered }, { notice: isUndone ? QUESTION_WORDS.undone : '' });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  show(change: Partial<QuestionsState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewQuestions(this.state), more);
  },
});

/** Conflicts that were decided on this phone; what is refused for good is open again. */
function decidedIn({ procedure, input, state }: OutboxEntry): string[] {
  if (procedure !== 'decideConflict' || state === 'parked' || !isRecord(input)) return [];
  const { conflictId } = input;
  return typeof conflictId === 'string' ? [conflictId] : [];
}
