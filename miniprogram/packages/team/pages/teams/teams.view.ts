/** Teams of the territory, one of them at hand with its people, and the making of a new one. */
import type { ListedTeam, TeamMember, TeamTask } from '@domain/contract/team';
import type { ListedVolunteer } from '@domain/contract/volunteer';
import { dayOf, dayWords } from '@domain/kernel/day';
import type { PeopleOf } from '@domain/team/team-people';
import { TEAM_KIND_WORDS } from '../../../../messages/helping';
import { TEAMS_WORDS } from '../../../../messages/team';
import { CONTENT, type FaceView } from '../../../../services/staff-page';

export type TeamPeople = PeopleOf<ListedTeam, TeamMember> & { readonly tasks: readonly TeamTask[] };

export interface TeamsState {
  teams: readonly ListedTeam[];
  next: string | undefined;
  chosen: TeamPeople | undefined;
  /** Who can lead a new one; undefined while none is being made. */
  leaders: readonly ListedVolunteer[] | undefined;
  leaderId: string;
  kind: ListedTeam['kind'];
  /** The activity to which members are asked; '' where the team has none to come. */
  taskId: string;
  /** Who decides about members: the community, not the street. */
  mayDecide: boolean;
}

interface Row {
  key: string;
  name: string;
  note: string;
  isChosen: boolean;
}

interface MemberRow {
  key: string;
  name: string;
  note: string;
  mayLead: boolean;
  mayInvite: boolean;
}

export interface TeamsView extends FaceView {
  rows: readonly Row[];
  nothing: string;
  hasMore: boolean;
  chosen: string;
  chosenNote: string;
  /** What is to do about a team that nobody leads. */
  leaderless: string;
  members: readonly MemberRow[];
  asking: readonly { key: string; name: string }[];
  tasks: readonly { value: string; label: string }[];
  taskId: string;
  mayDecide: boolean;
  isMaking: boolean;
  leaders: readonly { value: string; label: string }[];
  noLeaders: string;
  leaderId: string;
  kind: string;
}

export const NO_TEAMS: TeamsState = {
  teams: [],
  next: undefined,
  chosen: undefined,
  leaders: undefined,
  leaderId: '',
  kind: 'compound',
  taskId: '',
  mayDecide: false,
};

function noteOf({ kind, members, asking, hasLeader }: ListedTeam): string {
  const notes = [
    hasLeader ? '' : TEAMS_WORDS.leaderless,
    TEAM_KIND_WORDS[kind],
    TEAMS_WORDS.members(members),
    TEAMS_WORDS.asking(asking),
  ];
  return notes.filter((note) => note !== '').join(' · ');
}

function memberRow({ userId, name, isLeader }: TeamMember, mayInvite: boolean): MemberRow {
  return { key: userId, name, note: isLeader ? TEAMS_WORDS.leads : '', mayLead: !isLeader, mayInvite };
}

function leaderlessOf({ hasLeader, members }: ListedTeam): string {
  if (hasLeader) return '';
  return members === 0 ? TEAMS_WORDS.nobodyLeft : TEAMS_WORDS.leaderlessAsk;
}

const NO_TEAM = { chosen: '', chosenNote: '', leaderless: '', members: [], asking: [], tasks: [] };

/** The team at hand with its people. */
function chosenOf({ chosen, mayDecide, taskId }: TeamsState) {
  if (chosen === undefined) return NO_TEAM;
  const { team, members, asking, tasks } = chosen;
  const label = ({ title, startAt }: TeamTask) => `${title} · ${dayWords(dayOf(startAt))}`;
  return {
    chosen: team.name,
    chosenNote: noteOf(team),
    leaderless: leaderlessOf(team),
    members: members.map((member) => memberRow(member, mayDecide && taskId !== '')),
    tasks: mayDecide ? tasks.map((task) => ({ value: task.id, label: label(task) })) : [],
    asking: asking.map(({ userId, name }) => ({ key: userId, name })),
  };
}

export function viewTeams(state: TeamsState): TeamsView {
  const { teams, next, chosen, leaders, leaderId, kind, mayDecide, taskId } = state;
  return {
    ...CONTENT,
    rows: teams.map((team) => ({
      key: team.id,
      name: team.name,
      note: noteOf(team),
      isChosen: team.id === chosen?.team.id,
    })),
    nothing: teams.length === 0 ? TEAMS_WORDS.none : '',
    hasMore: next !== undefined,
    ...chosenOf(state),
    taskId,
    mayDecide,
    isMaking: leaders !== undefined,
    leaders: (leaders ?? []).map(({ id, name }) => ({ value: id, label: name })),
    noLeaders: leaders?.length === 0 ? TEAMS_WORDS.noLeaders : '',
    leaderId,
    kind,
  };
}

/** The team at hand after what was decided, without asking again. */
export function withTeam(state: TeamsState, chosen: TeamPeople): TeamsState {
  const teams = state.teams.map((one) => (one.id === chosen.team.id ? chosen.team : one));
  return { ...state, teams, chosen };
}

export function ledBy(read: TeamPeople, userId: string, version: number): TeamPeople {
  const members = read.members.map((one) => ({ ...one, isLeader: one.userId === userId }));
  return { ...read, team: { ...read.team, version, hasLeader: true }, members };
}
