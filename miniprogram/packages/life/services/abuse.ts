/** Whoever reads what others wrote may say that something is wrong; the desk looks, and nobody learns who said so. */
import type { contentContract } from '@domain/contract/content';
import { ABUSE_WORDS, ABUSES } from '@domain/content/content';
import type { ProcedureInput } from '@domain/kernel/contract';
import { sentenceFor } from '@domain/kernel/problem';
import { REPORT_WORDS } from '../../../messages/report';
import { content } from '../../../services/content';
import { changeOnce } from '../../../services/single-change';

export const ABUSE_TILES = ABUSES.map((value) => ({ value, label: ABUSE_WORDS[value] }));

interface Teller {
  readonly actAs: string;
  readonly thanks?: string;
}

/** Answers what the reader is told: the thanks, or why it did not arrive. */
export async function tellAbuse(
  input: ProcedureInput<(typeof contentContract)['reportAbuse']>,
  { actAs, thanks = REPORT_WORDS.done }: Teller,
): Promise<string> {
  const reply = await changeOnce({ name: 'reportAbuse', input }, (told, options) =>
    content.reportAbuse(told, { ...options, actAs }),
  );
  return reply.ok ? thanks : sentenceFor(reply.problem);
}
