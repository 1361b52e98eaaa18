import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { wishContract } from '@domain/contract/wish';
import type { ChangeContext } from '../../../kernel/context';
import { homesBehind, placeOfDoor } from '../../../records/census-gateway';
import { checkedContact, checkWords, findSimilar, keepWish, viewSimilar } from '../keep-wish';

type Input = ProcedureParsed<(typeof wishContract)['createFor']>;
type Output = ProcedureOutput<(typeof wishContract)['createFor']>;

/**
 * The helper says that the person agrees, and whoever releases the wish asks again. Nothing of who is registered behind the door comes
 * back: only its accounts are kept, so that nobody claims for the own home.
 */
export async function createFor(context: ChangeContext, input: Input): Promise<Output> {
  const { doorId, text, name, phone, note = '', isAlone = false } = input;
  const { place: standing, plate } = await placeOfDoor(context.store, doorId);
  context.permit(standing);
  if (!input.agrees) throw new Problem('CONSENT_REQUIRED');
  checkWords(text, { isFirst: true });
  const contact = checkedContact(context, { name, phone });
  const similar = input.isAnother === true ? undefined : await findSimilar(context, { doorId, text });
  if (similar !== undefined) return viewSimilar(context, similar);
  const homes = await homesBehind(context.store, doorId);
  const { streetId, communityId, gridId, compoundId, buildingId, unitId } = standing;
  return keepWish(context, {
    place: { streetId, communityId, gridId, compoundId, buildingId, unitId },
    ...{ doorId, plate, accounts: homes.flatMap(({ accounts }) => accounts), isHelped: true },
    householdId: homes.length === 1 ? (homes[0]?.householdId ?? '') : '',
    ...{ text, contact, note, isAlone },
  });
}
