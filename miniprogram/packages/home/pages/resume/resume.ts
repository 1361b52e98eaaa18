import type { censusContract } from '@domain/contract/census';
import type { ProcedureOutput } from '@domain/kernel/contract';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { census } from '../../../../services/census';
import { NOBODY } from '../../../../services/client';
import { dropFromCloud } from '../../../../services/cloud-draft';
import type { Draft } from '../../../../services/draft';
import { findDraft, layOutDraft, removeDraft, saveDraft } from '../../../../services/drafts';
import { callNumber } from '../../../../services/phone-call';
import { knownSession } from '../../../../services/session';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { correctionOf } from './correction';
import { viewProblem, viewResume, type ResumeFace, type ResumeView, type Way } from './resume.view';
import { besideWaiting, standingOf, type Standing } from './standing';

/** What is said of a form that can be changed no more. */
const FACES: Readonly<Record<string, ResumeFace | undefined>> = {
  accepted: 'confirmed',
  rejected: 'returned',
  aloud: 'aloud',
};

type OwnForm = ProcedureOutput<(typeof censusContract)['readOwnForm']>;

Page({
  data: { look: FIRST_LOOK, phone: '', waiting: false, view: null as ResumeView | null },

  door: '',
  sent: '',
  draft: undefined as Draft | undefined,
  /** The draft that is laid out once the new notice is agreed to. */
  next: undefined as Draft | undefined,
  /** The form that waits now. */
  formId: '',
  isBusy: false,

  async onLoad({ door = '', op = '' }: { door?: string; op?: string }) {
    this.door = door;
    this.sent = op;
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    const { campaign } = await knownSession();
    this.setData({ phone: campaign?.publicPhone ?? '' });
    const { door, sent } = this;
    if (door !== '') await this.openDraft();
    else await this.openSent(sent === '' ? {} : { opId: sent });
  },

  async openDraft() {
    const draft = await findDraft(this.door);
    // Nothing of it is left here: the form's page says so.
    if (draft === undefined) this.toForm();
    else await this.stand(draft, await standingOf(draft));
  },

  async stand(draft: Draft, standing: Standing) {
    this.draft = draft;
    this.door = draft.doorId;
    if ('formId' in standing) this.formId = standing.formId;
    if (standing.kind === 'open') this.toForm();
    else this.show(standing.kind);
    if (standing.kind === 'handedIn') await this.forget();
  },

  /** From the receipt: what was typed, or what became of it. */
  async openSent(which: { opId?: string; doorId?: string }) {
    const reply = await changeOnce({ name: 'readOwnForm', input: which }, (input, options) =>
      census.readOwnForm(input, { ...options, actAs: NOBODY }),
    );
    if (reply.ok) {
      await this.layOut(reply.data);
      return;
    }
    const { code, details } = reply.problem;
    const face = code === 'WRONG_STATE' ? FACES[String(details['state'])] : undefined;
    if (face !== undefined) this.show(face);
    else if (code === 'NOT_FOUND') this.show('gone');
    else this.setData({ view: viewProblem(reply.problem) });
  },

  /** What this phone has begun at the door goes before: nothing that was typed is put away unasked. */
  async layOut({ formId, doorId, plate, noticeVersion, form }: OwnForm) {
    const [begun, { campaign }] = await Promise.all([findDraft(doorId), knownSession()]);
    this.door = doorId;
    if (begun !== undefined) {
      await this.stand(begun, besideWaiting(begun, formId));
      return;
    }
    this.next = {
      doorId,
      plate,
      place: { by: 'form', formId },
      channel: undefined,
      consent: { given: true, noticeVersion: campaign?.noticeVersion ?? noticeVersion },
      answers: form,
      actAs: NOBODY,
      baseVersion: undefined,
      question: '',
      opId: undefined,
      savedAt: 0,
    };
    if (this.next.consent.noticeVersion === noticeVersion) this.fill();
    else this.show('notice');
  },

  fill() {
    if (this.next === undefined) return;
    layOutDraft(this.next);
    this.toForm();
  },

  onAct() {
    void this.go(0);
  },

  onSecond() {
    void this.go(1);
  },

  async go(which: 0 | 1) {
    const way = this.data.view?.ways[which];
    if (way === undefined || this.isBusy) return;
    this.isBusy = true;
    await this.take(way);
    this.isBusy = false;
  },

  async take(way: Way) {
    const ways: Readonly<Record<Way, () => unknown>> = {
      goOn: () => this.goOn(),
      newest: () => this.changeNewest(),
      correct: () => this.correct(),
      household: () => this.openHousehold(),
      entry: () => wx.switchTab({ url: '/pages/census/entry/entry' }),
      invitation: () => this.openInvitation(),
      agree: () => {
        this.fill();
      },
      notice: () => wx.navigateTo({ url: '/packages/home/pages/privacy/privacy' }),
      again: () => whileWaiting(this, this.open()),
      home: () => wx.switchTab({ url: '/pages/home/home' }),
    };
    await ways[way]();
  },

  /** What was typed here, in the place of the form that waits now. */
  async goOn() {
    const { draft, formId } = this;
    if (draft === undefined) return;
    await saveDraft({ ...draft, place: { by: 'form', formId }, channel: undefined, opId: undefined });
    this.toForm();
  },

  async changeNewest() {
    await this.forget();
    await whileWaiting(this, this.openSent({ doorId: this.door }));
  },

  /** What was typed here becomes a correction of the household that the form has become. */
  async correct() {
    const { draft } = this;
    if (draft === undefined) return;
    const { correction, problem } = await whileWaiting(this, correctionOf(draft));
    if (correction !== undefined) {
      await saveDraft(correction);
      this.toForm();
    } else if (problem === undefined) this.show('settled');
    else this.setData({ view: viewProblem(problem) });
  },

  async openHousehold() {
    await this.forget();
    void wx.redirectTo({ url: '/packages/home/pages/my/my' });
  },

  openInvitation() {
    const { place } = this.draft ?? {};
    if (place?.by !== 'invitation') return;
    const url = `/packages/family/pages/invitation/invitation?id=${place.invitationId}`;
    void wx.redirectTo({ url });
  },

  async forget() {
    if (this.draft === undefined) return;
    await dropFromCloud(this.draft);
    await removeDraft(this.draft.doorId);
  },

  toForm() {
    void wx.redirectTo({ url: `/pages/census/form/form?door=${this.door}` });
  },

  onCall() {
    callNumber(this.data.phone);
  },

  show(face: ResumeFace) {
    this.setData({ view: viewResume(face, this.draft?.plate, this.draft !== undefined) });
  },
});
