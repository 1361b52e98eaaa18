/** Where somebody stands in an activity they signed up for, and what comes next. */
import type { OwnStanding } from '@domain/contract/activity';
import { momentWords } from '@domain/kernel/day';
import { minutesWords } from '@domain/volunteer/service-hours';
import { ACTIVITY_WORDS, PHASE_WORDS } from './activity';

interface Stand {
  readonly state: string;
  readonly own: OwnStanding | undefined;
}

export function standingWords({ state, own }: Stand): string {
  if (state === 'cancelled') return ACTIVITY_WORDS.cancelled;
  if (state === 'over') return ACTIVITY_WORDS.over;
  if (own === undefined) return '';
  if (own.inAt > 0) return own.outAt > 0 ? ACTIVITY_WORDS.wasThere : ACTIVITY_WORDS.isThere;
  return PHASE_WORDS[own.phase](own.number);
}

export function standingNote(own: OwnStanding | undefined): string {
  if (own === undefined) return '';
  if (own.minutes !== undefined) return ACTIVITY_WORDS.served(minutesWords(own.minutes));
  if (own.inAt > 0) return ACTIVITY_WORDS.inside(momentWords(own.inAt));
  return own.phase === 'offered' ? ACTIVITY_WORDS.acceptUntil(momentWords(own.offerUntil)) : '';
}
