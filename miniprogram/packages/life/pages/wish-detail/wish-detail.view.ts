/** Claiming: what whoever looks may do, and for a team who brings how much, until it makes up what the wish may cost. */
import type { ListedTeam, TeamMember } from '@domain/contract/team';
import type { PublicWish } from '@domain/contract/wish-views';
import { sharesProblem, type Share } from '@domain/wish/wish';
import type { ProblemReport } from '@domain/kernel/problem';
import { WISH_STANDS, WISH_WORDS } from '../../../../messages/wish';
import { emptyFace, problemFace, type WishFace } from '../../services/wish-face';

type Shown = PublicWish & { readonly isOwn: boolean };

/**
 * An open wish is claimed by a volunteer, or by the leader of a team; anybody else is shown the way to become one, and whoever made
 * it the way to the own wishes.
 */
export function claimSteps(wish: Shown, isVolunteer: boolean) {
  const { state, needsTeam, isOwn } = wish;
  const isOpen = state === 'published';
  const mayHelp = isOpen && !isOwn;
  return {
    isOpen,
    isMine: isOwn,
    mayClaim: mayHelp && isVolunteer && !needsTeam,
    mayTeam: mayHelp && isVolunteer && needsTeam,
    mayApply: mayHelp && !isVolunteer,
    claimNote: isOpen ? noteOf(wish, isVolunteer) : '',
  };
}

function noteOf({ needsTeam, isOwn }: Shown, isVolunteer: boolean): string {
  if (isOwn) return WISH_WORDS.own;
  if (needsTeam) return WISH_WORDS.team;
  return isVolunteer ? WISH_WORDS.claimHint : WISH_WORDS.applyFirst;
}

/** Whoever made it is not sent to other wishes; for whom it is done, whether for them or another, the page does not ask. */
export function wishStand({ state, isOwn }: Shown): string {
  return WISH_STANDS[isOwn && state !== 'done' ? 'maker' : 'all'][state];
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
