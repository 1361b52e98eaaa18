import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { giftContract } from '@domain/contract/gift';
import type { ReadContext } from '../../../kernel/context';
import { findContent } from '../../../records/contents';
import { openGiftCode, reachedGift } from '../../../records/gifts';
import { addressesOf } from '../../../records/pictures';
import { untilOf, viewDesk } from '../gift-views';

type Input = ProcedureParsed<(typeof giftContract)['readDesk']>;
type Output = ProcedureOutput<(typeof giftContract)['readDesk']>;

export async function readDesk(context: ReadContext, { giftId }: Input): Promise<Output> {
  const gift = await reachedGift(context, giftId);
  const content = await findContent(context.store, 'gift', giftId);
  context.look({ subjects: [giftId], fields: ['words', 'pictures'] });
  const code = openGiftCode(context.keyring, gift);
  return {
    ...viewDesk(context, gift),
    check: content?.check ?? 'due',
    addresses: await addressesOf(context.files, gift.pictures),
    ...untilOf(gift),
    ...(code === undefined ? {} : { code }),
  };
}
