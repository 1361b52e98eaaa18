import { ACTIVITY_STARS, ACTIVITY_WORDS } from '../../../../messages/activity';
import { fieldProblemOf } from '@domain/kernel/field-problem';
import type { ProblemReport } from '@domain/kernel/problem';
import { activity } from '../../../../services/activity';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { now } from '../../../../services/clock';
import { scrollToPlace } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { ownSeat } from '../../services/own-seat';
import { goHome, wayHome, type WayHome } from '../../../../services/way-home';
import {
  lostDetail,
  missingIn,
  viewDetail,
  type Act,
  type DetailView,
  type Shown,
  type Wrong,
} from './activity-detail.view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;
interface Tile {
  value: string;
  label: string;
  hint?: string;
}

const CLOSED = {
  isOpen: false,
  /** Who signs up has a home here. */
  way: null as WayHome | null,
  isBusy: false,
  who: '',
  age: 'adult',
  needsGuardian: false,
  wrong: {} as Wrong,
  isAsking: false,
};
/** Fields as the cloud calls them. */
const FIELDS = ['name', 'phone', 'guardianName'];
const FIELD_NAMES: Readonly<Record<string, keyof Wrong>> = { guardianName: 'guardian' };
const OWN: Tile = { value: 'own', label: ACTIVITY_WORDS.typed };

Page({
  data: {
    look: FIRST_LOOK,
    words: ACTIVITY_WORDS,
    stars: ACTIVITY_STARS,
    ages: [
      { value: 'adult', label: ACTIVITY_WORDS.adult },
      { value: 'minor', label: ACTIVITY_WORDS.minor },
    ],
    people: [OWN],
    /** What of the registration is used; '' where there is nothing to use. */
    whoHint: '',
    waiting: false,
    notice: '',
    ...CLOSED,
    view: null as DetailView | null,
  },

  shown: null as DetailView | null,
  id: '',
  seat: undefined as { id: string; role: string } | undefined,
  current: undefined as Shown | undefined,
  minors: [] as string[],
  typed: { name: '', phone: '', guardian: '' },

  onLoad({ id = '' }: { id?: string }) {
    this.id = id;
  },

  async onShow() {
    await refreshLook(this);
    await whileWaiting(this, this.open());
  },

  async open(notice = '') {
    this.seat = await ownSeat((role) => role === 'VO' || role === 'RE');
    const reply = await activity.read({ activityId: this.id }, this.acting());
    this.current = reply.ok ? reply.data : undefined;
    const view = reply.ok ? viewDetail(reply.data, now()) : lostDetail(reply.problem);
    showView(this, view, { notice, ...CLOSED });
  },

  acting() {
    return { actAs: this.seat?.id ?? 'nobody' };
  },

  async onMain() {
    const act = this.data.view?.act ?? '';
    if (act === 'checkin' || act === 'checkout') {
      void wx.navigateTo({ url: `/packages/life/pages/check-in/check-in?id=${this.id}` });
    } else if (this.seat === undefined) {
      const { needSeat: sentence, needSeatDetail: detail } = ACTIVITY_WORDS;
      this.setData({ notice: '', way: await wayHome({ sentence, detail }) });
    } else if (act === 'signup' && this.seat.role === 'RE') await this.askWho();
    else await this.carryOut(act);
  },

  onWay() {
    if (this.data.way !== null) goHome(this.data.way);
  },

  /** A resident sees the own registration before any of it is used, and may leave it. */
  async askWho() {
    const reply = await activity.readOffer({}, this.acting());
    const { people, phone } = reply.ok ? reply.data : { people: [], phone: '' };
    this.minors = people.filter(({ isAdult }) => !isAdult).map(({ key }) => key);
    const tiles = people.map(({ key, name, isAdult }) => ({
      value: key,
      label: name,
      ...(isAdult ? {} : { hint: ACTIVITY_WORDS.child }),
    }));
    const whoHint = people.length === 0 ? '' : ACTIVITY_WORDS.whoHint(phone);
    this.setData({ people: [...tiles, OWN], whoHint, isOpen: true, notice: '' });
  },

  onWho({ detail }: Typed) {
    this.choose(detail.value, this.data.age);
  },

  onAge({ detail }: Typed) {
    this.choose(this.data.who, detail.value);
  },

  choose(who: string, age: string) {
    const needsGuardian = who === 'own' ? age === 'minor' : this.minors.includes(who);
    this.setData({ who, age, needsGuardian, wrong: {} });
  },

  onName({ detail }: Typed) {
    this.typed.name = detail.value;
  },

  onPhone({ detail }: Typed) {
    this.typed.phone = detail.value;
  },

  onGuardian({ detail }: Typed) {
    this.typed.guardian = detail.value;
  },

  onBack() {
    this.setData({ ...CLOSED, notice: '' });
  },

  async onSend() {
    const { who, needsGuardian } = this.data;
    const wrong = missingIn({ who, needsGuardian, ...this.typed });
    if (Object.keys(wrong).length === 0) await this.carryOut('signup');
    else this.mark(wrong);
  },

  mark(wrong: Wrong) {
    this.setData({ wrong, notice: '', isBusy: false });
    scrollToPlace(`#${Object.keys(wrong)[0] ?? ''}`);
  },

  /** A place that others wait for is given away after a question. */
  async onCancel() {
    if (this.data.view?.asksCancel === true && !this.data.isAsking) {
      this.setData({ isAsking: true, notice: '' });
      return;
    }
    const version = this.current?.own?.version ?? 0;
    const input = { activityId: this.id, version };
    await this.finish(
      changeOnce({ name: 'cancelPlace', input }, (one, with_) =>
        activity.cancel(one, { ...with_, ...this.acting() }),
      ),
    );
  },

  async onStars({ detail }: Typed) {
    const input = { activityId: this.id, stars: Number(detail.value) };
    const sent = changeOnce({ name: 'rateActivity', input }, (one, with_) =>
      activity.rate(one, { ...with_, ...this.acting() }),
    );
    await this.finish(sent, ACTIVITY_WORDS.thanks);
  },

  onDesk() {
    void wx.navigateTo({ url: `/packages/life/pages/check-desk/check-desk?id=${this.id}` });
  },

  async carryOut(act: Act) {
    if ((act !== 'signup' && act !== 'accept') || this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    await this.finish(this.send(act));
  },

  send(act: 'signup' | 'accept') {
    const seat = this.acting();
    if (act === 'signup') {
      return changeOnce({ name: act, input: this.signupInput() }, (one, with_) =>
        activity.signup(one, { ...with_, ...seat }),
      );
    }
    const input = { activityId: this.id, version: this.current?.own?.version ?? 0 };
    return changeOnce({ name: act, input }, (one, with_) => activity.accept(one, { ...with_, ...seat }));
  },

  signupInput(): Parameters<typeof activity.signup>[0] {
    const { who, age, needsGuardian } = this.data;
    const { name, phone, guardian } = this.typed;
    const base = { activityId: this.id, ...(needsGuardian ? { guardianName: guardian } : {}) };
    if (this.seat?.role === 'VO') return { ...base, person: { from: 'volunteer' } };
    if (who === 'own') return { ...base, person: { from: 'own', name, phone, isAdult: age === 'adult' } };
    return { ...base, person: { from: 'registration', memberKey: who } };
  },

  async finish(sent: Promise<{ ok: true } | { ok: false; problem: ProblemReport }>, thanks = '') {
    const reply = await sent;
    if (reply.ok) {
      await this.open(thanks);
      return;
    }
    const { field, sentence } = fieldProblemOf(reply.problem, FIELDS);
    if (field === '') this.setData({ isBusy: false, notice: sentence });
    else this.mark({ [FIELD_NAMES[field] ?? field]: sentence });
  },

  async onAgain() {
    const url = '/packages/life/pages/activities/activities';
    if (this.data.view?.face === 'empty') await wx.redirectTo({ url });
    else await whileWaiting(this, this.open());
  },
});
