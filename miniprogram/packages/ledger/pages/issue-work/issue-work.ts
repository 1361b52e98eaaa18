import type { OpenedIssue } from '@domain/contract/issue';
import type { Role } from '@domain/identity/role';
import { ROLE_WORDS } from '@domain/identity/role';
import { APPOINTED_ROLES } from '@domain/identity/seat';
import { ISSUE_TEXT_MIN, type IssueTrack } from '@domain/issue/issue';
import type { IssueStage } from '@domain/issue/issue-state';
import { sentenceFor } from '@domain/kernel/problem';
import { ISSUE_WORK_WORDS, REASON_QUESTIONS } from '../../../../messages/ledger';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { today } from '../../../../services/clock';
import { issue as issues } from '../../../../services/issue';
import { callNumber } from '../../../../services/phone-call';
import { scrollToTop } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { readStored, removeStored, writeStored } from '../../../../services/storage';
import { whileWaiting } from '../../../../services/waiting';
import { users } from '../../services/users';
import { isPassed, NOT_ASKING, sendReasoned, type OtherAct, type Outcome, type ReasonedAct } from './acts';
import { dayAfter, likestFirst, rolesFor, tilesOfPeople, type Tile } from './choices';
import { NO_TRIAGE, triageOf } from './triage-card/triage.view';
import { NO_ISSUE, viewWork, type WorkView } from './issue-work.view';

const ROLES: readonly Role[] = ['CA', 'SA', 'PR', 'GW', 'BH', 'GV', 'GU'];
const FIRST: { act: ReasonedAct; role: Role } = { act: 'decline', role: 'CA' };
/** What was opened on the page and belongs to the state that was seen. */
const CLOSED = {
  isBusy: false,
  asking: NOT_ASKING,
  opened: '',
  isAgain: false,
  people: null as Tile[] | null,
  hasMore: false,
  candidates: null as Tile[] | null,
  mergeStage: '',
  phone: '',
};
const EXTENSIONS = [3, 7, 15, 30].map((value) => ({ value, label: ISSUE_WORK_WORDS.assign.day(value) }));

type Named<Name> = WechatMiniprogram.TouchEvent<object, object, { name: Name }>;
type Given = WechatMiniprogram.CustomEvent<{ value: string }>;
type Part = WechatMiniprogram.CustomEvent<{ value: string }, object, { name: 'to' | 'reference' }>;
type Sorted = WechatMiniprogram.CustomEvent<{
  aspect: string;
  board: 'release' | 'keepOff';
  pictures: number[];
}>;
type Assigned = WechatMiniprogram.CustomEvent<{
  seatId: string;
  track: IssueTrack;
  days: number;
  steps: { words: string; days: number }[];
}>;

Page({
  data: {
    look: FIRST_LOOK,
    words: ISSUE_WORK_WORDS,
    waiting: false,
    notice: '',
    note: '',
    day: 0,
    days: EXTENSIONS,
    roles: [] as Tile[],
    triage: NO_TRIAGE,
    ...CLOSED,
    view: null as WorkView | null,
  },

  shown: null as WorkView | null,
  role: FIRST.role,
  issueId: '',
  issue: undefined as OpenedIssue | undefined,
  act: FIRST.act,
  typed: { to: '', reference: '' },
  asked: { role: FIRST.role, next: undefined as string | undefined },

  async onLoad({ id = '' }: { id?: string }) {
    this.issueId = id;
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...NO_ISSUE, ...deniedFace(ROLES) });
      return;
    }
    this.role = seat.role;
    const note = await readStored(this.noteKey(), 'sealed');
    await whileWaiting(this, this.open({ note: typeof note === 'string' ? note : '' }));
  },

  async onShow() {
    await refreshLook(this);
  },

  onHide() {
    if (this.data.phone !== '') this.setData({ phone: '' });
  },

  noteKey(): string {
    return `answer.${this.issueId}`;
  },

  async open(more: Record<string, unknown> = {}) {
    const reply = await issues.open({ issueId: this.issueId });
    if (!reply.ok) {
      showView(this, { ...NO_ISSUE, ...faceOf(reply.problem) }, more);
      return;
    }
    this.issue = reply.data;
    const triage = triageOf(reply.data);
    const roles = rolesFor(reply.data).map((value) => ({ value, label: ROLE_WORDS[value] }));
    showView(this, viewWork(reply.data, this.role), { ...CLOSED, triage, roles, ...more });
  },

  target() {
    return { issueId: this.issueId, version: this.issue?.version ?? 0 };
  },

  /** What was typed stays where it is when a step is refused. */
  async settle(reply: Outcome, done: string): Promise<boolean> {
    if (reply.ok) await this.open({ notice: done });
    else if (isPassed(reply.problem)) await this.open({ notice: sentenceFor(reply.problem) });
    else if (this.data.asking.show) {
      this.setData({ isBusy: false, 'asking.problem': sentenceFor(reply.problem) });
      return false;
    } else this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
    scrollToTop();
    return reply.ok;
  },

  async change(name: keyof typeof ISSUE_WORK_WORDS.done, send: () => Promise<Outcome>): Promise<boolean> {
    if (this.data.isBusy) return false;
    this.setData({ isBusy: true, notice: '' });
    return this.settle(await send(), ISSUE_WORK_WORDS.done[name]);
  },

  async onReview({ detail }: Sorted) {
    const input = { ...this.target(), ...detail };
    const done = detail.board === 'release' ? 'release' : 'review';
    await this.change(done, () => changeOnce({ name: 'reviewIssue', input }, issues.review));
  },

  async onRole({ detail }: WechatMiniprogram.CustomEvent<{ role: Role }>) {
    this.asked = { role: detail.role, next: undefined };
    await this.onPeople();
  },

  async onPeople() {
    const role = APPOINTED_ROLES.find((one) => one === this.asked.role);
    if (role === undefined) return;
    const { next } = this.asked;
    const reply = await users.listPeople({ role, ...(next === undefined ? {} : { cursor: next }) });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    this.asked.next = reply.data.next;
    const people = tilesOfPeople(reply.data.people);
    const before = next === undefined ? [] : (this.data.people ?? []);
    this.setData({ people: [...before, ...people], hasMore: reply.data.next !== undefined });
  },

  onAgain() {
    this.setData({ isAgain: true });
  },

  async onAssign({ detail }: Assigned) {
    const { seatId, track, days, steps } = detail;
    const dueOn = dayAfter(today(), days);
    const milestones = steps.map(({ words, days: count }) => ({ words, dueOn: dayAfter(today(), count) }));
    const input = { ...this.target(), seatId, track, dueOn, milestones };
    await this.change('assign', () => changeOnce({ name: 'assignIssue', input }, issues.assign));
  },

  async onStart() {
    const input = { ...this.target(), act: 'start' as const, note: '' };
    await this.change('start', () => changeOnce({ name: 'workIssue', input }, issues.work));
  },

  async onReach({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { key: number }>) {
    const input = {
      ...this.target(),
      act: 'milestone' as const,
      note: '',
      milestone: currentTarget.dataset.key,
    };
    await this.change('milestone', () => changeOnce({ name: 'workIssue', input }, issues.work));
  },

  /** On the phone before it could be lost. */
  async onNote({ detail }: Given) {
    this.data.note = detail.value;
    await writeStored(this.noteKey(), detail.value, 'sealed');
  },

  async onAnswer() {
    const note = this.data.note.trim();
    if (note.length < ISSUE_TEXT_MIN) {
      this.setData({ notice: ISSUE_WORK_WORDS.short(ISSUE_TEXT_MIN) });
      return;
    }
    const input = { ...this.target(), act: 'answer' as const, note };
    const isDone = await this.change('answer', () => changeOnce({ name: 'workIssue', input }, issues.work));
    if (isDone) await removeStored(this.noteKey());
  },

  /** What needs more than a reason opens first; the others ask for it at once. */
  async onAsk({ currentTarget }: Named<OtherAct>) {
    const { name } = currentTarget.dataset;
    if (name === 'transfer' || name === 'extend') this.setData({ opened: name, day: 0, notice: '' });
    else if (name === 'merge') await this.openMerge('work');
    else if (name === 'release') this.openRelease();
    else this.askReason(name);
  },

  /** The card stands above what was tapped. */
  openRelease() {
    this.setData({ opened: 'release', notice: '' });
    scrollToTop();
  },

  onNext({ currentTarget }: Named<'transfer' | 'extend'>) {
    const { name } = currentTarget.dataset;
    const { to, reference } = this.typed;
    const isShort = to.trim().length < 2 || reference.trim().length < 2;
    if (name === 'transfer' && isShort) this.setData({ notice: ISSUE_WORK_WORDS.transferShort });
    else if (name === 'transfer' || this.data.day > 0) this.askReason(name);
  },

  askReason(act: ReasonedAct) {
    this.act = act;
    const asking = {
      ...NOT_ASKING,
      ...REASON_QUESTIONS[act],
      confirm: ISSUE_WORK_WORDS.acts[act],
      show: true,
    };
    this.setData({ asking, notice: '' });
  },

  onKeep() {
    this.setData({ asking: NOT_ASKING });
  },

  async onReason({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    const { act } = this;
    const dueOn = dayAfter(this.issue?.dueOn ?? today(), this.data.day);
    const sending = { target: this.target(), reason: detail.reason, typed: { ...this.typed, dueOn } };
    const reply = await sendReasoned(act, sending);
    if (reply.ok && act === 'phone') {
      this.setData({ isBusy: false, asking: NOT_ASKING, phone: reply.data.phone ?? '' });
    } else await this.settle(reply, act === 'phone' ? '' : ISSUE_WORK_WORDS.done[act]);
  },

  async openMerge(stage: IssueStage) {
    const reply = await issues.list({ stage });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    const candidates = likestFirst(reply.data.issues, { id: this.issueId, text: this.issue?.text ?? '' });
    this.setData({ opened: 'merge', mergeStage: stage, candidates, notice: '' });
  },

  async onMergeStage({ detail }: WechatMiniprogram.CustomEvent<{ stage: IssueStage }>) {
    await this.openMerge(detail.stage);
  },

  async onMerge({ detail }: WechatMiniprogram.CustomEvent<{ intoId: string }>) {
    const input = { ...this.target(), intoId: detail.intoId };
    await this.change('merge', () => changeOnce({ name: 'mergeIssue', input }, issues.merge));
  },

  onPart({ detail, currentTarget }: Part) {
    this.typed[currentTarget.dataset.name] = detail.value.trim();
  },

  onDay({ detail }: WechatMiniprogram.CustomEvent<{ value: number }>) {
    this.setData({ day: detail.value });
  },

  onDoor() {
    const { id = '', buildingId = '' } = this.issue?.visit?.door ?? {};
    void wx.navigateTo({ url: `/packages/worker/pages/door/door?door=${id}&building=${buildingId}` });
  },

  onPicture({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
    void wx.previewImage({ urls: [currentTarget.dataset.url] });
  },

  onCall() {
    callNumber(this.data.phone);
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
