/** What leaves in place of an answer. What is not a Problem of the contract is a defect: it leaves as INTERNAL with the request's id. */
import type { ActionName } from '@domain/identity/permission';
import type { ProcedureContract } from '@domain/kernel/contract';
import { Problem, PROBLEM_SENTENCES, type ProblemReport } from '@domain/kernel/problem';

/** What the endpoint may refuse in any procedure's place. */
const ALWAYS_POSSIBLE = new Set<string>([
  'VALIDATION',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'PLEDGE_REQUIRED',
  'PAYLOAD_TOO_LARGE',
  'RATE_LIMITED',
  'REASON_REQUIRED',
  'IDEMPOTENCY_MISMATCH',
  'CONFLICT_RETRY',
  'READ_ONLY_MODE',
  'DEPENDENCY_UNAVAILABLE',
  'CLIENT_TOO_OLD',
]);

export function reportOf(
  error: unknown,
  contract: ProcedureContract<ActionName> | undefined,
  requestId: string,
): ProblemReport {
  const isExpected =
    error instanceof Problem &&
    (ALWAYS_POSSIBLE.has(error.code) || contract?.problems.includes(error.code) === true);
  const code = isExpected ? error.code : 'INTERNAL';
  const details = isExpected ? error.details : {};
  return { code, message: PROBLEM_SENTENCES[code], details, requestId };
}
