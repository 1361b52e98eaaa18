import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { TEAM_HOURS_WORDS } from '../../../../messages/team';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { showView } from '../../../../services/show-view';
import { deniedFace, faceOf, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { goFromTeam } from '../../services/team-face';
import { teams, volunteerSeat } from '../../services/teams';
import { lostHours, refusedHours, viewHours, type HoursRead, type HoursView } from './hours.view';

/** Besides its leader: whoever stands above all teams. */
const OFFICE: readonly Role[] = ['CA', 'SA'];

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
  isOffice: false,

  /** `office`: out of the office's list of teams, in the seat that works there. */
  async onLoad({ id = '', office = '' }: { id?: string; office?: string }) {
    this.teamId = id;
    this.isOffice = office !== '';
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    const { isOffice } = this;
    const seat = isOffice ? (await openStaffPage(OFFICE)).seat : await volunteerSeat();
    if (seat === undefined) {
      showView(this, isOffice ? refusedHours(deniedFace(OFFICE)) : lostHours(undefined));
      return;
    }
    this.seatId = seat.id;
    const reply = await teams.listHours({ teamId: this.teamId }, { actAs: seat.id });
    this.read = reply.ok ? reply.data : undefined;
    if (reply.ok) showView(this, viewHours(reply.data, isOffice));
    else showView(this, isOffice ? refusedHours(faceOf(reply.problem)) : lostHours(reply.problem));
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
    showView(this, viewHours(this.read, this.isOffice), { notice: '' });
  },

  onAct() {
    goFromTeam(this.shown ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
