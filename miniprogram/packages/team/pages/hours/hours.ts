import { sentenceFor } from '@domain/kernel/problem';
import { TEAM_HOURS_WORDS } from '../../../../messages/team';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { showView } from '../../../../services/show-view';
import { whileWaiting } from '../../../../services/waiting';
import { goFromTeam } from '../../services/team-face';
import { teams, volunteerSeat } from '../../services/teams';
import { lostHours, viewHours, type HoursRead, type HoursView } from './hours.view';

Page({
  data: {
    look: FIRST_LOOK,
    words: TEAM_HOURS_WORDS,
    waiting: false,
    notice: '',
    view: null as HoursView | null,
  },

  shown: null as HoursView | null,
  read: undefined as HoursRead | undefined,
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
      showView(this, lostHours(undefined));
      return;
    }
    this.seatId = seat.id;
    const reply = await teams.listHours({ teamId: this.teamId }, { actAs: seat.id });
    this.read = reply.ok ? reply.data : undefined;
    showView(this, reply.ok ? viewHours(reply.data) : lostHours(reply.problem));
  },

  async onMore() {
    const { read } = this;
    if (read?.next === undefined) return;
    const asked = { teamId: this.teamId, cursor: read.next };
    const reply = await teams.listHours(asked, { actAs: this.seatId });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    this.read = { ...reply.data, hours: [...read.hours, ...reply.data.hours] };
    showView(this, viewHours(this.read), { notice: '' });
  },

  onAct() {
    goFromTeam(this.shown ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
