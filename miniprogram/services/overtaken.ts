import type { ProblemReport } from '@domain/kernel/problem';

/** Somebody was quicker: what the page shows is read anew, so that the next touch counts from there. */
export function isOvertaken({ code }: Pick<ProblemReport, 'code'>): boolean {
  return code === 'STALE_VERSION' || code === 'WRONG_STATE';
}
