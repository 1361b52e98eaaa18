import type { ProcedureInput } from '@domain/kernel/contract';
import type { contentContract } from '@domain/contract/content';
import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { DESK_WORDS } from '../../../../messages/content';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { today } from '../../../../services/clock';
import { content } from '../../../../services/content';
import { scrollToPlace, scrollToTop } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { wish } from '../../../../services/wish';
import { EMPTY_DESK, viewDesk, type DeskAct, type DeskState, type DeskView } from './content.view';

const ROLES: readonly Role[] = ['CA', 'SA'];
type Show = ProcedureInput<(typeof contentContract)['queue']>['show'];
type Tap = WechatMiniprogram.TouchEvent<object, object, { id: string }>;
type ActTap = WechatMiniprogram.TouchEvent<object, object, { name: DeskAct }>;
type Choose = WechatMiniprogram.CustomEvent<{ value: Show }>;
type Reason = WechatMiniprogram.CustomEvent<{ reason: string }>;

const NOTHING: DeskState = { contents: [], next: undefined, chosen: undefined, isReported: false };
const FIRST: { show: Show; act: DeskAct } = { show: 'waiting', act: 'release' };
const NOT_ASKING = {
  show: false,
  title: '',
  sentence: '',
  choices: [] as readonly string[],
  confirm: '',
  isDanger: false,
  problem: '',
};

/** The question before an act that takes a reason. */
const QUESTIONS = {
  release: {
    title: DESK_WORDS.releaseTitle,
    sentence: DESK_WORDS.releaseSentence,
    choices: DESK_WORDS.releaseChoices,
    isDanger: false,
  },
  return: {
    title: DESK_WORDS.returnTitle,
    sentence: DESK_WORDS.returnSentence,
    choices: DESK_WORDS.returnChoices,
    isDanger: false,
  },
  takedown: {
    title: DESK_WORDS.takedownTitle,
    sentence: DESK_WORDS.takedownSentence,
    choices: DESK_WORDS.takedownChoices,
    isDanger: true,
  },
} as const;

Page({
  data: {
    look: FIRST_LOOK,
    words: DESK_WORDS,
    waiting: false,
    isBusy: false,
    notice: '',
    today: today(),
    show: FIRST.show,
    asking: NOT_ASKING,
    view: null as DeskView | null,
  },

  shown: null as DeskView | null,
  state: NOTHING,
  act: FIRST.act,

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...EMPTY_DESK, ...deniedFace(ROLES) });
    else await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content' && this.state.chosen === undefined) await this.open();
  },

  async open(more: { show?: Show; notice?: string } = {}) {
    const { show = this.data.show } = more;
    const reply = await content.queue({ show });
    if (!reply.ok) {
      showView(this, { ...EMPTY_DESK, ...faceOf(reply.problem) }, more);
      return;
    }
    const { contents, next } = reply.data;
    this.state = { contents, next, chosen: undefined, isReported: show === 'reported' };
    showView(this, viewDesk(this.state), more);
  },

  async onMore() {
    const { next, contents } = this.state;
    if (next === undefined) return;
    const reply = await content.queue({ show: this.data.show, cursor: next });
    if (!reply.ok) return;
    this.change({ contents: [...contents, ...reply.data.contents], next: reply.data.next });
  },

  async onShowChosen({ detail }: Choose) {
    await this.open({ show: detail.value, notice: '' });
  },

  async onRow({ currentTarget }: Tap) {
    await this.read(currentTarget.dataset.id, { notice: '' });
    scrollToPlace('.content__at-hand');
  },

  /** Only what somebody chose: to open the desk is one call, and whoever reads a text leaves a trace. */
  async read(contentId: string, more: { notice?: string } = {}) {
    const reply = await content.readContent({ contentId });
    if (reply.ok) this.change({ chosen: reply.data }, more);
    else this.setData({ notice: sentenceFor(reply.problem) });
  },

  /** The story of somebody without a phone: what they signed stands for the tap. */
  async onSigned({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { chosen } = this.state;
    if (chosen === undefined || this.data.isBusy) return;
    const input = { wishId: chosen.subjectId, signedOn: detail.value };
    const reply = await changeOnce({ name: 'storyOnPaper', input }, wish.recordStoryConsent);
    if (reply.ok) this.change({ chosen: { ...chosen, consent: 'given' } }, { notice: DESK_WORDS.signedDone });
    else this.setData({ notice: sentenceFor(reply.problem) });
    scrollToTop();
  },

  onOpen() {
    const { page } = this.shown?.chosen ?? { page: '' };
    if (page !== '') void wx.navigateTo({ url: page });
  },

  /** What the machine passed is let out at once, and what is kept; everything else takes a reason. */
  async onAsk({ currentTarget }: ActTap) {
    const { name } = currentTarget.dataset;
    if (this.data.isBusy) return;
    this.act = name;
    if (name === 'keep' || (name === 'release' && this.state.chosen?.check === 'passed')) {
      await this.send('');
      return;
    }
    const asking = { ...NOT_ASKING, ...QUESTIONS[name], confirm: DESK_WORDS.sure[name], show: true };
    this.setData({ asking });
  },

  onKeep() {
    this.setData({ asking: NOT_ASKING });
  },

  async onReason({ detail }: Reason) {
    await this.send(detail.reason);
  },

  async send(reason: string) {
    const { chosen } = this.state;
    if (chosen === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const { act } = this;
    const at = { contentId: chosen.id, version: chosen.version };
    const reply =
      act === 'takedown'
        ? await changeOnce({ name: 'takedown', input: { ...at, reason } }, content.takedown)
        : await changeOnce(
            {
              name: 'reviewContent',
              input: { ...at, verdict: act, ...(reason === '' ? {} : { reason }) },
            },
            content.review,
          );
    const more = { isBusy: false, asking: NOT_ASKING };
    if (reply.ok) {
      // What was decided leaves the list; the rest need not be read again.
      const contents = this.state.contents.filter(({ id }) => id !== chosen.id);
      this.change({ contents, chosen: undefined }, { ...more, notice: DESK_WORDS.done[act] });
    } else this.setData({ ...more, notice: sentenceFor(reply.problem) });
    scrollToTop();
  },

  change(change: Partial<DeskState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewDesk(this.state), more);
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
