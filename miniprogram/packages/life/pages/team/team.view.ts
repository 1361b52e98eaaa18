/** A team as its members see it; who asks to join is shown to the leader, who decides. */
import type { ListedTeam, TeamMember } from '@domain/contract/team';
import type { ProblemReport } from '@domain/kernel/problem';
import type { PeopleOf } from '@domain/team/team-people';
import { TEAM_KIND_WORDS } from '../../../../messages/helping';
import { TEAM_WORDS } from '../../../../messages/volunteer';
import { CONTENT_FACE, emptyFace, problemFace, type WishFace } from '../../services/wish-face';

export type TeamPeople = PeopleOf<ListedTeam, TeamMember>;

interface Row {
  key: string;
  name: string;
  note: string;
}

export interface TeamView extends WishFace {
  name: string;
  note: string;
  members: readonly Row[];
  asking: readonly Row[];
}

const rowOf = ({ userId, name, isLeader }: TeamMember): Row => ({
  key: userId,
  name,
  note: isLeader ? TEAM_WORDS.leader : '',
});

/** Whoever left, was never let in, or follows an old message finds no team. */
export function lostTeam(problem: Pick<ProblemReport, 'code' | 'details'> | undefined): TeamView {
  const { lost, lostDetail, back } = TEAM_WORDS;
  const isLost = problem === undefined || ['NOT_FOUND', 'FORBIDDEN'].includes(problem.code);
  const face = isLost ? emptyFace(lost, lostDetail, back) : problemFace(problem);
  return { ...face, name: '', note: '', members: [], asking: [] };
}

export function viewTeam({ team, members, asking }: TeamPeople): TeamView {
  return {
    ...CONTENT_FACE,
    name: team.name,
    note: `${TEAM_KIND_WORDS[team.kind]} · ${TEAM_WORDS.members(team.members)}`,
    members: members.map(rowOf),
    asking: asking.map(rowOf),
  };
}
