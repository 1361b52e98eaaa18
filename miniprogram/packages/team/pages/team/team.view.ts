/** A team as its members see it, with what it carries next; its leader asks members to come, and decides who joins. */
import type { ListedTeam, TeamMember, TeamTask } from '@domain/contract/team';
import { dayOf, dayWords, minuteOf } from '@domain/kernel/day';
import type { ProblemReport } from '@domain/kernel/problem';
import type { PeopleOf } from '@domain/team/team-people';
import { TEAM_KIND_WORDS } from '../../../../messages/helping';
import { TEAM_WORDS } from '../../../../messages/team';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import { lostFace } from '../../services/team-face';

export type TeamPeople = PeopleOf<ListedTeam, TeamMember> & { readonly tasks: readonly TeamTask[] };

interface Row {
  key: string;
  name: string;
  note: string;
}

interface MemberRow extends Row {
  /** The leader may ask this one to come. */
  mayInvite: boolean;
}

interface Tile {
  value: string;
  label: string;
  hint: string;
}

/** What the leader is about to ask for, and whom the leader has asked already. */
export interface Inviting {
  readonly taskId: string;
  readonly invited: readonly string[];
}

export const NOBODY_INVITED: Inviting = { taskId: '', invited: [] };

export interface TeamView extends FaceView {
  name: string;
  note: string;
  members: readonly MemberRow[];
  asking: readonly Row[];
  tasks: readonly Row[];
  /** The same as tiles, for the leader. */
  choices: readonly Tile[];
  taskId: string;
  noTasks: string;
  /** Said where nobody leads it. */
  leaderless: string;
  mayLeave: boolean;
  /** The leader's alone. */
  hasHours: boolean;
}

const rowOf = ({ userId, name, isLeader }: TeamMember): Row => ({
  key: userId,
  name,
  note: isLeader ? TEAM_WORDS.leader : '',
});

const NO_TEAM: TeamView = {
  ...CONTENT,
  ...{ name: '', note: '', noTasks: '', leaderless: '', taskId: '', mayLeave: false, hasHours: false },
  ...{ members: [], asking: [], tasks: [], choices: [] },
};

export function lostTeam(problem: Pick<ProblemReport, 'code' | 'details'> | undefined): TeamView {
  return { ...NO_TEAM, ...lostFace(problem) };
}

function taskRow({ id, title, startAt }: TeamTask): Row {
  return { key: id, name: title, note: `${dayWords(dayOf(startAt))} ${minuteOf(startAt)}` };
}

/** One member may be asked to several activities, and to each of them once. */
export function invitation(userId: string, taskId: string): string {
  return `${userId} ${taskId}`;
}

/** What the leader sees: tiles to choose of, and who is still to be asked. */
function leaderView({ tasks, members }: TeamPeople, { taskId, invited }: Inviting) {
  const rows = tasks.map(taskRow);
  return {
    choices: rows.map(({ key, name, note }) => ({ value: key, label: name, hint: note })),
    taskId,
    noTasks: rows.length === 0 ? TEAM_WORDS.noActivities : '',
    members: members.map((member): MemberRow => {
      const isInvited = invited.includes(invitation(member.userId, taskId));
      const row = rowOf(member);
      const mayInvite = !member.isLeader && taskId !== '' && !isInvited;
      return { ...row, note: isInvited ? TEAM_WORDS.isInvited : row.note, mayInvite };
    }),
  };
}

export function viewTeam(people: TeamPeople, inviting: Inviting = NOBODY_INVITED): TeamView {
  const { team, members, asking, tasks } = people;
  return {
    ...NO_TEAM,
    name: team.name,
    note: `${TEAM_KIND_WORDS[team.kind]} · ${TEAM_WORDS.members(team.members)}`,
    leaderless: team.hasLeader ? '' : TEAM_WORDS.leaderless,
    members: members.map((member) => ({ ...rowOf(member), mayInvite: false })),
    asking: asking.map(rowOf),
    tasks: team.isLeader ? [] : tasks.map(taskRow),
    mayLeave: !team.isLeader,
    hasHours: team.isLeader,
    ...(team.isLeader ? leaderView(people, inviting) : {}),
  };
}
