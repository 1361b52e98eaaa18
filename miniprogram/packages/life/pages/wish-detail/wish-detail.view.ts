/** Claiming: what whoever looks may do, and for a team who brings how much, until it makes up what the wish may cost. */
import type { ListedTeam, TeamMember } from '@domain/contract/team';
import type { PublicWish } from '@domain/contract/wish-views';
import { sharesProblem, type Share } from '@domain/wish/wish';
import type { ProblemReport } from '@domain/kernel/problem';
import { WISH_WORDS } from '../../../../messages/wish';
import { emptyFace, problemFace, type WishFace } from '../../services/wish-face';

/** An open wish is claimed by a volunteer, or by the leader of a team; anybody else is shown the way to become one. */
export function claimSteps({ state, needsTeam }: PublicWish, isVolunteer: boolean) {
  const isOpen = state === 'published';
  const alone = isVolunteer ? WISH_WORDS.claimHint : WISH_WORDS.applyFirst;
  const note = needsTeam ? WISH_WORDS.team : alone;
  return {
    isOpen,
    mayClaim: isOpen && isVolunteer && !needsTeam,
    mayTeam: isOpen && isVolunteer && needsTeam,
    mayApply: isOpen && !isVolunteer,
    claimNote: isOpen ? note : '',
  };
}

/** What is not on the wall, or no longer, is nobody's mistake. */
export function lostFace(problem: Pick<ProblemReport, 'code' | 'details'>): WishFace {
  const { lost, lostDetail, back } = WISH_WORDS;
  return problem.code === 'NOT_FOUND' ? emptyFace(lost, lostDetail, back) : problemFace(problem);
}

export interface Sharing {
  limitYuan: number;
  /** Teams that the caller leads. */
  teams: readonly ListedTeam[];
  teamId: string;
  members: readonly TeamMember[];
  /** What was typed for each member. */
  typed: Readonly<Record<string, string>>;
}

export interface SharesView {
  teams: readonly { value: string; label: string }[];
  teamId: string;
  members: readonly { key: string; label: string }[];
  left: string;
}

export const NO_SHARING: Sharing = { limitYuan: 0, teams: [], teamId: '', members: [], typed: {} };

/** Nothing typed is nothing to bring, and no share. */
export function sharesOf({ members, typed }: Sharing): Share[] {
  return members
    .map(({ userId }) => ({ userId, yuan: Math.floor(Number(typed[userId] ?? '')) || 0 }))
    .filter(({ yuan }) => yuan > 0);
}

/** What is wrong with the shares; empty when they may be sent. */
export function wrongShares(sharing: Sharing): string {
  const { limitYuan, members } = sharing;
  return sharesProblem(sharesOf(sharing), { limitYuan, members: members.map(({ userId }) => userId) }) ?? '';
}

export function viewShares(sharing: Sharing): SharesView {
  const { limitYuan, teams, teamId, members } = sharing;
  const sum = sharesOf(sharing).reduce((total, { yuan }) => total + yuan, 0);
  return {
    teams: teams.map(({ id, name }) => ({ value: id, label: name })),
    teamId,
    members: members.map(({ userId, name }) => ({ key: userId, label: WISH_WORDS.shareOf(name) })),
    left: members.length === 0 ? '' : WISH_WORDS.sharesLeft(limitYuan - sum),
  };
}
