/** A refusal the platform itself would give: `code` reaches the caller of the SDK, `message` says why. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'CloudError';
  }
}

/** Something CloudBase knows and this imitation does not: loud, counted in the meter, fatal to a test run. */
export function notImitated(what: string): CloudError {
  return new CloudError('LOCAL_NOT_IMITATED', `The local cloud does not imitate ${what}.`);
}

export function invalid(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message);
}

export function requestFailed(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`);
}

export function conflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  );
}

/** A start-up mistake of the person at the keyboard: one Chinese sentence, shown without a stack. */
export class StartProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartProblem';
  }
}
