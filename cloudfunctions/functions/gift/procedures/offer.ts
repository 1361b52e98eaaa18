import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { giftContract } from '@domain/contract/gift';
import { namesPrice } from '@domain/gift/gift';
import { NO_CLOCK } from '@domain/gift/gift-clock';
import type { ChangeContext } from '../../../kernel/context';
import { accountsOf, ownHome, type Home } from '../../../records/census-gateway';
import { submitContent } from '../../../records/contents';
import {
  checkedState,
  moveGift,
  placeOfGiver,
  reachedGift,
  sealGiftWords,
  wholeText,
} from '../../../records/gifts';
import type { GiftDocument } from '../../../repositories/documents';
import { findArea } from '../../../repositories/frame';
import { findVolunteer } from '../../../repositories/volunteers';

type Input = ProcedureParsed<(typeof giftContract)['offer']>;
type Output = ProcedureOutput<(typeof giftContract)['offer']>;
type Giver = Pick<Home, 'householdId' | 'accounts' | 'streetId' | 'communityId'>;
type Again = NonNullable<Input['again']>;

const NO_PRICE = '这里只送不卖，不写价钱，也不说换什么';

/** Throws CONTENT_REJECTED in kind words where something is sold. */
function checkWords(text: string): void {
  if (namesPrice(text)) throw new Problem('CONTENT_REJECTED', { field: 'words', sentence: NO_PRICE });
}

/** Where it is given: of the own home, or of the community that a volunteer helps. */
async function giverOf(context: ChangeContext): Promise<Giver> {
  const { caller, store } = context;
  if (caller.role !== 'VO') return ownHome(context);
  const volunteer = await findVolunteer(store, caller.userId);
  if (volunteer === undefined) throw new Problem('NOT_FOUND');
  const { householdId = '', streetId, communityId } = volunteer;
  const accounts = householdId === '' ? [] : await accountsOf(store, householdId);
  return { householdId, accounts, streetId, communityId };
}

async function newGift(context: ChangeContext, input: Input): Promise<GiftDocument> {
  const { caller, keyring, now } = context;
  const { householdId, accounts, streetId, communityId } = await giverOf(context);
  context.permit({ madeBy: caller.userId });
  const _id = context.idFor('gift');
  return {
    _id,
    version: 1,
    streetId,
    communityId,
    community: (await findArea(context.store, communityId))?.name ?? '',
    householdId,
    barred: [...new Set([...accounts, caller.userId])],
    givenBy: caller.userId,
    state: 'review',
    sealedWords: sealGiftWords(keyring, _id, input),
    title: '',
    words: '',
    condition: input.condition,
    pictures: [],
    spentFiles: [],
    hasSpent: false,
    isStored: false,
    shownAt: 0,
    desk: 'review',
    deskAt: now,
    takenBy: '',
    ...NO_CLOCK,
    at: now,
  };
}

function contentOf({ _id, communityId }: GiftDocument, input: Input) {
  return { kind: 'gift', subjectId: _id, communityId, text: wholeText(input) } as const;
}

/** One that came back, in other words. */
async function resend(context: ChangeContext, input: Input, { giftId, version }: Again): Promise<Output> {
  const gift = await reachedGift(context, giftId, placeOfGiver);
  const state = checkedState(gift, 'resend', version);
  checkWords(wholeText(input));
  await submitContent(context, contentOf(gift, input), { isFirst: false });
  const sealedWords = sealGiftWords(context.keyring, giftId, input);
  const change = { sealedWords, condition: input.condition, sealedReason: undefined, ...NO_CLOCK };
  moveGift(context, gift, { state, change, fields: ['words'] });
  return { giftId };
}

export async function offer(context: ChangeContext, input: Input): Promise<Output> {
  if (input.again !== undefined) return resend(context, input, input.again);
  const gift = await newGift(context, input);
  checkWords(wholeText(input));
  await submitContent(context, contentOf(gift, input), { isFirst: true });
  context.write.insert('gifts', gift);
  const { _id, householdId, communityId } = gift;
  context.record({
    objects: [_id],
    subjects: householdId === '' ? [_id] : [_id, householdId],
    fields: ['review'],
    place: { communityId },
  });
  return { giftId: _id };
}
