import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import type { OwnWish } from '@domain/contract/wish-views';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { writtenText } from '../../../records/contents';
import type { WishDocument } from '../../../repositories/documents';
import { wishesOf } from '../../../repositories/wishes';
import { viewOwn } from '../wish-views';

type Input = ProcedureParsed<(typeof wishContract)['listOwn']>;
type Output = ProcedureOutput<(typeof wishContract)['listOwn']>;

/** The story that waits for the yes of who made the wish: nobody agrees to words that they have not read. */
async function askedStory(context: ReadContext, wish: WishDocument): Promise<Pick<OwnWish, 'storyText'>> {
  if (wish.story?.allowedOn !== '' || wish.isHelped || wish.madeBy !== context.caller.userId) return {};
  const written = await writtenText(context, 'story', wish._id);
  return written === undefined ? {} : { storyText: written.text };
}

/** As a volunteer what is in the own hands or was, in every other seat what one made. */
export async function listOwn(context: ReadContext, { cursor }: Input): Promise<Output> {
  const { userId, role } = context.caller;
  context.permit({ madeBy: userId });
  const who = role === 'VO' ? { claimedBy: userId } : { madeBy: userId };
  const { rows, next } = await wishesOf(context.store, who, cursor);
  const viewer = { keyring: context.keyring, userId };
  const wishes = await Promise.all(
    rows.map(async (wish) => ({ ...viewOwn(viewer, wish), ...(await askedStory(context, wish)) })),
  );
  return { wishes, ...nextOf({ next }) };
}
