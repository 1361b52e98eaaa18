import type { Condition } from '@domain/gift/gift';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { GIFT_NEW_WORDS } from '../../../../messages/gift';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { gift, giverSeatOf } from '../../services/gifts';
import { AGREE_BUTTON, answerPrivacyWith, type PrivacyQuestion } from '../../../../services/privacy';
import { homeSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { dropDraft, keepDraft, keptDraft, NO_DRAFT, type GiftDraft } from '../../services/gift-draft';
import { choosePicture, sendLeftPictures } from '../../services/written-pictures';
import { goHome, wayHome, type WayHome } from '../../../../services/way-home';
import { CONDITION_TILES, missingOf, viewNewGift, type NewGiftView } from './gift-new.view';

type Given = WechatMiniprogram.CustomEvent<{ value: string }>;

function refusalOf(problem: Pick<ProblemReport, 'code' | 'details'>): string {
  return problem.code === 'OFFLINE' ? GIFT_NEW_WORDS.offline : sentenceFor(problem);
}

Page({
  data: {
    look: FIRST_LOOK,
    words: GIFT_NEW_WORDS,
    conditions: CONDITION_TILES,
    agreeButton: AGREE_BUTTON,
    waiting: false,
    isBusy: false,
    isAsking: false,
    guide: '',
    notice: '',
    reason: '',
    view: null as NewGiftView | null,
  },

  shown: null as NewGiftView | null,
  draft: NO_DRAFT,
  seat: undefined as string | undefined,
  way: undefined as WayHome | undefined,
  question: undefined as PrivacyQuestion | undefined,
  stop: undefined as (() => void) | undefined,

  /** `again`: a thing that came back; what was typed for it, or for a new one, stands here still. */
  async onLoad({ again = '' }: { again?: string }) {
    const kept = await keptDraft();
    this.seat = giverSeatOf(await homeSession())?.id;
    if (this.seat === undefined) this.way = await wayHome({ sentence: GIFT_NEW_WORDS.noHome, detail: '' });
    const isOver = kept.sentId !== '' && kept.pictures.length === 0;
    this.draft = isOver || kept.again !== again ? { ...NO_DRAFT, again } : kept;
    if (again !== '') await this.openReturned();
    this.draw();
  },

  /** Its version and the community's words are of now; the words too, where nothing else was typed. */
  async openReturned() {
    if (this.seat === undefined) return;
    const reply = await gift.listOwn({ view: 'given' }, { actAs: this.seat });
    const own = reply.ok ? reply.data.gifts.find(({ id }) => id === this.draft.again) : undefined;
    if (own === undefined) return;
    const { title, words, condition, version, reason } = own;
    const isUntouched = this.draft.title === '';
    this.draft = { ...this.draft, ...(isUntouched ? { title, words, condition } : {}), version };
    if (reason !== undefined) this.setData({ reason: GIFT_NEW_WORDS.returned(reason) });
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
    showView(this, viewNewGift(this.draft, this.way), more);
  },

  /** Every key is on the phone before it could be lost. */
  async keep(change: Partial<GiftDraft>) {
    this.draft = { ...this.draft, ...change };
    this.draw({ notice: '' });
    await keepDraft(this.draft);
  },

  async onTitle({ detail }: Given) {
    await this.keep({ title: detail.value });
  },

  async onWords({ detail }: Given) {
    await this.keep({ words: detail.value });
  },

  async onCondition({ detail }: Given) {
    await this.keep({ condition: detail.value as Condition });
  },

  async onPicture() {
    const { path, problem } = await choosePicture();
    this.setData({ notice: problem });
    if (path !== '') await this.keep({ pictures: [...this.draft.pictures, path] });
  },

  async onDropPictures() {
    await this.keep({ pictures: [] });
  },

  async onSend() {
    const { seat: actAs, draft } = this;
    const notice = missingOf(draft);
    if (actAs === undefined || this.data.isBusy || draft.condition === '' || notice !== '') {
      this.setData({ notice });
      return;
    }
    this.setData({ isBusy: true, notice: '' });
    const { title, words, condition, again, version } = draft;
    const sentAgain = again === '' ? {} : { again: { giftId: again, version } };
    const change = { name: 'offerGift', input: { title, words, condition, ...sentAgain } };
    const reply = await changeOnce(change, (input, options) => gift.offer(input, { ...options, actAs }));
    if (!reply.ok) {
      this.setData({ isBusy: false, notice: refusalOf(reply.problem) });
      return;
    }
    await this.keep({ sentId: reply.data.giftId });
    await this.sendLeft(actAs);
  },

  /** The text first, its pictures after it: what does not arrive stays on the phone. */
  async sendLeft(actAs: string) {
    const giftId = this.draft.sentId;
    this.draft = await sendLeftPictures(this.draft, {
      keep: keepDraft,
      send: (fileId) =>
        changeOnce({ name: 'giftPicture', input: { giftId, fileId } }, (input, options) =>
          gift.addPicture(input, { ...options, actAs }),
        ),
    });
    if (this.draft.pictures.length === 0) await dropDraft();
    this.draw({ isBusy: false });
  },

  async onLeavePictures() {
    await this.keep({ pictures: [] });
    await dropDraft();
  },

  async onAct() {
    const { seat, way, draft } = this;
    if (way !== undefined) goHome(way);
    else if (seat !== undefined && draft.pictures.length > 0) await this.sendLeft(seat);
    else void wx.redirectTo({ url: '/packages/life/pages/my-gifts/my-gifts' });
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
