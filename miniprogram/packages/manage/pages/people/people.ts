import type { Role } from '@domain/identity/role';
import { ROLE_WORDS } from '@domain/identity/role';
import { APPOINTED_ROLES } from '@domain/identity/seat';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { PEOPLE_WORDS } from '../../../../messages/people';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { today } from '../../../../services/clock';
import { scrollToPlace, scrollToTop } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { users } from '../../services/users';
import { nameOf, viewPeople, type PeopleState, type PeopleView } from './people.view';

const ROLES: readonly Role[] = ['CA', 'SA', 'AU'];
const NOT_ASKING = { show: false, title: '' };
const NOBODY_SHOWN: PeopleState = {
  kept: { data: undefined, at: 0, problem: undefined },
  viewer: 'CA',
  role: 'GW',
  chosenId: '',
  toId: '',
  today: '',
};
const NO_TOKENS: Record<string, string> = {};
type Keyed = WechatMiniprogram.CustomEvent<object, object, { key: string }>;
type Choose = WechatMiniprogram.CustomEvent<{ value: string }>;
type Settled = { ok: true } | { ok: false; problem: Pick<ProblemReport, 'code' | 'details'> };

Page({
  data: {
    look: FIRST_LOOK,
    words: PEOPLE_WORDS,
    waiting: false,
    isBusy: false,
    notice: '',
    comment: '',
    asking: NOT_ASKING,
    view: null as PeopleView | null,
  },

  shown: null as PeopleView | null,
  state: NOBODY_SHOWN,
  /** By the id of the offer: its private link, once it was fetched for sharing. */
  tokens: NO_TOKENS,

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewPeople(this.state), ...deniedFace(ROLES) });
      return;
    }
    this.state = { ...this.state, viewer: seat.role, today: today() };
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content') await this.open();
  },

  /** Names of people are never kept on the phone. */
  async open(more: Record<string, unknown> = {}) {
    const reply = await users.listPeople({ role: this.state.role });
    const kept = reply.ok
      ? { data: reply.data, at: 0, problem: undefined }
      : { data: undefined, at: 0, problem: reply.problem };
    this.show({ kept }, more);
    if (reply.ok) void this.fetchLinks();
  },

  /** The links of the own open offers, so that the button can share at once. */
  async fetchLinks() {
    const rows = this.shown?.offers.filter(
      ({ key, way }) => way === 'send' && this.tokens[key] === undefined,
    );
    for (const { key } of rows ?? []) {
      const input = { offerId: key };
      const reply = await changeOnce({ name: 'showOffer', input }, users.showOffer);
      if (reply.ok) this.tokens = { ...this.tokens, [key]: reply.data.token };
    }
  },

  async onMore() {
    const { data } = this.state.kept;
    if (data?.next === undefined) return;
    const reply = await users.listPeople({ role: this.state.role, cursor: data.next });
    if (!reply.ok) return;
    const people = [...data.people, ...reply.data.people];
    this.show({ kept: { ...this.state.kept, data: { ...reply.data, offers: data.offers, people } } });
  },

  async onRole({ detail }: Choose) {
    const role = APPOINTED_ROLES.find((one) => one === detail.value);
    if (role === undefined) return;
    this.state = { ...this.state, role, chosenId: '', toId: '' };
    await this.open({ notice: '' });
  },

  onPerson(event: Keyed) {
    this.show({ chosenId: event.currentTarget.dataset.key, toId: '' }, { notice: '', comment: '' });
    scrollToPlace('.people__at-hand');
  },

  onTaker({ detail }: Choose) {
    this.show({ toId: detail.value });
  },

  onComment({ detail }: Choose) {
    this.setData({ comment: detail.value });
  },

  onInvite() {
    void wx.navigateTo({ url: `/packages/manage/pages/offer/offer?role=${this.state.role}` });
  },

  onShareAppMessage({ target }: WechatMiniprogram.Page.IShareAppMessageOption): {
    title: string;
    path: string;
    promise: Promise<{ title: string; path: string }>;
  } {
    const { key = '' } = (target as { dataset?: { key?: string } } | undefined)?.dataset ?? {};
    return { ...this.cardOf(key), promise: this.fetchLinks().then(() => this.cardOf(key)) };
  },

  cardOf(key: string): { title: string; path: string } {
    const offer = this.state.kept.data?.offers.find(({ id }) => id === key);
    return {
      title: PEOPLE_WORDS.share(offer === undefined ? '' : ROLE_WORDS[offer.role]),
      path: `/packages/seat/pages/join/join?offer=${this.tokens[key] ?? ''}`,
    };
  },

  async onTakeBack(event: Keyed) {
    const input = { offerId: event.currentTarget.dataset.key };
    await this.act(changeOnce({ name: 'withdrawOffer', input }, users.withdrawOffer), PEOPLE_WORDS.takenBack);
  },

  async onApprove(event: Keyed) {
    await this.decide(event.currentTarget.dataset.key, 'approve', PEOPLE_WORDS.approved);
  },

  async onRefuse(event: Keyed) {
    await this.decide(event.currentTarget.dataset.key, 'refuse', PEOPLE_WORDS.refused);
  },

  async decide(offerId: string, verdict: 'approve' | 'refuse', done: string) {
    const input = { offerId, verdict };
    await this.act(changeOnce({ name: 'decideOffer', input }, users.decideOffer), done);
  },

  async onHandOver() {
    const { chosenId, toId } = this.state;
    if (this.data.isBusy || chosenId === '' || toId === '') return;
    const comment = this.data.comment.trim();
    const input = { seatId: chosenId, toSeatId: toId, ...(comment === '' ? {} : { comment }) };
    await this.move(
      'handOver',
      (name) => changeOnce({ name, input }, users.handOver),
      PEOPLE_WORDS.handedOver,
    );
  },

  onSuspend() {
    const chosen = this.state.kept.data?.people.find(({ id }) => id === this.state.chosenId);
    if (chosen === undefined) return;
    this.setData({ asking: { show: true, title: PEOPLE_WORDS.suspendAsk(nameOf(chosen)) }, notice: '' });
  },

  onKeep() {
    this.setData({ asking: NOT_ASKING });
  },

  async onSuspendYes() {
    const input = { seatId: this.state.chosenId };
    if (this.data.isBusy) return;
    await this.move(
      'suspendSeat',
      (name) => changeOnce({ name, input }, users.suspendSeat),
      PEOPLE_WORDS.suspended,
    );
  },

  /** A call carries a handful; the next one goes on until nothing is left. */
  async move(
    name: string,
    send: (name: string) => ReturnType<typeof users.handOver>,
    done: (units: number, tasks: number) => string,
  ) {
    this.setData({ isBusy: true, notice: '' });
    let units = 0;
    let tasks = 0;
    for (let round = 0; ; round += 1) {
      const reply = await send(`${name} ${round}`);
      if (!reply.ok) {
        await this.settle(sentenceFor(reply.problem));
        return;
      }
      units += reply.data.units;
      tasks += reply.data.tasks;
      if (reply.data.left === 0) break;
    }
    await this.settle(done(units, tasks));
  },

  async act(change: Promise<Settled>, done: string) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const reply = await change;
    await this.settle(reply.ok ? done : sentenceFor(reply.problem));
  },

  async settle(notice: string) {
    await this.open({ isBusy: false, asking: NOT_ASKING, notice });
    scrollToTop();
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  show(change: Partial<PeopleState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewPeople(this.state), more);
  },
});
