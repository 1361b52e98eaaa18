import type { GiftStep } from '@domain/gift/gift-clock';
import { GIFT_DESKS } from '@domain/gift/gift-state';
import type { Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import type { AreaFilter } from '../policies/area-scope';
import type { GiftDocument, GiftHoldsDocument } from './documents';
import { readPage } from './pages';

const NAME = 'gifts';
const DUE_MAX = 200;

export function findGift(reader: Pick<Reader, 'find'>, id: string): Promise<GiftDocument | undefined> {
  return reader.find<GiftDocument>(NAME, id);
}

export function findHolds(
  reader: Pick<Reader, 'find'>,
  userId: string,
): Promise<GiftHoldsDocument | undefined> {
  return reader.find<GiftHoldsDocument>('giftHolds', userId);
}

/** One page of what can be had, the newest first. Index street_state_shown. */
export function giftsOnShelf(
  reader: Reader,
  streetId: string,
  cursor: string | undefined,
): Promise<Page<GiftDocument>> {
  const where = { streetId, state: 'shown' };
  return readPage<GiftDocument>(reader, NAME, { where, sort: 'shownAt', direction: 'desc', cursor });
}

/** One page of what somebody gave or has asked for, newest first. Indexes givenBy_at, takenBy_at. */
export function giftsOf(
  reader: Reader,
  who: { readonly givenBy: string } | { readonly takenBy: string },
  cursor: string | undefined,
): Promise<Page<GiftDocument>> {
  return readPage<GiftDocument>(reader, NAME, { where: { ...who }, sort: 'at', direction: 'desc', cursor });
}

/** One page of what waits for the desk, longest first. Indexes community_desk_at, street_desk_at. */
export function giftsOnDesk(
  reader: Reader,
  { field, values }: AreaFilter,
  cursor: string | undefined,
): Promise<Page<GiftDocument>> {
  const where = { [field]: { in: values }, desk: { in: GIFT_DESKS } };
  return readPage<GiftDocument>(reader, NAME, { where, sort: 'deskAt', direction: 'asc', cursor });
}

/** Things at which something has fallen due. Index step_stepOn. */
export function dueGifts(reader: Reader, step: GiftStep, today: string): Promise<GiftDocument[]> {
  return reader.search<GiftDocument>(NAME, {
    where: { step, stepOn: { lte: today } },
    order: [['stepOn', 'asc']],
    limit: DUE_MAX,
  });
}

/** Things whose pictures lie in the phone's inbox still. Index spent. */
export function giftsWithSpentFiles(reader: Reader): Promise<GiftDocument[]> {
  return reader.search<GiftDocument>(NAME, { where: { hasSpent: true }, limit: DUE_MAX });
}
