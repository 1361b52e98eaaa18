/** What time does to a wish: each has at most one day on which something falls due. */
import { addDays } from '../kernel/calendar';
import type { Day } from '../kernel/day';
import { CONTACT_DAYS, ERASE_DAYS, LAPSE_AFTER_DAYS, REMIND_AFTER_DAYS, RETURNED_DAYS } from './wish';

/**
 * remind, lapse: of a claimant who is silent · contact, erase: what is kept of the private part after the end · expire: of what came
 * back, and nobody sent again.
 */
export type WishStep = 'none' | 'remind' | 'lapse' | 'contact' | 'erase' | 'expire';

export interface WishClock {
  readonly step: WishStep;
  /** A day; '' where nothing falls due. */
  readonly stepOn: string;
}

export const NO_CLOCK: WishClock = { step: 'none', stepOn: '' };

/** After the claimant has done something. */
export function clockOfAct(today: Day): WishClock {
  return { step: 'remind', stepOn: addDays(today, REMIND_AFTER_DAYS) };
}

/** After the reminder, by the day of the last act. */
export function clockOfReminder(lastActOn: Day): WishClock {
  return { step: 'lapse', stepOn: addDays(lastActOn, LAPSE_AFTER_DAYS) };
}

/** After a wish was met: the winner may ring for a week, its last day included. */
export function clockOfMeeting(today: Day): WishClock {
  return { step: 'contact', stepOn: addDays(today, CONTACT_DAYS + 1) };
}

export function clockOfReturn(today: Day): WishClock {
  return { step: 'expire', stepOn: addDays(today, RETURNED_DAYS) };
}

/** After any end that left something to erase. */
export function clockOfEnd(closedOn: Day): WishClock {
  return { step: 'erase', stepOn: addDays(closedOn, ERASE_DAYS) };
}
