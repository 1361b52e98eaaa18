import type { Helper } from '@domain/census/household-form';
import { sentenceFor, type ProblemCode, type ProblemReport } from '@domain/kernel/problem';
import { INVITATION_WORDS } from '../../../../messages/family';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { announceArrival } from '../../../../services/arrival';
import { NOBODY } from '../../../../services/client';
import { dropFromCloud, resumeWith } from '../../../../services/cloud-draft';
import type { Draft } from '../../../../services/draft';
import { findDraft, removeDraft, saveDraft } from '../../../../services/drafts';
import { family } from '../../../../services/family';
import { newAnswers, type Answers } from '../../../../services/household-answers';
import { callNumber } from '../../../../services/phone-call';
import { scrollToPlace } from '../../../../services/scroll';
import { knownSession, rememberCampaign } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { readingSentence } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { workspaceOf } from '../../../../services/workspace';
import {
  helperOf,
  missingOf,
  NOTICE,
  RELATIONS,
  viewOpened,
  viewOwn,
  viewProblem,
  type InvitationView,
  type Missing,
  type Opened,
  type Own,
} from './invitation.view';

const FAMILY_FILLS = 2;
const NOTHING_MISSING: Missing = {};

Page({
  data: {
    look: FIRST_LOOK,
    words: INVITATION_WORDS,
    relations: RELATIONS,
    rows: NOTICE,
    waiting: false,
    relation: '',
    isAgreed: false,
    /** What is missing, at its field. */
    missing: NOTHING_MISSING,
    problems: [] as readonly string[],
    isBusy: false,
    /** Whether the draft is thrown away is asked. */
    isDropping: false,
    view: null as InvitationView | null,
  },

  shown: null as InvitationView | null,
  token: '',
  invitationId: '',
  /** Whoever helps a building goes back to it; '' for the first page. */
  homeUrl: '',
  noticeVersion: '',
  name: '',
  opened: undefined as Opened | undefined,
  own: undefined as Own | undefined,

  async onLoad({ i = '', id = '' }: { i?: string; id?: string }) {
    this.token = i;
    this.invitationId = id;
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
    // Back from the form, or on the next day: what stands in the cloud by now.
    if (this.shown !== null && this.invitationId !== '') await this.readOwn();
  },

  async open() {
    if (this.invitationId !== '') {
      await this.readOwn();
      return;
    }
    const reply = await family.openInvitation({ token: this.token }, { actAs: NOBODY });
    if (!reply.ok) {
      this.fail(reply.problem);
      return;
    }
    const { campaign, own, invitationId = '' } = reply.data;
    await rememberCampaign(campaign);
    this.opened = reply.data;
    this.noticeVersion = campaign.noticeVersion;
    this.invitationId = invitationId;
    if (own === undefined) this.show(viewOpened(reply.data));
    else await this.showOwn(own);
  },

  async readOwn() {
    const { invitationId } = this;
    const reply = await family.readInvitation({ invitationId }, { actAs: NOBODY });
    if (!reply.ok) {
      // What is on the screen stays there when only the network is gone.
      if (reply.problem.code !== 'OFFLINE' || this.shown === null) this.fail(reply.problem);
      return;
    }
    await this.showOwn(reply.data);
  },

  async showOwn(own: Own, more: Record<string, unknown> = {}) {
    this.own = own;
    this.noticeVersion = own.noticeVersion;
    const [kept, session] = await Promise.all([findDraft(own.doorId), knownSession()]);
    const { campaign } = session;
    const { workspace, workspaceUrl } = workspaceOf(session);
    const isAloud = own.isAloud === true;
    this.homeUrl = isAloud ? workspaceUrl : '';
    if (own.stage !== 'filling') await this.forget(kept);
    if (isAloud) void wx.setNavigationBarTitle({ title: INVITATION_WORDS.aloud.title });
    const isBegun = own.draft !== undefined || kept !== undefined;
    this.show(
      viewOwn(own, { isBegun, campaign, home: this.homeUrl === '' ? INVITATION_WORDS.home : workspace }),
      more,
    );
  },

  /** Handed in, on whichever phone: this one has nothing left to go on with. */
  async forget(kept: Draft | undefined) {
    if (kept?.place.by !== 'invitation' || kept.place.invitationId !== this.invitationId) return;
    await dropFromCloud(kept);
    await removeDraft(kept.doorId);
  },

  onName({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.name = detail.value;
    if (this.data.missing.name !== undefined) this.setData(this.forgiven('name'));
  },

  onRelation({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ relation: detail.value, ...this.forgiven('relation') });
  },

  onTick() {
    this.setData({ isAgreed: !this.data.isAgreed, ...this.forgiven('isAgreed') });
  },

  /** What was missing is no longer said of what has just been answered. */
  forgiven(field: keyof Missing): { missing: Missing } {
    const { [field]: _, ...missing } = this.data.missing;
    return { missing };
  },

  onCall() {
    callNumber(this.data.view?.phone ?? '');
  },

  onNotice() {
    void wx.navigateTo({ url: '/packages/home/pages/privacy/privacy' });
  },

  async onStart() {
    const { relation, isAgreed, isBusy } = this.data;
    const said = { name: this.name, relation, isAgreed };
    const helper = helperOf(said);
    const missing = missingOf(said);
    const [first] = Object.keys(missing);
    if (helper === undefined || first !== undefined) {
      this.setData({ missing, problems: [] });
      scrollToPlace(`#${first ?? ''}`);
    } else if (!isBusy) await this.accept(helper);
  },

  async accept(helper: Helper) {
    this.setData({ isBusy: true, problems: [], missing: {} });
    if (this.invitationId === '') {
      const consent = { given: true, noticeVersion: this.noticeVersion };
      const input = { token: this.token, consent };
      const reply = await changeOnce({ name: 'acceptInvitation', input }, (sent, options) =>
        family.acceptInvitation(sent, { ...options, actAs: NOBODY }),
      );
      if (!reply.ok) {
        this.setData({ isBusy: false, problems: [sentenceFor(reply.problem)] });
        return;
      }
      const { verdict, invitationId = '', ticket } = reply.data;
      if (verdict === 'plain' && this.opened !== undefined) {
        this.opened = { ...this.opened, verdict, ...(ticket === undefined ? {} : { ticket }) };
        this.show(viewOpened(this.opened));
        return;
      }
      this.invitationId = invitationId;
    }
    await this.fill({ ...newAnswers(), fillRole: FAMILY_FILLS, helper });
  },

  async onGoOn() {
    const { own, invitationId } = this;
    if (own === undefined) return;
    const mine = await findDraft(own.doorId);
    const cloud = { version: own.draftVersion, answers: own.draft?.answers as Answers | undefined };
    const answers = await resumeWith(invitationId, cloud, mine?.answers);
    if (answers !== undefined) await this.fill(answers, mine?.question ?? own.draft?.question);
  },

  onDrop() {
    this.setData({ isDropping: true, problems: [] });
  },

  onKeep() {
    this.setData({ isDropping: false });
  },

  /** The cloud's first: were only this phone's gone, the other would come back from there. */
  async onDropped() {
    const { own, invitationId } = this;
    if (own === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const input = { invitationId };
    const reply = await changeOnce({ name: 'deleteDraft', input }, (sent, options) =>
      family.deleteDraft(sent, { ...options, actAs: NOBODY }),
    );
    if (!reply.ok) {
      this.setData({ isBusy: false, isDropping: false, problems: [sentenceFor(reply.problem)] });
      return;
    }
    await dropFromCloud({ place: { by: 'invitation', invitationId } });
    await removeDraft(own.doorId);
    const emptied = { ...own, draft: undefined, draftVersion: reply.data.version };
    await this.showOwn(emptied, { isDropping: false, relation: '', isAgreed: false });
  },

  /** The draft stands on this phone before the form opens; the cloud follows. */
  async fill(answers: Answers, question = '') {
    const { doorId, plate } = this.own ?? this.opened ?? {};
    if (doorId === undefined || plate === undefined) return;
    await saveDraft({
      doorId,
      plate,
      answers,
      question,
      place: { by: 'invitation', invitationId: this.invitationId },
      consent: { given: true, noticeVersion: this.noticeVersion },
      channel: undefined,
      actAs: NOBODY,
      baseVersion: undefined,
      opId: undefined,
      savedAt: 0,
    });
    this.setData({ isBusy: false });
    void wx.navigateTo({ url: `/pages/census/form/form?door=${doorId}` });
  },

  /** For whom the invitation is not: the door's blank form, as by its code. */
  onAct() {
    const { ticket, doorId, plate, verdict } = this.opened ?? {};
    if (verdict === 'plain' && ticket !== undefined && doorId !== undefined && plate !== undefined) {
      announceArrival({ by: 'ticket', ticket, doorId, plate, carrier: '' });
      void wx.switchTab({ url: '/pages/census/entry/entry' });
    } else if (this.data.view?.action === INVITATION_WORDS.again) void whileWaiting(this, this.open());
    else this.onHome();
  },

  onHome() {
    if (this.homeUrl === '') void wx.switchTab({ url: '/pages/home/home' });
    else void wx.redirectTo({ url: this.homeUrl });
  },

  fail(problem: Pick<ProblemReport, 'details'> & { code: ProblemCode }) {
    this.show(viewProblem(problem.code, readingSentence(problem)));
  },

  show(view: InvitationView, more: Record<string, unknown> = {}) {
    showView(this, view, { isBusy: false, ...more });
  },
});
