/**
 * Every minute: texts that were handed in are shown to the checker. Whatever it says, a person decides after it; without an answer
 * a text stays where nobody sees it, is asked about again after half an hour, and after three tries waits for a person all the same.
 */
import { nextCheckAfter, nextContentState } from '@domain/content/content-state';
import type { SystemContext } from '../../kernel/context';
import type { ContentChecks } from '../../ports/content-checks';
import { openContentAuthor, openContentText } from '../../records/contents';
import { dueContents } from '../../repositories/contents';
import type { ContentDocument } from '../../repositories/documents';

const RUN_MS = 40_000;

type Outcome = Partial<ContentDocument>;

/** What rests meanwhile is not put before anybody by its verdict. */
const settledAs = ({ state }: ContentDocument, check: ContentDocument['check']): Outcome => ({
  check,
  state: nextContentState(state, 'check') ?? state,
  nextCheckAt: 0,
  sealedOpenid: '',
});

function withoutAnswer(row: ContentDocument, now: number): Outcome {
  const { tries } = row;
  const nextCheckAt = nextCheckAfter(tries + 1, now);
  if (nextCheckAt === undefined) return { ...settledAs(row, 'unchecked'), tries: tries + 1 };
  return { tries: tries + 1, nextCheckAt };
}

async function ask(
  { keyring, now }: SystemContext,
  port: ContentChecks,
  row: ContentDocument,
): Promise<Outcome> {
  try {
    const text = openContentText(keyring, row);
    return settledAs(
      row,
      await port.check({ kind: row.kind, text, openid: () => openContentAuthor(keyring, row) }),
    );
  } catch {
    return withoutAnswer(row, now);
  }
}

/** A text that was handed in anew, decided or withdrawn meanwhile has another version, and the verdict is not its own. */
export async function checkContents(context: SystemContext, port: ContentChecks): Promise<void> {
  for (const row of await dueContents(context.store, context.now)) {
    if (context.elapsed() > RUN_MS) return;
    const outcome = await ask(context, port, row);
    const { _id, version } = row;
    await context.store.patchWhere(
      'contents',
      { _id, version, check: 'due' },
      { ...outcome, version: version + 1 },
    );
  }
}
