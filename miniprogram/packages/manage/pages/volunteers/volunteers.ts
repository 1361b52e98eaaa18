import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import type { VolunteerState } from '@domain/volunteer/volunteer-state';
import { tilesOf } from '../../../../messages/helping';
import { VOLUNTEERS_WORDS } from '../../../../messages/volunteers';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { scrollToPlace, scrollToTop } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { volunteers } from '../../services/volunteers';
import {
  NOBODY_YET,
  takesReason,
  viewDesk,
  type DeskState,
  type DeskView,
  type Verdict,
} from './volunteers.view';

const ROLES: readonly Role[] = ['CA', 'SA'];
const FIRST: { verdict: Verdict } = { verdict: 'approve' };
const NOT_ASKING = { show: false, title: '', sentence: '', choices: [] as readonly string[], confirm: '' };

const PAGES = {
  teams: '/packages/team/pages/teams/teams',
  hours: '/packages/manage/pages/hours/hours',
} as const;

type GoTap = WechatMiniprogram.TouchEvent<object, object, { key: keyof typeof PAGES }>;
type Keyed = WechatMiniprogram.TouchEvent<object, object, { key: string }>;
type ActTap = WechatMiniprogram.TouchEvent<object, object, { name: Verdict }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: VOLUNTEERS_WORDS,
    states: tilesOf(VOLUNTEERS_WORDS.states),
    waiting: false,
    isBusy: false,
    notice: '',
    asking: NOT_ASKING,
    view: null as DeskView | null,
  },

  shown: null as DeskView | null,
  state: NOBODY_YET,
  verdict: FIRST.verdict,

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...viewDesk(NOBODY_YET), ...deniedFace(ROLES) });
    else await whileWaiting(this, this.open('applied'));
  },

  async onShow() {
    await refreshLook(this);
  },

  async open(show: VolunteerState) {
    const reply = await volunteers.listVolunteers({ state: show });
    if (!reply.ok) {
      showView(this, { ...viewDesk({ ...NOBODY_YET, show }), ...faceOf(reply.problem) });
      return;
    }
    const { volunteers: listed, next } = reply.data;
    this.change({ show, volunteers: listed, next, chosenId: '' }, { notice: '' });
  },

  change(change: Partial<DeskState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewDesk(this.state), more);
  },

  async onState({ detail }: WechatMiniprogram.CustomEvent<{ value: VolunteerState }>) {
    await this.open(detail.value);
  },

  async onMore() {
    const { show, next, volunteers: listed } = this.state;
    if (next === undefined) return;
    const reply = await volunteers.listVolunteers({ state: show, cursor: next });
    if (!reply.ok) this.setData({ notice: sentenceFor(reply.problem) });
    else this.change({ volunteers: [...listed, ...reply.data.volunteers], next: reply.data.next });
  },

  onRow({ currentTarget }: Keyed) {
    this.change({ chosenId: currentTarget.dataset.key }, { notice: '' });
    scrollToPlace('.volunteers__at-hand');
  },

  /** What is not good news is told with its reason. */
  async onVerdict({ currentTarget }: ActTap) {
    const { name } = currentTarget.dataset;
    if (this.data.isBusy) return;
    this.verdict = name;
    if (!takesReason(name)) {
      await this.send(undefined);
      return;
    }
    const { asks, acts, reasons, told } = VOLUNTEERS_WORDS;
    const words = { title: asks[name], sentence: told, choices: reasons[name], confirm: acts[name] };
    this.setData({ asking: { show: true, ...words } });
  },

  onKeep() {
    this.setData({ asking: NOT_ASKING });
  },

  async onReason({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    await this.send(detail.reason);
  },

  async send(reason: string | undefined) {
    const chosen = this.state.volunteers.find(({ id }) => id === this.state.chosenId);
    if (chosen === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const { verdict } = this;
    const words = reason === undefined ? {} : { reason };
    const input = { volunteerId: chosen.id, version: chosen.version, verdict, ...words };
    const reply = await changeOnce({ name: 'decideVolunteer', input }, volunteers.decide);
    const more = { isBusy: false, asking: NOT_ASKING };
    if (reply.ok) {
      // Whoever was decided about stands in another list now.
      const left = this.state.volunteers.filter((one) => one !== chosen);
      this.change({ volunteers: left, chosenId: '' }, { ...more, notice: VOLUNTEERS_WORDS.done[verdict] });
    } else this.setData({ ...more, notice: sentenceFor(reply.problem) });
    scrollToTop();
  },

  onGo({ currentTarget }: GoTap) {
    void wx.navigateTo({ url: PAGES[currentTarget.dataset.key] });
  },

  onHonour() {
    void wx.navigateTo({ url: '/packages/life/pages/honour/honour' });
  },

  onAct() {
    const { show } = this.state;
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open(show)));
  },
});
