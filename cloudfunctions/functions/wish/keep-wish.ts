/** How a new wish is kept: checked in its words, compared with what the home has asked for already, sealed, and put on the desk. */
import type { PlateLines } from '@domain/area/plate';
import { Problem } from '@domain/kernel/problem';
import { checkPhone } from '@domain/register/phone';
import { asksForMoney, isAlike, judgesPerson } from '@domain/wish/wish-text';
import { NO_CLOCK } from '@domain/wish/wish-clock';
import { isClosedWish, isPublicWish } from '@domain/wish/wish-state';
import type { ChangeContext } from '../../kernel/context';
import { submitContent } from '../../records/contents';
import {
  openWishText,
  sealWishCode,
  sealWishContact,
  sealWishPrivate,
  sealWishText,
  type WishContact,
} from '../../records/sealed-wish';
import { drawCode } from '../../records/spoken-code';
import type { Path, WishDocument } from '../../repositories/documents';
import { wishesOfDoor } from '../../repositories/wishes';

export interface NewWish {
  readonly place: Path;
  readonly doorId: string;
  readonly plate: PlateLines;
  readonly householdId: string;
  /** Accounts behind the door. */
  readonly accounts: readonly string[];
  readonly isHelped: boolean;
  readonly text: string;
  readonly contact: WishContact;
  readonly note: string;
  readonly isAlone: boolean;
}

export interface Kept {
  readonly outcome: 'kept' | 'similar';
  readonly wishId: string;
  readonly text?: string;
}

const JUDGED = '公开的话只写要什么，不写一个人住、生病、困难。比如“陪着看病”，写成“陪着去医院”';
const BELOW = '。别的写在下面“只给志愿者看”里';

/** Throws CONTENT_REJECTED in kind words where the public words judge somebody. A first time there is room below for what is private. */
export function checkWords(text: string, { isFirst }: { readonly isFirst: boolean }): void {
  if (!judgesPerson(text)) return;
  throw new Problem('CONTENT_REJECTED', { field: 'text', sentence: isFirst ? JUDGED + BELOW : JUDGED });
}

/** The number as it is kept. Throws VALIDATION. */
export function checkedContact(
  { allowTestNumbers }: Pick<ChangeContext, 'allowTestNumbers'>,
  { name, phone }: WishContact,
): WishContact {
  const checked = checkPhone(phone, { allowTestNumbers });
  if (!checked.ok) throw new Problem('VALIDATION', { field: 'phone', sentence: checked.sentence });
  if (name.trim() === '') {
    throw new Problem('VALIDATION', { field: 'name', sentence: '写一下怎么称呼，只给志愿者看' });
  }
  return { name: name.trim(), phone: checked.number };
}

/** A wish of the same door that is open and says nearly the same. */
export async function findSimilar(
  { store, keyring }: Pick<ChangeContext, 'store' | 'keyring'>,
  { doorId, text }: Pick<NewWish, 'doorId' | 'text'>,
): Promise<WishDocument | undefined> {
  const open = (await wishesOfDoor(store, doorId)).filter(({ state }) => !isClosedWish(state));
  return open.find((wish) => isAlike(openWishText(keyring, wish), text));
}

/** Its words are shown to who made it and once they are released; to anybody else it is there, and no more. */
export function viewSimilar({ caller, keyring }: ChangeContext, wish: WishDocument): Kept {
  const isShown = wish.madeBy === caller.userId || isPublicWish(wish.state);
  const text = isShown ? { text: openWishText(keyring, wish) } : {};
  return { outcome: 'similar', wishId: wish._id, ...text };
}

function documentOf(context: ChangeContext, wish: NewWish): WishDocument {
  const { keyring, caller, now } = context;
  const _id = context.idFor('wish');
  const { plate, note, isAlone, place } = wish;
  return {
    _id,
    version: 1,
    ...place,
    doorId: wish.doorId,
    householdId: wish.householdId,
    barred: [...new Set([...wish.accounts, caller.userId])],
    madeBy: caller.userId,
    isHelped: wish.isHelped,
    compound: plate.compound,
    state: 'review',
    sealedText: sealWishText(keyring, _id, wish.text),
    text: '',
    kind: '',
    isMoney: asksForMoney(wish.text),
    sealedContact: sealWishContact(keyring, _id, wish.contact),
    sealedPrivate: sealWishPrivate(keyring, _id, { plate, note, isAlone }),
    sealedCode: sealWishCode(keyring, _id, drawCode(context)),
    codeTries: 0,
    limitYuan: 0,
    dueOn: '',
    escort: 'nobody',
    publishedAt: 0,
    reviewedBy: '',
    desk: 'review',
    deskAt: now,
    claimedBy: '',
    round: 0,
    firstClaimOn: '',
    lastActOn: '',
    rounds: [],
    looks: [],
    closedOn: '',
    ...NO_CLOCK,
    at: now,
  };
}

/** Throws CONTENT_REJECTED. */
export async function keepWish(context: ChangeContext, wish: NewWish): Promise<Kept> {
  const document = documentOf(context, wish);
  const { _id, communityId, buildingId, gridId, compoundId, householdId } = document;
  const content = { kind: 'wish', subjectId: _id, communityId, text: wish.text } as const;
  await submitContent(context, content, { isFirst: true });
  context.write.insert('wishes', document);
  context.record({
    objects: [_id],
    subjects: householdId === '' ? [_id] : [_id, householdId],
    fields: document.isMoney ? ['review', 'money'] : ['review'],
    place: { buildingId, gridId, compoundId, communityId },
  });
  return { outcome: 'kept', wishId: _id };
}
