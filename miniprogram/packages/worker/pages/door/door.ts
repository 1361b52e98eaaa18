import { VERIFY_WAYS } from '@domain/census/codes';
import type { Role } from '@domain/identity/role';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { SEEN_CARD } from '../../../../messages/seen';
import { KNOCK_WORDS } from '../../../../messages/visit';
import { DOOR_WORDS } from '../../../../messages/worker';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { census } from '../../../../services/census';
import type { OutboxEntry } from '../../../../services/outbox-entry';
import { callNumber } from '../../../../services/phone-call';
import { register } from '../../../../services/register';
import { scrollToTop } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { after, type Timer } from '../../../../services/timer';
import { whileWaiting } from '../../../../services/waiting';
import { listenForNews } from '../../services/news';
import { readWholeDoor } from '../../services/whole-door';
import { leaveDoor, newsTo, wayBack, wayFrom, type DoorWay } from './door-ways';
import type { DoorAnswer } from './door-answer';
import { NO_DOOR, subjectOf, viewDoor, type DoorCase, type DoorView } from './door.view';
import { decidedWords, decisionOf, lookedAtAfter, type Verdict } from './decision';
import { SLIP_TILES } from './knock.view';
import { Knocking } from './knocking';
import { doorOfPack, startVisitForm } from './visit-form';

const ROLES: readonly Role[] = ['GW', 'GV', 'CA', 'SA'];
/** The street looks on. */
const DECIDING: readonly Role[] = ['GW', 'CA'];
const KNOCKING: readonly Role[] = ['GW', 'GV'];
/** Sees a door through the route pack alone. */
const PACK_ONLY: readonly Role[] = ['GV'];
/** A number stays in sight as long as it takes to dial it. */
const PHONE_SHOWN_MS = 60_000;
const WITHOUT_NETWORK = { ok: false, problem: { code: 'OFFLINE', details: {} } } as const;
const CLOSED = { sheet: '', isBusy: false, sheetProblem: '' };
type Reason = WechatMiniprogram.CustomEvent<{ reason: string }>;
type Value = WechatMiniprogram.CustomEvent<{ value: string }>;
type Choose = WechatMiniprogram.CustomEvent<{ value: number }>;
type Go = WechatMiniprogram.CustomEvent<{ value?: string }, object, { to: DoorWay }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: DOOR_WORDS,
    knockWords: KNOCK_WORDS,
    slips: SLIP_TILES,
    seen: SEEN_CARD,
    waiting: false,
    mayWish: false,
    /** '' | 'reveal' | 'return' | 'consent' */
    ...CLOSED,
    notice: '',
    phone: '',
    view: null as DoorView | null,
  },

  shown: null as DoorView | null,
  at: undefined as DoorCase | undefined,
  /** Where it was opened: the door, and the household that is meant; '' for none in particular. */
  ...{ doorId: '', buildingId: '', meantId: '' },
  ...{ canDecide: false, isPackOnly: false },
  /** What was just done with the door, here or in front, and what was decided here. */
  done: '',
  verdict: undefined as Verdict | undefined,
  /** A page in front changed the door. */
  isOld: false,
  knocking: undefined as Knocking | undefined,
  hiding: undefined as Timer | undefined,
  settling: undefined as Timer | undefined,
  stop: undefined as (() => void) | undefined,

  async onLoad({ door = '', building = '', household = '' }: Record<string, string | undefined>) {
    Object.assign(this, { doorId: door, buildingId: building, meantId: household });
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...NO_DOOR, ...deniedFace(ROLES) });
    else {
      this.canDecide = DECIDING.includes(seat.role);
      this.setData({ mayWish: this.canDecide });
      this.isPackOnly = PACK_ONLY.includes(seat.role);
      if (KNOCKING.includes(seat.role)) this.knocking = new Knocking(door);
      await whileWaiting(this, this.open());
      const changed = (news: readonly OutboxEntry[]): void => void this.onEntries(news);
      this.stop = listenForNews(() => void this.open(), changed);
    }
  },

  /** Coming back: what was filled in waits here now, and what was decided in front is read again. */
  async onShow() {
    await refreshLook(this);
    if (this.isOld) await this.open({ notice: '' }).then(scrollToTop);
    else await this.redraw();
  },

  onHide() {
    this.hidePhone();
  },

  onUnload() {
    this.hiding?.cancel();
    this.settling?.cancel();
    this.stop?.();
  },

  /** From the cloud where it answers, else from the route pack. */
  async open(more: Record<string, unknown> = {}) {
    this.isOld = false;
    await this.knocking?.ask();
    const reply = this.isPackOnly ? WITHOUT_NETWORK : await readWholeDoor(this.doorId);
    this.knocking?.see(reply.ok ? reply.data : undefined);
    this.at = reply.ok ? this.caseOf(reply.data, 0) : this.fromPack(reply.problem);
    if (this.at !== undefined) showView(this, viewDoor(this.at), more);
    else if (!reply.ok) showView(this, { ...NO_DOOR, ...faceOf(reply.problem) }, more);
  },

  /** What is refused is not shown from memory: the right to see it may be gone. */
  fromPack({ code }: Pick<ProblemReport, 'code'>): DoorCase | undefined {
    const packed = this.knocking?.packed;
    const isSilent = code === 'OFFLINE' || code === 'DEPENDENCY_UNAVAILABLE';
    if (packed === undefined || !isSilent) return undefined;
    return this.caseOf(doorOfPack(packed), packed.pack.packedAt);
  },

  caseOf(door: DoorAnswer, packedAt: number): DoorCase {
    const { canDecide, done, verdict, knocking } = this;
    const held = { knock: knocking?.state, noted: knocking?.noted ?? [] };
    const householdIndex = lookedAtAfter(verdict, door.households, this.meantId);
    return { door, packedAt, canDecide, done, back: wayBack(), ...held, formIndex: 0, householdIndex };
  },

  /** Once the cloud has answers of this door, it is asked for the door again. */
  async onEntries(changed: readonly OutboxEntry[]) {
    await (this.knocking?.isTold(changed) === true ? this.open() : this.redraw());
  },

  /** What this phone holds of the door changed; the cloud is not asked again. */
  async redraw(more: Record<string, unknown> = {}) {
    if (this.at === undefined || this.knocking === undefined) return;
    await this.knocking.refresh();
    this.at = { ...this.at, knock: this.knocking.state, noted: this.knocking.noted };
    showView(this, viewDoor(this.at), more);
    const left = this.knocking.holdLeft;
    this.settling?.cancel();
    if (left > 0) this.settling = after(left + 100, () => void this.redraw());
  },

  async onResult({ detail }: Value) {
    if (detail.value === 'collected') this.setData({ sheet: 'consent', notice: '' });
    else if (this.knocking !== undefined) {
      await this.knocking.note(detail.value);
      await this.redraw({ notice: '' });
    }
  },

  async onSign({ detail }: WechatMiniprogram.CustomEvent<{ values: string[] }>) {
    this.knocking?.pick(detail.values);
    await this.redraw();
  },

  async onSaveVacant() {
    await this.knocking?.noteVacant();
    await this.redraw();
  },

  async onLetGo() {
    this.knocking?.letGo();
    await this.redraw();
  },

  async onTime({ detail }: Value) {
    await this.knocking?.comeAgain(detail.value);
    await this.redraw();
  },

  async onSlip({ detail }: WechatMiniprogram.CustomEvent<{ chosen: boolean }>) {
    await this.knocking?.leaveSlip(detail.chosen);
    await this.redraw();
  },

  async onUndo() {
    const isUndone = (await this.knocking?.undo()) ?? false;
    await this.redraw({ notice: isUndone ? KNOCK_WORDS.undone : '' });
  },

  async onConsent() {
    if (this.at === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const end = await startVisitForm(this.doorId, { verifyWay: VERIFY_WAYS.visit });
    this.setData({ ...CLOSED, notice: end === 'ready' ? '' : end });
    if (end === 'ready') void wx.navigateTo({ url: `/pages/census/form/form?door=${this.doorId}` });
    await this.knocking?.refresh();
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  lookAt(change: Partial<DoorCase>) {
    if (this.at === undefined) return;
    this.at = { ...this.at, ...change };
    this.hiding?.cancel();
    showView(this, viewDoor(this.at), { phone: '', notice: '' });
  },

  onForm({ detail }: Choose) {
    this.lookAt({ formIndex: detail.value });
  },

  onHousehold({ detail }: Choose) {
    this.lookAt({ householdIndex: detail.value });
  },

  /** This household, or beside one on record: the same, another one, or one more bed. */
  async onVerdict({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { verdict: Verdict }>) {
    await this.decide(currentTarget.dataset.verdict, '');
  },

  onReturn() {
    this.setData({ sheet: 'return', notice: '' });
  },

  onReveal() {
    this.setData({ sheet: 'reveal', notice: '' });
  },

  onClose() {
    this.setData(CLOSED);
  },

  async onReason({ detail }: Reason) {
    if (this.data.sheet === 'return') await this.decide('reject', detail.reason);
    else await this.reveal(detail.reason);
  },

  async decide(verdict: Verdict, reason: string) {
    const { at } = this;
    const form = at?.door.waiting[at.formIndex];
    if (at === undefined || form === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const input = decisionOf({ verdict, reason }, form, at);
    const reply = await changeOnce({ name: 'decideForm', input }, census.decideForm);
    if (!reply.ok) {
      this.fail(sentenceFor(reply.problem));
      return;
    }
    this.hiding?.cancel();
    this.done = decidedWords(verdict, reply.data.conflicts);
    this.verdict = verdict;
    await this.open({ ...CLOSED, phone: '', notice: '' });
  },

  /** In the sheet where one is open, else above the buttons. */
  fail(sentence: string) {
    const isInSheet = this.data.sheet !== '';
    this.setData({ isBusy: false, ...(isInSheet ? { sheetProblem: sentence } : { notice: sentence }) });
  },

  async reveal(reason: string) {
    const subject = this.at === undefined ? undefined : subjectOf(this.at);
    if (subject === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const input = { ...subject, reason };
    const reply = await changeOnce({ name: 'revealPhone', input }, register.revealPhone);
    if (!reply.ok) {
      this.fail(sentenceFor(reply.problem));
      return;
    }
    this.setData({ ...CLOSED, phone: reply.data.phone });
    this.hiding?.cancel();
    this.hiding = after(PHONE_SHOWN_MS, () => {
      this.hidePhone();
    });
  },

  hidePhone() {
    this.hiding?.cancel();
    if (this.data.phone !== '') this.setData({ phone: '' });
  },

  onCall() {
    callNumber(this.data.phone);
  },

  onGo({ currentTarget, detail }: Go) {
    const { doorId, buildingId, at } = this;
    const householdId = at?.door.households[at.householdIndex]?.id ?? '';
    const { proxyId: formId = '', compound = '', line = '' } = this.data.view ?? {};
    const place = { doorId, buildingId, householdId, formId, compound, line, seen: detail.value ?? '' };
    const events = newsTo((words) => {
      this.done = words;
      this.isOld = true;
    });
    void wx.navigateTo({ url: wayFrom(currentTarget.dataset.to, place), events });
  },

  onWall() {
    leaveDoor(this.buildingId);
  },
});
