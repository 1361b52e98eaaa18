import type { ThanksLine } from '@domain/contract/wish-views';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import { nextOf } from '@domain/kernel/page';
import { maskName } from '@domain/register/masking';
import type { ReadContext } from '../../../kernel/context';
import { openVolunteerName } from '../../../records/sealed-volunteer';
import type { VolunteerDocument, WishDocument } from '../../../repositories/documents';
import { volunteersById } from '../../../repositories/volunteers';
import { wishesOnBoard } from '../../../repositories/wishes';

type Input = ProcedureParsed<(typeof wishContract)['listThanks']>;
type Output = ProcedureOutput<(typeof wishContract)['listThanks']>;

function lineOf(
  { keyring }: ReadContext,
  { _id, thanks, kind, closedOn }: WishDocument,
  volunteer: VolunteerDocument | undefined,
): ThanksLine[] {
  if (thanks === undefined || volunteer === undefined) return [];
  const name = maskName(openVolunteerName(keyring, volunteer));
  return [{ id: _id, name, thanks, kind: kind === '' ? 'service' : kind, on: closedOn }];
}

/** Who has taken the yes back stands here no more: the list asks for it each time. */
export async function listThanks(context: ReadContext, { cursor }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const { streetId } = await context.campaign();
  const none = { kind: undefined, compoundIds: undefined, communityIds: undefined };
  const { rows, next } = await wishesOnBoard(context.store, { ...none, streetId, view: 'met', cursor });
  const thanked = [...new Set(rows.map(({ claimedBy }) => claimedBy).filter((userId) => userId !== ''))];
  const willing = (await volunteersById(context.store, thanked)).filter(({ honour }) => honour === 'yes');
  const byUser = new Map(willing.map((volunteer) => [volunteer._id, volunteer]));
  const thanks = rows.flatMap((wish) => lineOf(context, wish, byUser.get(wish.claimedBy)));
  return { thanks, ...nextOf({ next }) };
}
