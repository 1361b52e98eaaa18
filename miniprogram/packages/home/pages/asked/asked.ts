import type { AskedTenancy } from '@domain/contract/tenancy';
import type { LandlordAnswer } from '@domain/tenancy/tenancy-state';
import { sentenceFor } from '@domain/kernel/problem';
import { ANSWERED_WORDS, ASKED_WORDS } from '../../../../messages/tenancy';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { phoneNumber } from '../../../../services/phone-number';
import { scrollToTop } from '../../../../services/scroll';
import { homeSeatOf, homeSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { askForMessages, firstGrant } from '../../../../services/subscription';
import { tenancy } from '../../../../services/tenancy';
import { whileWaiting } from '../../../../services/waiting';
import { viewAsked, viewProblem, viewUnknown, type AskedView } from './asked.view';

type Tap = WechatMiniprogram.TouchEvent<object, object, { id: string; word: LandlordAnswer }>;

const TEMPLATES = ['reviewResult'] as const;
const NO_WISH: { id: string; word: LandlordAnswer } = { id: '', word: 'no' };
const NOT_ASKING = { show: false, title: '', confirm: '' };
/** Before WeChat has said which number this phone has, and once that is too long ago. */
const NO_NUMBER = { phone: '', proof: '' };

Page({
  data: {
    look: FIRST_LOOK,
    words: ASKED_WORDS,
    waiting: false,
    notice: '',
    isBusy: false,
    asking: NOT_ASKING,
    /** From the first word on, WeChat may be asked to bring the next question. */
    hasAnswered: false,
    grant: firstGrant(TEMPLATES),
    view: null as AskedView | null,
  },

  shown: null as AskedView | null,
  tenancies: [] as AskedTenancy[],
  seatId: '',
  /** The phone's number, and that it is this person's own; kept while the page is open. */
  held: NO_NUMBER,
  /** What the sheet asks about. */
  wish: NO_WISH,

  async onLoad() {
    const [session, look] = await Promise.all([homeSession(), currentLook()]);
    this.seatId = homeSeatOf(session)?.id ?? '';
    this.setData({ look });
    if (this.seatId === '') showView(this, viewUnknown());
    else await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open(notice = '', more: Record<string, unknown> = {}) {
    const { held, seatId } = this;
    const hasNumber = held.proof !== '';
    const reply = await tenancy.listAsked(hasNumber ? held : {}, { actAs: seatId });
    if (reply.ok) this.tenancies = reply.data.tenancies;
    showView(this, reply.ok ? viewAsked(reply.data, hasNumber) : viewProblem(reply.problem), {
      notice,
      isBusy: false,
      ...more,
    });
  },

  async onNumber({ detail }: WechatMiniprogram.CustomEvent<{ code: string }>) {
    const reply = await phoneNumber.exchangeCode({ code: detail.code }, { actAs: this.seatId });
    if (!reply.ok) {
      this.setData({ notice: ASKED_WORDS.noNumber });
      return;
    }
    this.held = reply.data;
    await this.open();
    const isEmpty = this.tenancies.length === 0;
    if (isEmpty && this.shown?.face === 'content') this.setData({ notice: ASKED_WORDS.otherNumber });
  },

  onNoNumber() {
    this.setData({ notice: ASKED_WORDS.noNumber });
  },

  /** What sends a worker is asked about first: only 是 can be followed by another word. */
  onAsk({ currentTarget }: Tap) {
    const { id, word } = currentTarget.dataset;
    if (word === 'yes' || this.data.isBusy) return;
    this.wish = { id, word };
    this.setData({ asking: { show: true, ...ASKED_WORDS.sure[word] } });
  },

  onKeep() {
    this.setData({ asking: NOT_ASKING });
  },

  async onSure() {
    this.onKeep();
    await this.answer(this.wish);
  },

  async onAnswer({ currentTarget }: Tap) {
    await this.answer(currentTarget.dataset);
  },

  async answer({ id, word }: { id: string; word: LandlordAnswer }) {
    const asked = this.tenancies.find((one) => one.id === id);
    if (asked === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const input = { tenancyId: id, version: asked.version, word, proof: this.held.proof };
    const actAs = this.seatId;
    const reply = await changeOnce({ name: 'answerTenancy', input }, (wish, options) =>
      tenancy.answer(wish, { ...options, actAs }),
    );
    // What came of it stands above the first card.
    scrollToTop();
    if (reply.ok) await this.open(ANSWERED_WORDS[word], { hasAnswered: true });
    // The number was shown too long ago: it is asked for again, above.
    else if (reply.problem.code === 'EXPIRED') {
      this.held = NO_NUMBER;
      await this.open(ASKED_WORDS.expired);
    } else this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
  },

  async onAllow() {
    this.setData({ grant: await askForMessages(TEMPLATES) });
  },

  async onAct() {
    const { face } = this.data.view ?? {};
    if (face === 'empty') void wx.switchTab({ url: '/pages/home/home' });
    else await whileWaiting(this, this.open());
  },
});
