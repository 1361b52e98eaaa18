/**
 * A change that a person at work waits for: sent at once, not queued. One that got no answer is sent again under its own
 * operation id when the same button is touched again, so that it happens once.
 */
import type { ProblemCode } from '@domain/kernel/problem';
import type { ChangeOptions } from './client';
import { newOpId } from './new-op-id';

type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: { readonly code: ProblemCode } };

/** No answer came, or one that says nothing about the change. */
const UNANSWERED: readonly ProblemCode[] = [
  'OFFLINE',
  'DEPENDENCY_UNAVAILABLE',
  'INTERNAL',
  'CONFLICT_RETRY',
];

const open = new Map<string, string>();

/** `name` and `input` say which change it is: the same pair is the same wish. */
export async function changeOnce<Reply extends Outcome, Input>(
  change: { name: string; input: Input },
  send: (input: Input, options: ChangeOptions) => Promise<Reply>,
): Promise<Reply> {
  const key = `${change.name} ${JSON.stringify(change.input)}`;
  const known = open.get(key);
  const opId = known ?? (await newOpId());
  open.set(key, opId);
  const reply = await send(change.input, { opId, ...(known === undefined ? {} : { again: true }) });
  if (reply.ok || !UNANSWERED.includes(reply.problem.code)) open.delete(key);
  return reply;
}
