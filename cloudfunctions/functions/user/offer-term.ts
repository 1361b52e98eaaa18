/** A private link that nobody opened is dead after a day, and so is a wish that nobody agreed to. */
export const OFFER_LASTS_MS = 24 * 3_600_000;
