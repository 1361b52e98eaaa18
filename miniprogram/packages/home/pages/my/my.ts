import { HOUSEHOLD_WORDS } from '../../../../messages/household';
import type { censusContract, Receipt } from '@domain/contract/census';
import { sentenceFor } from '@domain/kernel/problem';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { audit } from '../../../../services/audit';
import { census } from '../../../../services/census';
import { NOBODY } from '../../../../services/client';
import { today } from '../../../../services/clock';
import { RESUME_PAGE } from '../../../../services/draft';
import { layOutDraft } from '../../../../services/drafts';
import { answersOf } from '../../../../services/household-answers';
import { newOpId } from '../../../../services/new-op-id';
import { confirmInOutbox, outboxEntries, sendFromOutbox } from '../../../../services/outbox';
import { isOwnForm, isPassing, isWaiting, type OutboxEntry } from '../../../../services/outbox-entry';
import { callNumber } from '../../../../services/phone-call';
import { lose } from '../../../../services/receipts';
import { scrollToTop } from '../../../../services/scroll';
import {
  homeSeatOf,
  knownSession,
  openSession,
  refreshSession,
  type Session,
} from '../../../../services/session';
import { whileWaiting } from '../../../../services/waiting';
import { submittedOf } from '../../../../pages/census/done/done.view';
import {
  afterSame,
  afterWithdrawal,
  viewLooks,
  viewNothing,
  viewProblem,
  viewSent,
  viewSettled,
  viewStored,
  type MyView,
  type SettledFor,
  type Stored,
} from './my.view';
import type { Line } from '../../../../pages/census/review/review.view';

Page({
  data: {
    look: FIRST_LOOK,
    words: HOUSEHOLD_WORDS,
    phone: '',
    waiting: false,
    view: null as MyView | null,
    looks: null as Line[] | null,
    hasMoreLooks: false,
    notice: '',
    isAsking: false,
    isBusy: false,
  },

  stored: undefined as Stored | undefined,
  seatId: '',
  householdId: '',
  /** The operation that handed in what is shown, where this phone did. */
  sent: '',
  cursor: undefined as string | undefined,

  async onLoad() {
    const [session, look] = await Promise.all([knownSession(), currentLook()]);
    this.setData({ look, phone: session.campaign?.publicPhone ?? '' });
    this.goHome(session);
    await this.open();
  },

  goHome(session: Session) {
    const seat = homeSeatOf(session);
    this.seatId = seat?.id ?? '';
    this.householdId = seat?.householdId ?? '';
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    if (this.householdId === '') await this.openSent();
    else await this.openStored();
  },

  async openStored() {
    const { householdId } = this;
    const reply = await whileWaiting(this, census.readMyHousehold({ householdId }, { actAs: this.seatId }));
    if (reply.ok) {
      this.stored = reply.data;
      await this.confirmSent();
    }
    this.setData({ waiting: false, view: reply.ok ? viewStored(reply.data) : viewProblem(reply.problem) });
  },

  /** The form that this phone sent has been read back: it need not be kept here any longer. */
  async confirmSent() {
    const sent = (await outboxEntries()).filter((entry) => entry.state === 'saved');
    for (const { opId } of sent) await confirmInOutbox(opId);
  },

  /** Not bound: the newest form for this home that left the phone, by its receipt. */
  async openSent() {
    const forms = (await outboxEntries()).filter(isOwnForm);
    const last = forms[forms.length - 1];
    if (last === undefined) await this.openUnknown();
    else if (isWaiting(last) || last.state === 'parked') {
      this.setData({ view: viewSent('queued', undefined) });
    } else await this.readReceipt(last);
  },

  /** This phone has sent nothing; its owner may have a home all the same, or have handed in from another phone. */
  async openUnknown() {
    const { session, problem } = await whileWaiting(this, openSession());
    this.goHome(session);
    if (this.householdId !== '') await this.openStored();
    else if (problem !== undefined) this.setData({ waiting: false, view: viewProblem(problem) });
    else await this.openLast();
  },

  /** The last form of this account, from whichever phone it came. */
  async openLast() {
    const reply = await whileWaiting(this, census.readReceipt({}, { actAs: NOBODY }));
    if (reply.ok && reply.data.state === 'submitted') {
      const { receipt } = reply.data;
      await this.openSettled(await this.fillerOf(receipt), receipt);
      return;
    }
    const lacking =
      reply.ok || reply.problem.code === 'NOT_FOUND' ? viewNothing() : viewProblem(reply.problem);
    this.setData({
      waiting: false,
      view: reply.ok ? viewSent(reply.data.state, reply.data.receipt, reply.data) : lacking,
    });
  },

  /** What this phone handed in and is no own form was filled for family. */
  async fillerOf({ code }: Receipt): Promise<SettledFor> {
    const isHere = (await outboxEntries()).some((entry) => submittedOf(entry)?.receipt.code === code);
    return isHere ? 'family' : 'other';
  },

  /** The worker has been there since this app asked who its owner is: there is a home to open, unless it is not this account's. */
  async openSettled(of: SettledFor, receipt: Receipt) {
    const { session, problem } = await refreshSession();
    this.goHome(session);
    const view = problem === undefined ? viewSettled(of, receipt) : viewSent('submitted', receipt);
    if (this.householdId !== '') await this.openStored();
    else this.setData({ waiting: false, view });
  },

  async readReceipt(entry: OutboxEntry) {
    const { opId } = entry;
    this.sent = opId;
    const reply = await whileWaiting(this, census.readReceipt({ opId }, { actAs: NOBODY }));
    const known = submittedOf(entry)?.receipt;
    if (reply.ok) {
      await confirmInOutbox(opId, reply.data);
      const { state, receipt } = reply.data;
      if (state === 'submitted') await this.openSettled('bed', receipt);
      else this.setData({ waiting: false, view: viewSent(state, receipt, reply.data) });
    } else if (reply.problem.code === 'NOT_FOUND') {
      await lose(entry);
      this.setData({ waiting: false, view: viewSent(entry.input === undefined ? 'over' : 'queued', known) });
    } else if (reply.problem.code === 'OFFLINE') {
      this.setData({ waiting: false, view: viewSent('waiting', known) });
    } else this.setData({ waiting: false, view: viewProblem(reply.problem) });
  },

  async onAct() {
    const { face, canChange } = this.data.view ?? {};
    if (face === 'offline' || face === 'problem') await this.open();
    else if (canChange === true) void wx.navigateTo({ url: `${RESUME_PAGE}?op=${this.sent}` });
    else void wx.switchTab({ url: '/pages/census/entry/entry' });
  },

  /** A correction starts from what is stored and is sent for the household by its own seat. */
  async onCorrect() {
    const { stored } = this;
    if (stored === undefined) return;
    const { doorId, plate, household } = stored;
    const session = await knownSession();
    layOutDraft({
      doorId,
      plate,
      place: { by: 'door', doorId },
      channel: 'own',
      consent: { given: true, noticeVersion: session.campaign?.noticeVersion ?? '' },
      answers: answersOf(household.form),
      actAs: this.seatId,
      baseVersion: household.version,
      question: '',
      opId: undefined,
      savedAt: 0,
    });
    void wx.navigateTo({ url: `/pages/census/form/form?door=${doorId}` });
  },

  async onSame() {
    const baseVersion = this.stored?.household.version;
    if (baseVersion === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const entry = await sendFromOutbox<typeof censusContract, 'confirmSame'>({
      ...(await this.parcel()),
      procedure: 'confirmSame',
      input: { householdId: this.householdId, baseVersion },
    });
    this.settle(entry, { words: HOUSEHOLD_WORDS.sameDone, change: afterSame });
  },

  onResidence() {
    void wx.navigateTo({ url: '/packages/home/pages/residence/residence' });
  },

  onAsked() {
    void wx.navigateTo({ url: '/packages/home/pages/asked/asked' });
  },

  onWithdraw() {
    this.setData({ isAsking: true });
  },

  onKeep() {
    this.setData({ isAsking: false });
  },

  async onWithdrawYes() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    const entry = await sendFromOutbox<typeof censusContract, 'withdrawConsent'>({
      ...(await this.parcel()),
      procedure: 'withdrawConsent',
      input: { householdId: this.householdId },
    });
    this.settle(entry, { words: '', change: afterWithdrawal });
  },

  async parcel() {
    const { compound = '', line = '' } = this.data.view ?? {};
    const opId = await newOpId();
    const label = `${compound} ${line}`;
    return { opId, name: 'census', actAs: this.seatId, group: `household:${this.householdId}`, label };
  },

  /** What the cloud has taken is shown as it must now be: the next opening of the page reads it back. */
  settle(entry: OutboxEntry, done: { words: string; change: typeof afterSame }) {
    const { problem } = entry;
    const isKept = problem === undefined || isPassing(problem.code);
    const refusal = isKept ? HOUSEHOLD_WORDS.waitingOutbox : sentenceFor(problem);
    const isSaved = entry.state === 'saved';
    if (isSaved && this.stored !== undefined) this.stored = done.change(this.stored, today());
    this.setData({
      isBusy: false,
      isAsking: false,
      notice: isSaved ? done.words : refusal,
      ...(this.stored === undefined ? {} : { view: viewStored(this.stored) }),
    });
    scrollToTop();
  },

  async onLooks() {
    const query = {
      householdId: this.householdId,
      ...(this.cursor === undefined ? {} : { cursor: this.cursor }),
    };
    const reply = await audit.aboutMe(query, { actAs: this.seatId });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      scrollToTop();
      return;
    }
    this.cursor = reply.data.next;
    const looks = [...(this.data.looks ?? []), ...viewLooks(reply.data.looks)];
    this.setData({ looks, hasMoreLooks: this.cursor !== undefined });
  },

  onCall() {
    callNumber(this.data.phone);
  },
});
