import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { contentContract } from '@domain/contract/content';
import { CONTENT_KIND_WORDS, hasOwnReview, mayBeReturned } from '@domain/content/content';
import { nextContentState, type ContentState } from '@domain/content/content-state';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { effectsOf } from '../../../records/content-effects';
import { openContentText, releaseContent, returnContent } from '../../../records/contents';
import { tell } from '../../../records/messages';
import { checkReason } from '../../../records/reasons';
import type { ContentDocument } from '../../../repositories/documents';
import { authorPage } from '../author-page';
import { foundContent, recordDecision } from '../found-content';

type Input = ProcedureParsed<(typeof contentContract)['review']>;
type Output = ProcedureOutput<(typeof contentContract)['review']>;

interface Case {
  readonly row: ContentDocument;
  readonly reason: string;
}

async function release(context: ChangeContext, { row, reason }: Case): Promise<ContentState> {
  if (hasOwnReview(row.kind)) throw new Problem('WRONG_STATE', { state: row.state });
  if (row.state === 'waiting' && row.check !== 'passed') checkReason(reason);
  releaseContent(context, row);
  const text = openContentText(context.keyring, row);
  await effectsOf(row.kind).onRelease?.(context, { row, text, reason });
  return 'released';
}

/** The author is told what to change, under seal. */
async function giveBack(context: ChangeContext, { row, reason }: Case): Promise<ContentState> {
  checkReason(reason);
  returnContent(context, row, reason);
  const text = openContentText(context.keyring, row);
  await effectsOf(row.kind).onReturn?.(context, { row, text, reason });
  tell(context, {
    userId: row.authorId,
    kind: 'contentReturned',
    values: { place: CONTENT_KIND_WORDS[row.kind], note: reason },
    link: authorPage(row),
    isSecret: true,
  });
  return 'returned';
}

/** Somebody has looked at what was reported, and it stays. Throws WRONG_STATE where nothing was. */
function keep(context: ChangeContext, { row }: Case): ContentState {
  if (row.reported !== 'open') throw new Problem('WRONG_STATE', { state: row.state });
  context.write.patch('contents', row._id, { version: row.version + 1, reported: 'none' });
  return row.state;
}

const AS_SAID = '这段话作者没有地方改：能公开的照样放，不能公开的撤下来';

const VERDICTS = { release, return: giveBack, keep } as const;

/** Throws WRONG_STATE before the reason is looked at: what is settled takes none, nor what is never sent back. */
function checkState({ state, kind }: ContentDocument, verdict: Input['verdict']): void {
  if (verdict !== 'keep' && nextContentState(state, verdict) === undefined) {
    throw new Problem('WRONG_STATE', { state });
  }
  if (verdict === 'return' && !mayBeReturned(kind)) {
    throw new Problem('WRONG_STATE', { state, sentence: AS_SAID });
  }
}

export async function review(context: ChangeContext, input: Input): Promise<Output> {
  const row = await foundContent(context, input);
  checkState(row, input.verdict);
  const reason = input.reason?.trim() ?? '';
  const state = await VERDICTS[input.verdict](context, { row, reason });
  recordDecision(context, row, { field: input.verdict, reason });
  return { state };
}
