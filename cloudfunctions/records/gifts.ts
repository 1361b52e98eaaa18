/** Moves of a thing on the give-away shelf, what lies sealed of it, and who hears of it. */
import { clockOfEnd, clockOfShelf } from '@domain/gift/gift-clock';
import {
  deskOf,
  GIFT_STATE_WORDS,
  nextGiftState,
  type GiftEvent,
  type GiftState,
} from '@domain/gift/gift-state';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext, Place, Writer } from '../kernel/context';
import type { Reader } from '../kernel/store';
import type { GiftDocument } from '../repositories/documents';
import { findGift, findHolds } from '../repositories/gifts';
import type { Place as SealedPlace } from '../vault/envelope';
import type { Keyring } from '../vault/keys';
import { hideWords } from './contents';
import { tell } from './messages';
import { machineOf, moverOf, type Move, type Moved } from './moves';

const placeOf = (id: string, field: 'words' | 'code' | 'reason'): SealedPlace => ({
  collection: 'gifts',
  id,
  field,
});

export interface GiftWords {
  readonly title: string;
  readonly words: string;
}

export function sealGiftWords(keyring: Keyring, id: string, { title, words }: GiftWords): string {
  return keyring.seal('content', placeOf(id, 'words'), JSON.stringify({ title, words }));
}

/** For who may read them before their release, and after its end. */
export function openGiftWords(keyring: Keyring, { _id, sealedWords }: GiftDocument): GiftWords {
  return JSON.parse(keyring.open(placeOf(_id, 'words'), sealedWords)) as GiftWords;
}

/** What a person checks before anybody else reads it. */
export function wholeText({ title, words }: GiftWords): string {
  return words === '' ? title : `${title}\n${words}`;
}

export function sealGiftCode(keyring: Keyring, id: string, code: string): string {
  return keyring.seal('content', placeOf(id, 'code'), code);
}

/** Undefined while nobody has reserved it. */
export function openGiftCode(keyring: Keyring, { _id, sealedCode }: GiftDocument): string | undefined {
  return sealedCode === undefined ? undefined : keyring.open(placeOf(_id, 'code'), sealedCode);
}

export function sealGiftReason(keyring: Keyring, id: string, reason: string): string {
  return keyring.seal('content', placeOf(id, 'reason'), reason);
}

export function openGiftReason(keyring: Keyring, { _id, sealedReason }: GiftDocument): string | undefined {
  return sealedReason === undefined ? undefined : keyring.open(placeOf(_id, 'reason'), sealedReason);
}

/** What the desk of its community may do. */
function placeOfGift({ streetId, communityId }: GiftDocument): Place {
  return { streetId, communityId };
}

export function placeOfGiver({ givenBy }: GiftDocument): Place {
  return { madeBy: givenBy };
}

/** Of a thing that nobody has reserved, nobody is the taker. */
export function placeOfTaker({ state, takenBy }: GiftDocument): Place {
  return state === 'reserved' ? { madeBy: takenBy } : {};
}

/** Throws NOT_FOUND where there is no such thing, or none within the caller's reach. */
export async function reachedGift(
  context: { readonly store: Pick<Reader, 'find'>; readonly permit: ChangeContext['permit'] },
  giftId: string,
  place: (gift: GiftDocument) => Place = placeOfGift,
): Promise<GiftDocument> {
  const gift = await findGift(context.store, giftId);
  if (gift === undefined) throw new Problem('NOT_FOUND');
  context.permit(place(gift));
  return gift;
}

export const { stateAfter, checkedState } = machineOf<GiftState, GiftEvent>({
  noun: '这件东西',
  next: nextGiftState,
  words: GIFT_STATE_WORDS,
});

const move = moverOf<GiftDocument>('gifts');

type Patch = Partial<Record<keyof GiftDocument, unknown>>;

/** Where the desk finds it follows from its state and from where it lies. */
function deskChange(gift: GiftDocument, after: GiftDocument, now: number): Patch {
  const desk = deskOf(after.state, after.isStored);
  return desk === gift.desk ? {} : { desk, deskAt: now };
}

export function movedChange(
  gift: GiftDocument,
  { state, change = {} }: Pick<Move<GiftDocument>, 'state' | 'change'>,
  now: number,
): Patch {
  return { ...change, state, ...deskChange(gift, { ...gift, ...change, state } as GiftDocument, now) };
}

export function moveGift(
  context: Pick<ChangeContext, 'write' | 'record' | 'now'>,
  gift: GiftDocument,
  wanted: Move<GiftDocument>,
): Moved<GiftState> {
  return move(context, gift, { ...wanted, change: movedChange(gift, wanted, context.now) });
}

type Telling = Parameters<typeof tell>[0];

/** Sentences name the community alone: the words may not have been released. */
function tellOf(
  context: Telling,
  { _id, community }: GiftDocument,
  { userId, note }: { readonly userId: string; readonly note: string },
): void {
  const link = `/packages/life/pages/my-gifts/my-gifts?gift=${_id}`;
  tell(context, { userId, kind: 'giftMoved', values: { place: community, note }, link });
}

export function tellGiver(context: Telling, gift: GiftDocument, note: string): void {
  tellOf(context, gift, { userId: gift.givenBy, note });
}

export function tellTaker(context: Telling, gift: GiftDocument, note: string): void {
  if (gift.state === 'reserved') tellOf(context, gift, { userId: gift.takenBy, note });
}

/** On the shelf where it stood, and nobody's. */
export function freedChange(today: string): Patch {
  return { takenBy: '', sealedCode: undefined, ...clockOfShelf(today) };
}

/** Its released words are gone; what is left goes thirty days later. */
export function overChange(today: string): Patch {
  return { title: '', words: '', sealedCode: undefined, ...clockOfEnd(today) };
}

/** Takes it out of what its taker has reserved, in the same change. */
export async function freeHolds(
  { store, write }: { readonly store: Pick<Reader, 'find'>; readonly write: Writer },
  { _id, state, takenBy }: GiftDocument,
): Promise<void> {
  const holds = state === 'reserved' ? await findHolds(store, takenBy) : undefined;
  if (holds === undefined) return;
  const giftIds = holds.giftIds.filter((id) => id !== _id);
  if (giftIds.length === 0) write.remove('giftHolds', takenBy);
  else write.patch('giftHolds', takenBy, { giftIds, version: holds.version + 1 });
}

/** Its taker has it, by the desk's word or the own one: the words are gone, and both hear of it. */
export async function handToTaker(context: ChangeContext, gift: GiftDocument): Promise<void> {
  await freeHolds(context, gift);
  await hideWords(context, { kind: 'gift', subjectId: gift._id }, '送出去了');
  tellTaker(context, gift, '您领走了，用得上就好。');
  tellGiver(context, gift, '已经领走了，谢谢您。');
}
