/**
 * Why a form came back, as far as its sender may learn it: of what else stands behind the door nothing is said, so a worker's
 * 重复交了一份 stays with the street.
 */
export const RETURN_REASONS = ['notOfDoor', 'mismatch'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** The worker's words that may be handed on. */
const SAID: Readonly<Record<string, ReturnReason | undefined>> = {
  不是这一户的: 'notOfDoor',
  填得对不上: 'mismatch',
};

/** What a worker's reason says to the sender; undefined for any other words. */
export function reasonForSender(reason: string): ReturnReason | undefined {
  return SAID[reason];
}
