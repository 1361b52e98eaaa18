/**
 * Every hour: what time does to things on the shelf. Who has to bring or fetch what was reserved is reminded on the fifth day, and
 * after a week it is free again; what nobody wanted for sixty days leaves, and thirty days after its end nothing of a thing is left,
 * pictures included.
 */
import { clockOfReminder, heldUntil, NO_CLOCK, type GiftStep } from '@domain/gift/gift-clock';
import { nextGiftState } from '@domain/gift/gift-state';
import { dayWords } from '@domain/kernel/day';
import type { SystemContext } from '../../kernel/context';
import { outliveWords } from '../../records/contents';
import { takeDueSteps, type Due as DueOf, type Patch as PatchOf } from '../../records/due-steps';
import { freedChange, freeHolds, movedChange, overChange, tellGiver, tellTaker } from '../../records/gifts';
import { fetchNote } from '../../records/over-gift';
import type { GiftDocument } from '../../repositories/documents';
import { dueGifts, findGift, giftsWithSpentFiles } from '../../repositories/gifts';

type Due = DueOf<GiftDocument>;
type Patch = PatchOf<GiftDocument>;

/** Whoever has to move: its giver to the desk, or once it lies there, who reserved it. */
function remind({ telling, document: gift }: Due): Patch {
  const day = dayWords(heldUntil(gift));
  if (gift.isStored) tellTaker(telling, gift, `还在等您来领，${day}前没领就让给别人。`);
  else tellGiver(telling, gift, `要的人还在等，请 ${day}前送到社区服务台。`);
  return clockOfReminder(gift);
}

async function lapse({ context, transaction, document: gift, telling, write }: Due): Promise<Patch> {
  const state = nextGiftState(gift.state, 'lapse');
  if (state === undefined) return NO_CLOCK;
  await freeHolds({ store: transaction, write }, gift);
  tellTaker(telling, gift, gift.isStored ? '7 天没来领，先让给别人了。' : '东西没送来，先放回架上了。');
  tellGiver(telling, gift, gift.isStored ? '要的人没来领，又放回架上了。' : '7 天没送到，先放回架上了。');
  return movedChange(gift, { state, change: freedChange(context.today) }, context.now);
}

async function expire({ context, transaction, document: gift, telling, write }: Due): Promise<Patch> {
  const state = nextGiftState(gift.state, 'expire');
  if (state === undefined) return NO_CLOCK;
  const { today } = context;
  await outliveWords({ find: transaction.find, write, today }, { kind: 'gift', subjectId: gift._id });
  tellGiver(telling, gift, `60 天没人要，先下架了，可以再放一次。${fetchNote(gift)}`);
  return movedChange(gift, { state, change: overChange(today) }, context.now);
}

async function erase({ context, document: gift, write }: Due): Promise<Patch> {
  await context.files.remove([...gift.pictures.map(({ fileId }) => fileId), ...gift.spentFiles]);
  write.remove('gifts', gift._id);
  return NO_CLOCK;
}

/** The phone's own files, once they were kept anew. */
async function removeSpentFiles({ store, files }: SystemContext): Promise<void> {
  for (const { _id, version, spentFiles } of await giftsWithSpentFiles(store)) {
    await files.remove(spentFiles);
    await store.patchWhere('gifts', { _id, version }, { spentFiles: [], hasSpent: false });
  }
}

export async function tendGifts(context: SystemContext): Promise<void> {
  await removeSpentFiles(context);
  await takeDueSteps<GiftDocument, Exclude<GiftStep, 'none'>>(context, {
    collection: 'gifts',
    work: { remind, lapse, expire, erase },
    find: findGift,
    due: dueGifts,
  });
}
