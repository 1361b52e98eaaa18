import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { tilesOf } from '../../../../messages/helping';
import { VOLUNTEER_WORDS } from '../../../../messages/volunteer';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY, type ChangeOptions } from '../../../../services/client';
import { callNumber } from '../../../../services/phone-call';
import { chooseSeat, homeSeatOf, refreshSession, type Session } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { SEAT_PAGES } from '../../../../services/workspace';
import { sessionAtHand } from '../../services/own-seat';
import { certifiedNames, issueHours, NO_NAME } from '../../services/hours-paper';
import { teams, volunteers } from '../../services/volunteers';
import { goHome, wayHome } from '../../../../services/way-home';
import { volunteerSeatOf } from '../../services/wish-face';
import { NOTHING, viewVolunteer, type Part, type VolunteerState, type VolunteerView } from './volunteer.view';

type Keyed = WechatMiniprogram.TouchEvent<object, object, { key: string }>;
type GoTap = WechatMiniprogram.TouchEvent<object, object, { key: keyof typeof PAGES }>;
type Chosen = WechatMiniprogram.CustomEvent<{ value: string; values: string[] }>;
type Outcome = { readonly ok: true } | { readonly ok: false; readonly problem: ProblemReport };
type Records = Awaited<ReturnType<typeof volunteers.hoursOwn>>;
type Place = Exclude<VolunteerState['is'], 'pledge'>;

/** The volunteer's seat may have come, or ended, since the session was asked: then it is asked once more. */
function hasMoved(reply: Records, is: Place): boolean {
  if (!reply.ok) return reply.problem.code === 'FORBIDDEN';
  const { standing } = reply.data;
  return is !== 'own' && (standing?.state === 'approved' || standing?.state === 'paused');
}

/** Ways on from here. */
const PAGES = {
  apply: '/packages/life/pages/volunteer-apply/volunteer-apply',
  profile: '/packages/life/pages/volunteer-profile/volunteer-profile',
  honour: '/packages/life/pages/honour/honour',
  wishes: '/packages/life/pages/wishes/wishes',
  mine: '/packages/life/pages/my-wishes/my-wishes',
  activities: '/packages/life/pages/activities/activities',
} as const;

Page({
  data: {
    look: FIRST_LOOK,
    words: VOLUNTEER_WORDS,
    parts: tilesOf(VOLUNTEER_WORDS.parts),
    waiting: false,
    isBusy: false,
    notice: '',
    names: [] as { value: string; label: string }[],
    view: null as VolunteerView | null,
  },

  shown: null as VolunteerView | null,
  state: NOTHING,
  seatId: '',
  phone: '',
  note: '',

  onLoad({ part = 'hours', left = '' }: Record<string, string | undefined>) {
    if (left !== '') this.setData({ notice: VOLUNTEER_WORDS.left });
    this.state = { ...NOTHING, part: part in VOLUNTEER_WORDS.parts ? (part as Part) : 'hours' };
  },

  /** Asked again each time: from here somebody goes to sign, to offer, to help. */
  async onShow() {
    await refreshLook(this);
    await whileWaiting(this, this.open());
  },

  async open() {
    await this.enter(await sessionAtHand(), true);
  },

  /** What somebody did is theirs to read in every seat: the volunteer's, the one at home, and in none once both are over. */
  async enter(session: Session, mayAsk: boolean): Promise<void> {
    const seat = volunteerSeatOf(session);
    const home = homeSeatOf(session);
    this.seatId = (seat ?? home)?.id ?? NOBODY;
    this.phone = session.campaign?.publicPhone ?? '';
    if (seat?.lacks === 'pledge') this.show({ is: 'pledge', problem: undefined });
    else if (seat !== undefined) await this.openRecords('own', mayAsk);
    else await this.openRecords(home === undefined ? 'guest' : 'home', mayAsk);
  },

  async openRecords(is: Place, mayAsk: boolean) {
    const reply = await volunteers.hoursOwn({}, this.acting());
    if (mayAsk && hasMoved(reply, is)) {
      await this.enter((await refreshSession()).session, false);
      return;
    }
    if (!reply.ok) {
      this.show({ problem: reply.problem });
      return;
    }
    const { standing, grantedMinutes, hours, next } = reply.data;
    const { guest: sentence, guestDetail: detail } = VOLUNTEER_WORDS;
    const home = is === 'guest' ? await wayHome({ sentence, detail }) : NOTHING.home;
    this.show({ is, standing, grantedMinutes, hours, next, home, problem: undefined });
    if (is === 'own' && this.state.part !== 'hours') await this.openPart(this.state.part);
  },

  acting() {
    return { actAs: this.seatId };
  },

  show(change: Partial<VolunteerState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewVolunteer(this.state), more);
  },

  async onAct() {
    if (this.data.notice !== '') this.setData({ notice: '' });
    const way = this.shown?.way ?? 'again';
    if (way === 'home') goHome(this.state.home);
    else if (way === 'apply') void wx.navigateTo({ url: PAGES.apply });
    else if (way === 'call') callNumber(this.phone);
    else if (way === 'pledge') await this.sign();
    else await whileWaiting(this, this.open());
  },

  /** The pledge is signed for the seat that acts. */
  async sign() {
    await chooseSeat(this.seatId);
    void wx.navigateTo({ url: SEAT_PAGES.pledge });
  },

  onGo({ currentTarget }: GoTap) {
    void wx.navigateTo({ url: PAGES[currentTarget.dataset.key] });
  },

  async onPart({ detail }: Chosen) {
    await this.openPart(detail.value as Part);
  },

  async openPart(part: Part) {
    if (part === 'teams') await this.openTeams();
    else this.show({ part }, { notice: '' });
  },

  async openTeams() {
    const reply = await teams.list({}, this.acting());
    const change = reply.ok ? { teams: reply.data.teams } : {};
    this.show({ part: 'teams', ...change }, { notice: reply.ok ? '' : sentenceFor(reply.problem) });
  },

  async onMore() {
    const { next, hours } = this.state;
    if (next === undefined) return;
    const reply = await volunteers.hoursOwn({ cursor: next }, this.acting());
    if (reply.ok) this.show({ hours: [...hours, ...reply.data.hours], next: reply.data.next });
    else this.setData({ notice: sentenceFor(reply.problem) });
  },

  /** One change in the volunteer's seat; what is answered is drawn without asking again. */
  async send<Input, Reply extends Outcome>(
    change: { name: string; input: Input },
    send: (input: Input, options: ChangeOptions) => Promise<Reply>,
  ): Promise<Reply | undefined> {
    if (this.data.isBusy) return undefined;
    this.setData({ isBusy: true, notice: '' });
    const reply = await changeOnce(change, (input, options) => send(input, { ...options, ...this.acting() }));
    if (!reply.ok) this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
    return reply;
  },

  onWrong({ currentTarget }: Keyed) {
    this.note = '';
    this.show({ disputedId: currentTarget.dataset.key }, { notice: '' });
  },

  onType({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.note = detail.value;
  },

  async onTell() {
    const row = this.state.hours.find(({ id }) => id === this.state.disputedId);
    if (row === undefined) return;
    const input = { hoursId: row.id, version: row.version, note: this.note };
    const reply = await this.send({ name: 'disputeHours', input }, volunteers.dispute);
    if (reply?.ok !== true) return;
    const { state } = reply.data;
    const hours = this.state.hours.map((one) =>
      one === row ? { ...one, state, version: one.version + 1 } : one,
    );
    const grantedMinutes = this.state.grantedMinutes - (row.state === 'granted' ? row.minutes : 0);
    this.show({ hours, grantedMinutes, disputedId: '' }, { isBusy: false, notice: VOLUNTEER_WORDS.told });
  },

  async onCertificate() {
    this.setData({ names: await certifiedNames(this.acting()) });
  },

  async onName({ detail }: Chosen) {
    const input = detail.value === NO_NAME.value ? {} : { nameKey: detail.value };
    const reply = await this.send({ name: 'hoursCertificate', input }, issueHours);
    if (reply?.ok === false && reply.problem.code === 'NOT_FOUND') {
      this.setData({ names: [], notice: VOLUNTEER_WORDS.none });
    }
    if (reply?.ok !== true) return;
    this.setData({ isBusy: false, names: [] });
    const { certificateId } = reply.data;
    void wx.navigateTo({
      url: `/packages/life/pages/certificate/certificate?id=${certificateId}&seat=${this.seatId}`,
    });
  },

  onTeam({ currentTarget }: Keyed) {
    void wx.navigateTo({ url: `/packages/team/pages/team/team?id=${currentTarget.dataset.key}` });
  },

  async onFind() {
    const reply = await teams.listOpen({}, this.acting());
    if (reply.ok) this.show({ open: reply.data.teams });
    else this.setData({ notice: sentenceFor(reply.problem) });
  },

  async onJoin({ currentTarget }: Keyed) {
    const { key: teamId } = currentTarget.dataset;
    const reply = await this.send({ name: 'joinTeam', input: { teamId } }, teams.join);
    if (reply?.ok === true) this.asked(teamId, true);
  },

  async onAskBack({ currentTarget }: Keyed) {
    const { key: teamId } = currentTarget.dataset;
    const reply = await this.send({ name: 'askTeamBack', input: { teamId } }, teams.leave);
    if (reply?.ok === true) this.asked(teamId, false);
  },

  asked(teamId: string, isAsked: boolean) {
    const open = (this.state.open ?? []).map((one) => (one.id === teamId ? { ...one, isAsked } : one));
    this.show({ open }, { isBusy: false });
  },
});
