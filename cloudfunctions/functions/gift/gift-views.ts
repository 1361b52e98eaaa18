/** A thing as everybody, its own people and the desk may see it: who gives and who takes is said to nobody. */
import type { DeskGift, OwnGift, PublicGift } from '@domain/contract/gift';
import { heldUntil } from '@domain/gift/gift-clock';
import { dayOf } from '@domain/kernel/day';
import type { ReadContext } from '../../kernel/context';
import { openGiftCode, openGiftReason, openGiftWords, type GiftWords } from '../../records/gifts';
import { shownPictures } from '../../records/pictures';
import type { GiftDocument } from '../../repositories/documents';

type Viewer = Pick<ReadContext, 'caller' | 'keyring'>;

export function viewPublic(gift: GiftDocument): PublicGift {
  const { _id: id, title, words, condition, community, state, shownAt } = gift;
  const pictures = shownPictures(gift.pictures).length;
  return { id, title, words, condition, community, state, pictures, shownOn: dayOf(shownAt) };
}

/** The day on which a reservation comes to nothing. */
export function untilOf(gift: GiftDocument): { readonly until?: string } {
  return gift.state === 'reserved' ? { until: heldUntil(gift) } : {};
}

/** The code is for who reserved it; what the community said, for who gave it. */
function secretsFor({ caller, keyring }: Viewer, gift: GiftDocument): Pick<OwnGift, 'code' | 'reason'> {
  const code = gift.takenBy === caller.userId ? openGiftCode(keyring, gift) : undefined;
  const reason = gift.givenBy === caller.userId ? openGiftReason(keyring, gift) : undefined;
  return { ...(code === undefined ? {} : { code }), ...(reason === undefined ? {} : { reason }) };
}

/** Words that the community took down are out of sight for who asked for it. */
function wordsFor({ caller, keyring }: Viewer, gift: GiftDocument): GiftWords {
  const isTakenDown = gift.state === 'ended' && gift.givenBy !== caller.userId;
  return isTakenDown ? { title: '', words: '' } : openGiftWords(keyring, gift);
}

/** Whoever asked for it reads no more of it than everybody could, and its words once it is over. */
export function viewOwn(viewer: Viewer, gift: GiftDocument): OwnGift {
  const { _id: id, version, condition, community, state, isStored, at, pictures } = gift;
  return {
    id,
    version,
    ...wordsFor(viewer, gift),
    condition,
    community,
    state,
    pictures: pictures.length,
    madeOn: dayOf(at),
    isStored,
    ...untilOf(gift),
    ...secretsFor(viewer, gift),
  };
}

export function viewDesk({ caller, keyring }: Viewer, gift: GiftDocument): DeskGift {
  const { _id: id, version, condition, community, state, desk, deskAt, pictures, barred } = gift;
  return {
    id,
    version,
    ...openGiftWords(keyring, gift),
    condition,
    community,
    state,
    pictures: pictures.length,
    desk,
    on: dayOf(deskAt),
    isOwn: barred.includes(caller.userId),
  };
}
