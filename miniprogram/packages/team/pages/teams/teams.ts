import type { ListedTeam } from '@domain/contract/team';
import type { Role } from '@domain/identity/role';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { afterWord } from '@domain/team/team-people';
import { TEAM_KIND_WORDS, tilesOf } from '../../../../messages/helping';
import { TEAMS_WORDS } from '../../../../messages/team';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import type { ChangeOptions } from '../../../../services/client';
import { scrollToPlace, scrollToTop } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { teams, volunteers } from '../../services/teams';
import { ledBy, NO_TEAMS, viewTeams, withTeam, type TeamsState, type TeamsView } from './teams.view';

const ROLES: readonly Role[] = ['CA', 'SA'];
const NAME_LENGTH_MIN = 2;

type Keyed = WechatMiniprogram.TouchEvent<object, object, { key: string; verdict: 'approve' | 'refuse' }>;
type Given = WechatMiniprogram.CustomEvent<{ value: string }>;
type Outcome = { readonly ok: true } | { readonly ok: false; readonly problem: ProblemReport };

Page({
  data: {
    look: FIRST_LOOK,
    words: TEAMS_WORDS,
    kinds: tilesOf(TEAM_KIND_WORDS),
    waiting: false,
    isBusy: false,
    isEnding: false,
    notice: '',
    view: null as TeamsView | null,
  },

  shown: null as TeamsView | null,
  state: NO_TEAMS,
  name: '',

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewTeams(NO_TEAMS), ...deniedFace(ROLES) });
      return;
    }
    this.state = { ...NO_TEAMS, mayDecide: seat.role === 'CA' };
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open(more: Record<string, unknown> = {}) {
    const reply = await teams.list({});
    if (!reply.ok) {
      showView(this, { ...viewTeams(NO_TEAMS), ...faceOf(reply.problem) }, more);
      return;
    }
    const { teams: listed, next } = reply.data;
    this.change({ teams: listed, next, chosen: undefined, leaders: undefined, leaderId: '' }, more);
  },

  change(change: Partial<TeamsState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewTeams(this.state), more);
  },

  async onMore() {
    const { next, teams: listed } = this.state;
    if (next === undefined) return;
    const reply = await teams.list({ cursor: next });
    if (!reply.ok) this.setData({ notice: sentenceFor(reply.problem) });
    else this.change({ teams: [...listed, ...reply.data.teams], next: reply.data.next });
  },

  async onRow({ currentTarget }: Keyed) {
    const reply = await teams.read({ teamId: currentTarget.dataset.key });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    const [first] = reply.data.tasks;
    this.change({ chosen: reply.data, leaders: undefined, taskId: first?.id ?? '' }, { notice: '' });
    scrollToPlace('.teams__at-hand');
  },

  /** Leaders are asked for once somebody makes a team. */
  async onMake() {
    const reply = await volunteers.listVolunteers({ state: 'approved' });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    this.name = '';
    const leaders = reply.data.volunteers.filter(({ isAdult }) => isAdult);
    this.change({ leaders, leaderId: '', chosen: undefined }, { notice: '' });
    scrollToPlace('.teams__at-hand');
  },

  onName({ detail }: Given) {
    this.name = detail.value;
  },

  onKind({ detail }: Given) {
    this.change({ kind: detail.value as ListedTeam['kind'] });
  },

  onLeader({ detail }: Given) {
    this.change({ leaderId: detail.value });
  },

  /** One change; `done` draws what it answered. */
  async send<Input, Reply extends Outcome>(
    change: { name: string; input: Input },
    send: (input: Input, options: ChangeOptions) => Promise<Reply>,
  ): Promise<Extract<Reply, { ok: true }> | undefined> {
    if (this.data.isBusy) return undefined;
    this.setData({ isBusy: true, notice: '' });
    const reply = await changeOnce(change, send);
    if (reply.ok) return reply as Extract<Reply, { ok: true }>;
    this.setData({ isBusy: false, isEnding: false, notice: sentenceFor(reply.problem) });
    scrollToTop();
    return undefined;
  },

  async onSave() {
    const { leaderId, kind } = this.state;
    const name = this.name.trim();
    const { nameMissing, leaderMissing, saved } = TEAMS_WORDS;
    if (name.length < NAME_LENGTH_MIN || leaderId === '') {
      this.setData({
        notice: leaderId === '' && name.length >= NAME_LENGTH_MIN ? leaderMissing : nameMissing,
      });
      scrollToTop();
      return;
    }
    const reply = await this.send({ name: 'makeTeam', input: { name, kind, leaderId } }, teams.create);
    if (reply === undefined) return;
    const team = { id: reply.data.teamId, version: 1, name, kind, members: 1, asking: 0 };
    const made: ListedTeam = { ...team, isLeader: false, hasLeader: true, isMember: false };
    this.change({ teams: [...this.state.teams, made], leaders: undefined }, { isBusy: false, notice: saved });
    scrollToTop();
  },

  async onDecide({ currentTarget }: Keyed) {
    const { chosen } = this.state;
    if (chosen === undefined) return;
    const { key: userId, verdict } = currentTarget.dataset;
    const input = { teamId: chosen.team.id, version: chosen.team.version, userId, verdict };
    const reply = await this.send({ name: 'decideMember', input }, teams.approveMember);
    if (reply === undefined) return;
    const { version } = reply.data;
    const word = { userId, version, isIn: verdict === 'approve' };
    const next = { ...chosen, ...afterWord(chosen, word) };
    this.change(withTeam(this.state, next), { isBusy: false, notice: TEAMS_WORDS.decided[verdict] });
  },

  onTask({ detail }: Given) {
    this.change({ taskId: detail.value }, { notice: '' });
  },

  async onInvite({ currentTarget }: Keyed) {
    const { chosen, taskId: activityId } = this.state;
    if (chosen === undefined) return;
    const input = { teamId: chosen.team.id, userId: currentTarget.dataset.key, activityId };
    const reply = await this.send({ name: 'inviteMember', input }, teams.assign);
    if (reply !== undefined) this.setData({ isBusy: false, notice: TEAMS_WORDS.invited });
    scrollToTop();
  },

  async onLead({ currentTarget }: Keyed) {
    const { chosen } = this.state;
    if (chosen === undefined) return;
    const { key: leaderId } = currentTarget.dataset;
    const { id: teamId, version } = chosen.team;
    const input = { teamId, version, change: { is: 'leader' as const, leaderId } };
    const reply = await this.send({ name: 'leadTeam', input }, teams.edit);
    if (reply === undefined) return;
    const next = ledBy(chosen, leaderId, reply.data.version);
    this.change(withTeam(this.state, next), { isBusy: false, notice: TEAMS_WORDS.led });
  },

  onHours() {
    const id = this.state.chosen?.team.id ?? '';
    void wx.navigateTo({ url: `/packages/team/pages/hours/hours?id=${id}&office=1` });
  },

  onEnd() {
    this.setData({ isEnding: true });
  },

  onKeep() {
    this.setData({ isEnding: false });
  },

  async onEndYes() {
    const { chosen } = this.state;
    if (chosen === undefined) return;
    const { id: teamId, version } = chosen.team;
    const input = { teamId, version, change: { is: 'end' as const } };
    const reply = await this.send({ name: 'endTeam', input }, teams.edit);
    if (reply === undefined) return;
    const left = this.state.teams.filter(({ id }) => id !== teamId);
    const more = { isBusy: false, isEnding: false, notice: TEAMS_WORDS.ended };
    this.change({ teams: left, chosen: undefined }, more);
    scrollToTop();
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
