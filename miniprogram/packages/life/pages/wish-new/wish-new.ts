import type { Seat } from '@domain/contract/session';
import { fieldProblemOf, NO_FIELD_PROBLEM, type FieldProblem } from '@domain/kernel/field-problem';
import type { ProblemReport } from '@domain/kernel/problem';
import { TEXT_LENGTH_MIN } from '@domain/wish/wish';
import { WISH_NEW_WORDS } from '../../../../messages/wish';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { scrollToPlace } from '../../../../services/scroll';
import { homeSeatOf, homeSession } from '../../../../services/session';
import { changeOnce } from '../../../../services/single-change';
import { wish } from '../../../../services/wish';
import { NO_WISH, wishDrafts, type WishDraft } from '../../services/wish-draft';
import { goHome, wayHome, type WayHome } from '../../../../services/way-home';
import { makerSeatsOf } from '../../services/wish-face';

type Typed = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  { field: 'text' | 'name' | 'phone' | 'note' }
>;
type Chosen = WechatMiniprogram.CustomEvent<{ value: string; values: string[] }>;

const { alone, agrees } = WISH_NEW_WORDS;
const FIELDS = ['text', 'name', 'phone', 'note'] as const;

Page({
  data: {
    look: FIRST_LOOK,
    words: WISH_NEW_WORDS,
    alone: [alone],
    agrees: [agrees],
    isHelper: false,
    /** Where nobody may make a wish here: why, and the way on. */
    way: null as WayHome | null,
    isBusy: false,
    isSent: false,
    isSimilar: false,
    notice: '',
    wrong: NO_FIELD_PROBLEM,
    draft: null as WishDraft | null,
  },

  draft: NO_WISH,
  store: wishDrafts(''),
  seat: undefined as Seat | undefined,
  doorId: '',

  /** `door`: a helper makes it for somebody behind that door; without one it is for the own home. What was typed stands here still. */
  async onLoad({ door = '' }: { door?: string }) {
    this.doorId = door;
    this.store = wishDrafts(door);
    const [draft, session] = await Promise.all([this.store.kept(), homeSession()]);
    const isHelper = door !== '';
    const helper = makerSeatsOf(session).find(({ role }) => role !== 'RE');
    this.seat = isHelper ? helper : homeSeatOf(session);
    this.draft = draft;
    this.setData({ isHelper, way: this.seat === undefined ? await this.lacking(isHelper) : null, draft });
  },

  async onShow() {
    await refreshLook(this);
  },

  async lacking(isHelper: boolean): Promise<WayHome> {
    const { noHelper, noHome, noHomeDetail } = WISH_NEW_WORDS;
    if (isHelper) return { sentence: noHelper, detail: '', action: '', opId: '' };
    return wayHome({ sentence: noHome, detail: noHomeDetail });
  },

  /** Every key is on the phone before it could be lost; a field draws itself what is typed in it. */
  async keep(change: Partial<WishDraft>) {
    this.draft = { ...this.draft, ...change };
    await this.store.keep(this.draft);
  },

  async onTyped({ detail, currentTarget }: Typed) {
    await this.keep({ [currentTarget.dataset.field]: detail.value });
  },

  async onContact({ detail }: Chosen) {
    const from = detail.value as WishDraft['from'];
    this.setData({ 'draft.from': from });
    await this.keep({ from });
  },

  async onAbout({ detail }: Chosen) {
    const others = this.draft.about.filter((one) => one !== detail.value);
    const about = [...others, ...detail.values];
    this.setData({ 'draft.about': about });
    await this.keep({ about });
  },

  async onSend() {
    await this.send({});
  },

  async onAnother() {
    await this.send({ isAnother: true });
  },

  ask(more: { isAnother?: boolean }, actAs: string) {
    const { text, name, phone, note, from, about } = this.draft;
    const isAlone = about.includes(alone.value);
    const rest = { text, isAlone, ...(note === '' ? {} : { note }), ...more };
    if (this.doorId !== '') {
      const input = { doorId: this.doorId, name, phone, agrees: about.includes(agrees.value), ...rest };
      return changeOnce({ name: 'wishFor', input }, (what, options) =>
        wish.createFor(what, { ...options, actAs }),
      );
    }
    const contact = from === 'typed' ? { from, name, phone } : { from };
    return changeOnce({ name: 'wish', input: { contact, ...rest } }, (what, options) =>
      wish.create(what, { ...options, actAs }),
    );
  },

  /** What is missing, beside its field. */
  fault(): FieldProblem {
    const { text, name, phone, from } = this.draft;
    const { short, nameMissing, phoneMissing } = WISH_NEW_WORDS;
    const isTyped = this.data.isHelper || from === 'typed';
    if (text.trim().length < TEXT_LENGTH_MIN) return { field: 'text', sentence: short(TEXT_LENGTH_MIN) };
    if (isTyped && name.trim() === '') return { field: 'name', sentence: nameMissing };
    return isTyped && phone.trim() === '' ? { field: 'phone', sentence: phoneMissing } : NO_FIELD_PROBLEM;
  },

  /** Beside the field where it is about one, else at the foot. */
  mark(wrong: FieldProblem, notice: string) {
    this.setData({ wrong, notice, isBusy: false });
    if (wrong.field !== '') scrollToPlace(`#${wrong.field}`);
  },

  refused(problem: ProblemReport) {
    const { field, sentence } = fieldProblemOf(problem, FIELDS);
    if (field !== '') this.mark({ field, sentence }, '');
    else this.mark(NO_FIELD_PROBLEM, problem.code === 'OFFLINE' ? WISH_NEW_WORDS.offline : sentence);
  },

  async send(more: { isAnother?: boolean }) {
    if (this.seat === undefined || this.data.isBusy) return;
    if (this.data.isHelper && !this.draft.about.includes(agrees.value)) {
      this.setData({ notice: WISH_NEW_WORDS.agreesMissing });
      return;
    }
    const fault = this.fault();
    this.mark(fault, '');
    if (fault.field !== '') return;
    this.setData({ isBusy: true, notice: '', isSimilar: false });
    const reply = await this.ask(more, this.seat.id);
    if (!reply.ok) {
      this.refused(reply.problem);
      return;
    }
    const { outcome, text = '' } = reply.data;
    const isSimilar = outcome === 'similar';
    if (!isSimilar) await this.store.drop();
    const notice = isSimilar ? WISH_NEW_WORDS.similar(text) : '';
    this.setData({ isBusy: false, isSent: !isSimilar, isSimilar, notice });
  },

  onWay() {
    if (this.data.way !== null) goHome(this.data.way);
  },

  onMine() {
    void wx.redirectTo({ url: '/packages/life/pages/my-wishes/my-wishes' });
  },
});
