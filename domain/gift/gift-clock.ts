/** What time does to a thing on the shelf: each has at most one day on which something falls due. */
import { addDays } from '../kernel/calendar';
import type { Day } from '../kernel/day';
import { ERASE_DAYS, HELD_DAYS, REMIND_DAYS, SHOWN_DAYS } from './gift';

/** remind, lapse: of what is reserved · expire: of what nobody wants, or nobody sent again · erase: of what is over. */
export type GiftStep = 'none' | 'remind' | 'lapse' | 'expire' | 'erase';

export interface GiftClock {
  readonly step: GiftStep;
  /** A day; '' where nothing falls due. */
  readonly stepOn: string;
}

export const NO_CLOCK: GiftClock = { step: 'none', stepOn: '' };

/** From the request on, and once more from the day on which it lies at the desk. */
export function clockOfHold(today: Day): GiftClock {
  return { step: 'remind', stepOn: addDays(today, REMIND_DAYS) };
}

/** The day on which a reservation comes to nothing, whether the reminder is still to come or not. */
export function heldUntil({ step, stepOn }: GiftClock): Day {
  return step === 'remind' ? addDays(stepOn, HELD_DAYS - REMIND_DAYS) : stepOn;
}

/** After the reminder: the day does not move. */
export function clockOfReminder(clock: GiftClock): GiftClock {
  return { step: 'lapse', stepOn: heldUntil(clock) };
}

export function clockOfShelf(today: Day): GiftClock {
  return { step: 'expire', stepOn: addDays(today, SHOWN_DAYS) };
}

export function clockOfEnd(today: Day): GiftClock {
  return { step: 'erase', stepOn: addDays(today, ERASE_DAYS) };
}
