import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import { maskName, maskPhone } from '@domain/register/masking';
import type { ReadContext } from '../../../kernel/context';
import { openClosingReason, openWishContact, openWishPrivate } from '../../../records/sealed-wish';
import { reachedWish } from '../../../records/wishes';
import { openVolunteerName } from '../../../records/sealed-volunteer';
import { findContent } from '../../../records/contents';
import type { WishDocument } from '../../../repositories/documents';
import { findVolunteer } from '../../../repositories/volunteers';
import { openProposal } from '../proposal';
import { viewDesk } from '../wish-views';

type Input = ProcedureParsed<(typeof wishContract)['readDesk']>;
type Output = ProcedureOutput<(typeof wishContract)['readDesk']>;

/** Empty words where the private part has been erased. */
function viewPrivate({ keyring }: ReadContext, wish: WishDocument) {
  const contact = openWishContact(keyring, wish) ?? { name: '', phone: '' };
  const { plate, note, isAlone } = openWishPrivate(keyring, wish) ?? {
    plate: { compound: wish.compound, line: '' },
    note: '',
    isAlone: false,
  };
  return { name: contact.name, phone: maskPhone(contact.phone, 'tail'), plate, note, isAlone };
}

/** Masked; '' while nobody has it. */
async function nameOfClaimant({ store, keyring }: ReadContext, { claimedBy }: WishDocument): Promise<string> {
  const volunteer = claimedBy === '' ? undefined : await findVolunteer(store, claimedBy);
  return volunteer === undefined ? '' : maskName(openVolunteerName(keyring, volunteer));
}

/** Why a colleague wants to close it: whoever agrees decides with open eyes. */
function reasonToClose({ keyring, now }: ReadContext, wish: WishDocument): Pick<Output, 'closingReason'> {
  const proposal = openProposal(wish, now);
  return proposal === undefined ? {} : { closingReason: openClosingReason(keyring, wish, proposal) };
}

/** The private part for whoever has to ask the person; the number is masked even here. */
export async function readDesk(context: ReadContext, { wishId }: Input): Promise<Output> {
  const wish = await reachedWish(context, wishId);
  const { keyring, caller, now } = context;
  const content = await findContent(context.store, 'wish', wishId);
  const subjects = wish.householdId === '' ? [wishId] : [wishId, wish.householdId];
  context.look({ subjects, fields: ['contact', 'private'] });
  return {
    ...viewDesk({ keyring, userId: caller.userId, now }, wish),
    ...viewPrivate(context, wish),
    isHelped: wish.isHelped,
    check: content?.check ?? 'due',
    claimant: await nameOfClaimant(context, wish),
    ...(wish.minutes === undefined ? {} : { minutes: wish.minutes }),
    rounds: wish.round,
    ...reasonToClose(context, wish),
  };
}
