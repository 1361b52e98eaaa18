import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { contentContract } from '@domain/contract/content';
import { CONTENT_KIND_WORDS } from '@domain/content/content';
import type { ChangeContext } from '../../../kernel/context';
import { effectsOf } from '../../../records/content-effects';
import { hideContent, openContentText } from '../../../records/contents';
import { tell } from '../../../records/messages';
import { checkReason } from '../../../records/reasons';
import { authorPage } from '../author-page';
import { foundContent, recordDecision } from '../found-content';

type Input = ProcedureParsed<(typeof contentContract)['takedown']>;
type Output = ProcedureOutput<(typeof contentContract)['takedown']>;

/** The words go, the matter stands as it stood, in hand or ended. */
const wordsAlone = (reason: string): string => `${reason}。只是不再公开，这件事不受影响`;

export async function takedown(context: ChangeContext, input: Input): Promise<Output> {
  const row = await foundContent(context, input);
  const reason = checkReason(input.reason);
  hideContent(context, row, reason);
  const text = openContentText(context.keyring, row);
  await effectsOf(row.kind).onHide?.(context, { row, text, reason });
  tell(context, {
    userId: row.authorId,
    kind: 'contentHidden',
    values: { place: CONTENT_KIND_WORDS[row.kind], note: row.kind === 'issue' ? wordsAlone(reason) : reason },
    link: authorPage(row),
    isSecret: true,
  });
  recordDecision(context, row, { field: 'hidden', reason });
  return { state: 'hidden' };
}
