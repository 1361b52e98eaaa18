/** One line a call, from a closed list of fields: no input, no output, no name, no number of a person can get in. */
export interface LogLine {
  readonly requestId: string;
  readonly procedure: string;
  readonly outcome: string;
  readonly ms: number;
  readonly attempts?: number;
  /** Class and place in our code of an unexpected error; never its message, which may quote data. */
  readonly error?: string;
}

const PROCEDURE = /^[a-zA-Z]{1,40}$/;

/** Where an error arose: its class and the frames of its stack, without the message. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = (error as { code?: unknown }).code;
  return [
    error.name,
    typeof code === 'string' ? code : '',
    ...frames.slice(0, 4).map((frame) => frame.trim()),
  ].join(' ');
}

export function logCall(line: LogLine): void {
  const procedure = PROCEDURE.test(line.procedure) ? line.procedure : 'unknown';
  process.stdout.write(`${JSON.stringify({ ...line, procedure })}\n`);
}

/** Security events: a lock, a burst of wrong tokens. The actor is a pseudonym. */
export function logSecurity(event: 'codesLocked', actor: string, requestId: string): void {
  process.stdout.write(`${JSON.stringify({ security: event, actor, requestId })}\n`);
}
