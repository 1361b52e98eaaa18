import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { giftContract } from '@domain/contract/gift';
import { HOLDS_MAX } from '@domain/gift/gift';
import { clockOfHold } from '@domain/gift/gift-clock';
import { isPublicGift, nextGiftState } from '@domain/gift/gift-state';
import type { ChangeContext } from '../../../kernel/context';
import { moveGift, reachedGift, sealGiftCode, tellGiver } from '../../../records/gifts';
import { drawCode } from '../../../records/spoken-code';
import type { GiftDocument, GiftHoldsDocument } from '../../../repositories/documents';
import { findHolds } from '../../../repositories/gifts';

type Input = ProcedureParsed<(typeof giftContract)['request']>;
type Output = ProcedureOutput<(typeof giftContract)['request']>;

const TAKEN = '刚被别人先要了，看看架上别的吧';
const OWN = '这是您自己家送的，让给别人来要';
const FULL = `您已经要了 ${HOLDS_MAX}\u00a0件，领走一件再来`;

/** What the caller has reserved. Throws FORBIDDEN in words for the own home, and beyond what one person reserves at once. */
async function checkedHolds(
  { caller: { userId: _id, seat }, store }: ChangeContext,
  { barred, householdId }: GiftDocument,
): Promise<GiftHoldsDocument> {
  const isOfOwnHome = householdId !== '' && seat?.scope.householdId === householdId;
  if (barred.includes(_id) || isOfOwnHome) {
    throw new Problem('FORBIDDEN', { sentence: OWN });
  }
  const holds = (await findHolds(store, _id)) ?? { _id, version: 0, giftIds: [] };
  if (holds.giftIds.length >= HOLDS_MAX) throw new Problem('FORBIDDEN', { sentence: FULL });
  return holds;
}

/** The stored document with one thing more. */
function withOneMore({ _id, version, giftIds }: GiftHoldsDocument, giftId: string): GiftHoldsDocument {
  return { _id, version: version + 1, giftIds: [...giftIds, giftId] };
}

/**
 * The one guarded write: the thing is read and reserved in one transaction, so of many one has it. What the person has reserved
 * already is in it too, so that two at once stay two.
 */
export async function request(context: ChangeContext, { giftId }: Input): Promise<Output> {
  const { caller, keyring, today } = context;
  // What everybody sees, everybody who lives here may ask for: the request is the caller's own.
  const gift = await reachedGift(context, giftId, ({ state }) =>
    isPublicGift(state) ? { madeBy: caller.userId } : {},
  );
  const state = nextGiftState(gift.state, 'request');
  if (state === undefined) throw new Problem('ALREADY_CLAIMED', { sentence: TAKEN });
  const holds = await checkedHolds(context, gift);
  context.write.replace('giftHolds', withOneMore(holds, giftId));
  const bring = gift.isStored ? '东西已经在服务台，不用再跑。' : '请 7 天内送到社区服务台，社区转交。';
  tellGiver(context, gift, `有人要了。${bring}`);
  const sealedCode = sealGiftCode(keyring, giftId, drawCode(context));
  const change = { takenBy: caller.userId, sealedCode, ...clockOfHold(today) };
  return moveGift(context, gift, { state, change, fields: ['request'] });
}
