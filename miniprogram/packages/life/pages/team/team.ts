import { sentenceFor } from '@domain/kernel/problem';
import { afterWord } from '@domain/team/team-people';
import { TEAM_WORDS } from '../../../../messages/volunteer';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { teams } from '../../services/volunteers';
import { sessionAtHand } from '../../services/own-seat';
import { volunteerSeatOf } from '../../services/wish-face';
import { lostTeam, viewTeam, type TeamPeople, type TeamView } from './team.view';

type Keyed = WechatMiniprogram.TouchEvent<object, object, { key: string; verdict: 'approve' | 'refuse' }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: TEAM_WORDS,
    waiting: false,
    isBusy: false,
    notice: '',
    view: null as TeamView | null,
  },

  shown: null as TeamView | null,
  read: undefined as TeamPeople | undefined,
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
    const seat = volunteerSeatOf(await sessionAtHand());
    if (seat === undefined) {
      showView(this, lostTeam(undefined));
      return;
    }
    this.seatId = seat.id;
    const reply = await teams.read({ teamId: this.teamId }, { actAs: seat.id });
    this.read = reply.ok ? reply.data : undefined;
    showView(this, reply.ok ? viewTeam(reply.data) : lostTeam(reply.problem));
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
    this.read = afterWord(read, { userId, version: reply.data.version, isIn: verdict === 'approve' });
    showView(this, viewTeam(this.read), { isBusy: false, notice: TEAM_WORDS.done[verdict] });
  },

  async onAct() {
    if (this.shown?.action === TEAM_WORDS.back) {
      void wx.redirectTo({ url: '/packages/life/pages/volunteer/volunteer?part=teams' });
    } else await whileWaiting(this, this.open());
  },
});
