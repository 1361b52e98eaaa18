import { sentenceFor } from '@domain/kernel/problem';
import { afterWord } from '@domain/team/team-people';
import { TEAM_WORDS } from '../../../../messages/team';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { goFromTeam, toOwnPage } from '../../services/team-face';
import { teams, volunteerSeat } from '../../services/teams';
import {
  invitation,
  lostTeam,
  NOBODY_INVITED,
  viewTeam,
  type Inviting,
  type TeamPeople,
  type TeamView,
} from './team.view';

type Keyed = WechatMiniprogram.TouchEvent<object, object, { key: string; verdict: 'approve' | 'refuse' }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: TEAM_WORDS,
    waiting: false,
    isBusy: false,
    isLeaving: false,
    notice: '',
    view: null as TeamView | null,
  },

  shown: null as TeamView | null,
  read: undefined as TeamPeople | undefined,
  inviting: NOBODY_INVITED,
  teamId: '',
  seatId: '',

  async onLoad({ id = '' }: { id?: string }) {
    this.teamId = id;
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    const seat = await volunteerSeat();
    if (seat === undefined) {
      showView(this, lostTeam(undefined));
      return;
    }
    this.seatId = seat.id;
    const reply = await teams.read({ teamId: this.teamId }, { actAs: seat.id });
    this.read = reply.ok ? reply.data : undefined;
    const [first] = reply.ok ? reply.data.tasks : [];
    this.inviting = { ...this.inviting, taskId: first?.id ?? '' };
    showView(this, reply.ok ? viewTeam(reply.data, this.inviting) : lostTeam(reply.problem));
  },

  async onDecide({ currentTarget }: Keyed) {
    const { read } = this;
    if (read === undefined || this.data.isBusy) return;
    const { key: userId, verdict } = currentTarget.dataset;
    this.setData({ isBusy: true, notice: '' });
    const input = { teamId: this.teamId, version: read.team.version, userId, verdict };
    const reply = await changeOnce({ name: 'decideMember', input }, (wish, options) =>
      teams.approveMember(wish, { ...options, actAs: this.seatId }),
    );
    if (!reply.ok) {
      this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
      return;
    }
    const word = { userId, version: reply.data.version, isIn: verdict === 'approve' };
    this.read = { ...read, ...afterWord(read, word) };
    this.draw(TEAM_WORDS.done[verdict]);
  },

  draw(notice: string, inviting?: Inviting) {
    this.inviting = inviting ?? this.inviting;
    if (this.read !== undefined) {
      showView(this, viewTeam(this.read, this.inviting), { isBusy: false, isLeaving: false, notice });
    }
  },

  onTask({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.draw('', { ...this.inviting, taskId: detail.value });
  },

  /** Whether they come is theirs to say. */
  async onInvite({ currentTarget }: Keyed): Promise<void> {
    if (this.data.isBusy) return;
    const { key: userId } = currentTarget.dataset;
    const { taskId: activityId, invited } = this.inviting;
    this.setData({ isBusy: true, notice: '' });
    const input = { teamId: this.teamId, userId, activityId };
    const reply = await changeOnce({ name: 'inviteMember', input }, (wish, options) =>
      teams.assign(wish, { ...options, actAs: this.seatId }),
    );
    if (!reply.ok) this.draw(sentenceFor(reply.problem));
    else {
      const asked = [...invited, invitation(userId, activityId)];
      this.draw(TEAM_WORDS.invited, { ...this.inviting, invited: asked });
    }
  },

  onOpenTask({ currentTarget }: Keyed) {
    const { key } = currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/life/pages/activity-detail/activity-detail?id=${key}` });
  },

  onLeave() {
    this.setData({ isLeaving: true, notice: '' });
  },

  onStay() {
    this.setData({ isLeaving: false });
  },

  async onLeaveYes() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const input = { teamId: this.teamId };
    const reply = await changeOnce({ name: 'leaveTeam', input }, (wish, options) =>
      teams.leave(wish, { ...options, actAs: this.seatId }),
    );
    if (reply.ok) toOwnPage();
    else this.draw(sentenceFor(reply.problem));
  },

  onHours() {
    void wx.navigateTo({ url: `/packages/team/pages/hours/hours?id=${this.teamId}` });
  },

  onAct() {
    goFromTeam(this.shown ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
