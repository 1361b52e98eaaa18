/** The figures of the board, added up from the wishes themselves (D27). */
import { daysBetween } from '@domain/kernel/calendar';
import { dayOf } from '@domain/kernel/day';
import { medianOf } from '@domain/wish/wish';
import type { SystemContext } from '../../kernel/context';
import type { WishFiguresDocument } from '../../repositories/documents';
import { countedWishes, type CountedWish } from '../../repositories/wishes';

/** Every wish of the street once, as it is counted. Those of one moment stand on two pages and are told apart by id. */
export async function everyWish(
  { store }: Pick<SystemContext, 'store'>,
  streetId: string,
): Promise<CountedWish[]> {
  const found = new Map<string, CountedWish>();
  for (let after = 0; ;) {
    const page = await countedWishes(store, streetId, after);
    const known = found.size;
    for (const wish of page) found.set(wish._id, wish);
    if (found.size === known) return [...found.values()];
    after = page.at(-1)?.at ?? after;
  }
}

/** Those of open wishes, whichever has most of them on top: what the board can be narrowed to. */
function compoundsOf(wishes: readonly CountedWish[]): WishFiguresDocument['compounds'] {
  const open = wishes.filter(({ state }) => state === 'published');
  const counts = new Map<string, number>();
  for (const { compoundId } of open) counts.set(compoundId, (counts.get(compoundId) ?? 0) + 1);
  const named = new Map(open.map((wish) => [wish.compoundId, wish]));
  return [...counts]
    .sort(([, left], [, right]) => right - left)
    .flatMap(([id]) => named.get(id) ?? [])
    .map(({ compoundId, compound, communityId }) => ({ compoundId, compound, communityId }));
}

/** Published: ever released. Claimed: ever claimed. Met: both sides said so. Days from the release to the word of the other side. */
function figuresOf(wishes: readonly CountedWish[]): Omit<WishFiguresDocument, '_id' | 'asOf'> {
  const met = wishes.filter(({ state }) => state === 'confirmed');
  const days = met.map(({ publishedAt, closedOn }) => daysBetween(dayOf(publishedAt), closedOn));
  return {
    collected: wishes.length,
    published: wishes.filter(({ publishedAt }) => publishedAt > 0).length,
    claimed: wishes.filter(({ firstClaimOn }) => firstClaimOn !== '').length,
    met: met.length,
    medianDays: medianOf(days) ?? -1,
    compounds: compoundsOf(wishes),
  };
}

export async function recountWishes(
  context: SystemContext,
  streetId: string,
  wishes: readonly CountedWish[],
): Promise<void> {
  const figures = figuresOf(wishes);
  const document: WishFiguresDocument = { _id: streetId, ...figures, asOf: context.now };
  await context.store.replace('wishFigures', document);
}
