import { Problem } from '@domain/kernel/problem';

const REASON_LENGTH_MIN = 4;

/** The reason as it is kept. Throws REASON_REQUIRED where it says nothing. */
export function checkReason(reason: string): string {
  const said = reason.trim();
  if (said.length < REASON_LENGTH_MIN) throw new Problem('REASON_REQUIRED');
  return said;
}
