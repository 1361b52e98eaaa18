/** Faces of the wish pages, and the seats in which a person meets wishes. */
import type { Seat } from '@domain/contract/session';
import type { ProblemReport } from '@domain/kernel/problem';
import { WISH_WORDS } from '../../../messages/wish';
import type { Session } from '../../../services/session';
import { readingSentence } from '../../../services/staff-page';

export interface WishFace {
  face: 'content' | 'empty' | 'offline' | 'problem';
  sentence: string;
  detail: string;
  action: string;
}

export const CONTENT_FACE: WishFace = { face: 'content', sentence: '', detail: '', action: '' };

export function emptyFace(sentence: string, detail: string, action: string): WishFace {
  return { face: 'empty', sentence, detail, action };
}

export function problemFace(problem: Pick<ProblemReport, 'code' | 'details'>): WishFace {
  const isOffline = problem.code === 'OFFLINE';
  const sentence = isOffline ? WISH_WORDS.offline : readingSentence(problem);
  return { face: isOffline ? 'offline' : 'problem', sentence, detail: '', action: WISH_WORDS.again };
}

export function volunteerSeatOf({ seats }: Session): Seat | undefined {
  return seats.find(({ role }) => role === 'VO');
}

/** Seats in which wishes are made: at home, or for somebody else. */
export function makerSeatsOf({ seats }: Session): Seat[] {
  return seats.filter(({ role }) => ['RE', 'BH', 'GW', 'CA'].includes(role));
}
