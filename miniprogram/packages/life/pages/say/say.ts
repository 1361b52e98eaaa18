import type { PublicIssue } from '@domain/contract/issue';
import { ISSUE_TEXT_MIN, type IssueKind } from '@domain/issue/issue';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { SAY_WORDS } from '../../../../messages/issue';
import { SEEN } from '../../../../messages/seen';
import { actingSeat } from '../../../../services/acting';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { issue } from '../../../../services/issue';
import { AGREE_BUTTON, answerPrivacyWith, type PrivacyQuestion } from '../../../../services/privacy';
import { scrollToTop } from '../../../../services/scroll';
import { homeSeatOf, openSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { leavePage } from '../../../../services/staff-page';
import { dropDraft, keepDraft, keptDraft, NO_DRAFT, type SayDraft } from '../../services/say-draft';
import {
  isNowhere,
  needsSpot,
  placeOfDraft,
  seatOption,
  sendPictures,
  sendText,
  type Sender,
} from '../../services/sending';
import { choosePicture } from '../../services/written-pictures';
import { viewSay, WHO_TILES, type SayView } from './say.view';

type Given = WechatMiniprogram.CustomEvent<{ value: string; values: readonly string[] }>;

const NOBODY: Sender = { seatId: undefined };
const MY_ISSUES = '/packages/life/pages/my-issues/my-issues';

function refusalOf(problem: Pick<ProblemReport, 'code' | 'details'>): string {
  if (problem.code === 'OFFLINE') return SAY_WORDS.offline;
  if (problem.details['field'] === 'raisedBy.householdId') return SAY_WORDS.noAccount;
  return sentenceFor(problem);
}

/** The sentence that asks for it; '' where it can be sent. */
function missingIn(draft: SayDraft): string {
  if (draft.text.trim().length < ISSUE_TEXT_MIN) return SAY_WORDS.wrongText;
  if (isNowhere(draft)) return SAY_WORDS.wrongPlace;
  return needsSpot(draft) ? SAY_WORDS.wrongSpot : '';
}

Page({
  data: {
    look: FIRST_LOOK,
    words: SAY_WORDS,
    whoTiles: WHO_TILES,
    agreeButton: AGREE_BUTTON,
    waiting: false,
    isBusy: false,
    isAsking: false,
    guide: '',
    notice: '',
    view: null as SayView | null,
  },

  shown: null as SayView | null,
  draft: NO_DRAFT,
  similar: [] as readonly PublicIssue[],
  sender: NOBODY,
  question: undefined as PrivacyQuestion | undefined,
  stop: undefined as (() => void) | undefined,

  async onLoad({ door = '', household = '', seen = '' }: Record<string, string | undefined>) {
    this.draft = await keptDraft(door);
    if (door === '') await this.openOwn();
    else await this.openVisit(household, seen);
  },

  async openOwn() {
    const { session } = await openSession();
    this.sender = { seatId: homeSeatOf(session)?.id };
    const { where, sent, pictures } = this.draft;
    if (sent !== null && pictures.length === 0) await this.clear();
    else if (where === '' && this.sender.seatId !== undefined) await this.keep({ where: 'home' });
    else this.draw();
  },

  /** What was touched at the door stands here already; something that is still to be sent comes first. */
  async openVisit(householdId: string, seen: string) {
    this.sender = { seatId: actingSeat() };
    const { text, sent, pictures } = this.draft;
    const isLeft = sent === null ? text !== '' : pictures.length > 0;
    if (isLeft) {
      this.draw({ notice: SAY_WORDS.left });
      return;
    }
    const { label = '', aspect = '' } = SEEN.find(({ value }) => value === seen) ?? {};
    this.draft = { ...NO_DRAFT, doorId: this.draft.doorId };
    await this.keep({
      ...{ householdId, raisedBy: householdId === '' ? 'worker' : 'household', aspect },
      text: aspect === '' ? '' : label,
    });
  },

  async onShow() {
    await refreshLook(this);
    this.stop = answerPrivacyWith((question) => {
      this.question = question;
      this.setData({ isAsking: true, guide: question.contractName });
    });
  },

  onHide() {
    this.stop?.();
  },

  onUnload() {
    this.stop?.();
  },

  draw(more: Record<string, unknown> = {}) {
    const hasHome = this.sender.seatId !== undefined;
    showView(this, viewSay({ draft: this.draft, hasHome, similar: this.similar }), more);
  },

  /** The sentence stands above the form, and the buttons below it. */
  tell(notice: string) {
    this.setData({ notice });
    if (notice !== '') scrollToTop();
  },

  /** Every key is on the phone before it could be lost. Another text is another operation. */
  async keep(change: Partial<SayDraft>) {
    this.draft = { ...this.draft, ...change, ...(this.draft.sent === null ? { opId: '' } : {}) };
    this.draw({ notice: '' });
    await keepDraft(this.draft);
  },

  async clear() {
    await dropDraft(this.draft);
    this.similar = [];
    const { doorId } = this.draft;
    this.draft = { ...NO_DRAFT, doorId, where: this.sender.seatId === undefined ? '' : 'home' };
    this.draw();
  },

  async onKind({ detail }: Given) {
    await this.keep({ kind: detail.value as IssueKind });
  },

  async onWhere({ detail }: Given) {
    if (detail.value === 'scene') await this.scan();
    else await this.keep({ where: detail.value });
  },

  async scan() {
    const read = await wx.scanCode({}).catch(() => undefined);
    if (read === undefined) return;
    const scene = /[?&]scene=([^&]+)/.exec(read.path)?.[1] ?? read.result;
    await this.keep({ where: 'scene', scene });
  },

  async onText({ detail }: Given) {
    await this.keep({ text: detail.value });
  },

  async onSpot({ detail }: Given) {
    await this.keep({ spot: detail.value });
  },

  async onWho({ detail }: Given) {
    const { values } = detail;
    await this.keep({
      isAnonymous: values.includes('anonymous'),
      isStreetOnly: values.includes('streetOnly'),
    });
  },

  async onRaisedBy({ detail }: Given) {
    await this.keep({ raisedBy: detail.value });
  },

  async onPhone({ detail }: Given) {
    await this.keep({ phone: detail.value });
  },

  async onPicture() {
    const { path, problem } = await choosePicture();
    this.tell(problem);
    if (path !== '') await this.keep({ pictures: [...this.draft.pictures, path] });
  },

  async onDropPictures() {
    await this.keep({ pictures: [] });
  },

  async onSend() {
    if (this.data.isBusy) return;
    const missing = missingIn(this.draft);
    if (missing !== '') {
      this.tell(missing);
      return;
    }
    this.setData({ isBusy: true, notice: '' });
    const { text, isStreetOnly } = this.draft;
    const input = { place: placeOfDraft(this.draft), text };
    const found = isStreetOnly ? undefined : await issue.findSimilar(input, seatOption(this.sender));
    this.similar = found?.ok === true ? found.data.issues : [];
    if (this.similar.length > 0) this.draw({ isBusy: false });
    else await this.send();
  },

  async onMine() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    await this.send();
  },

  async send() {
    const { draft, problem } = await sendText(this.sender, this.draft);
    this.draft = draft;
    this.similar = [];
    if (problem === undefined) await this.sendLeft();
    else {
      this.draw({ isBusy: false });
      this.tell(refusalOf(problem));
    }
  },

  async sendLeft() {
    this.draft = await sendPictures(this.sender, this.draft);
    if (this.draft.pictures.length === 0) await dropDraft(this.draft);
    this.draw({ isBusy: false });
  },

  async onMe({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const input = { issueId: currentTarget.dataset.id };
    const reply = await changeOnce({ name: 'followIssue', input }, (wanted, options) =>
      issue.follow(wanted, { ...options, ...seatOption(this.sender) }),
    );
    if (!reply.ok && reply.problem.details['state'] !== 'following') {
      this.tell(sentenceFor(reply.problem));
      return;
    }
    await this.clear();
    this.tell(SAY_WORDS.followed);
  },

  async onAct() {
    if (this.draft.pictures.length > 0) await this.sendLeft();
    else if (this.draft.doorId === '') void wx.redirectTo({ url: MY_ISSUES });
    else leavePage();
  },

  /** What cannot be sent keeps nobody from saying the next thing: the text stands without its pictures. */
  async onSecond() {
    if (this.draft.pictures.length === 0) {
      this.onBoard();
      return;
    }
    await this.keep({ pictures: [] });
    await dropDraft(this.draft);
  },

  onMineList() {
    void wx.navigateTo({ url: MY_ISSUES });
  },

  onBoard() {
    void wx.navigateTo({ url: '/packages/life/pages/issue-board/issue-board' });
  },

  onAgree() {
    this.question?.answer('agree');
    this.setData({ isAsking: false });
  },

  onRefuse() {
    this.question?.answer('disagree');
    this.setData({ isAsking: false });
  },

  onReadGuide() {
    wx.openPrivacyContract({});
  },
});
