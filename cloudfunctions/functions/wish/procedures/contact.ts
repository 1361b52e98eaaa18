import { addDays } from '@domain/kernel/calendar';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { wishContract } from '@domain/contract/wish';
import { maskPhone } from '@domain/register/masking';
import { CONTACT_DAYS } from '@domain/wish/wish';
import { isInHand } from '@domain/wish/wish-state';
import type { ChangeContext } from '../../../kernel/context';
import { relay } from '../../../ports/relay';
import { isHeld } from '../../../records/sealed-volunteer';
import { openWishContact, openWishPrivate, type WishPrivate } from '../../../records/sealed-wish';
import { actChange, placeOfClaimant, reachedWish, stateAfter } from '../../../records/wishes';
import type { WishDocument } from '../../../repositories/documents';
import { findVolunteer } from '../../../repositories/volunteers';

type Input = ProcedureParsed<(typeof wishContract)['contact']>;
type Output = ProcedureOutput<(typeof wishContract)['contact']>;

const LOOKS_KEPT = 30;
const HELD = '社区请您先停一停，电话和地址先不看，有事和社区说';

/** The last day on which the winner may look; '' while the wish is in hand. Throws EXPIRED after it. */
function lastDayOf({ state, closedOn }: WishDocument, today: string): string {
  if (isInHand(state)) return '';
  const until = state === 'confirmed' ? addDays(closedOn, CONTACT_DAYS) : '';
  if (until < today) throw new Problem('EXPIRED', { sentence: '心愿办完 7 天了，联系方式已经收起来了' });
  return until;
}

/** The look is kept with the wish, for who made it, and in the trail; the first one says that something is under way. */
function noteLook(context: ChangeContext, wish: WishDocument, reason: string): void {
  const { _id, householdId, buildingId, gridId, compoundId, communityId, looks, version } = wish;
  const isOpen = isInHand(wish.state);
  const act = isOpen ? { state: stateAfter(wish, 'contact') } : {};
  const clock = isOpen && wish.state !== 'done' ? actChange(context.today) : {};
  context.write.patch('wishes', _id, {
    ...act,
    ...clock,
    looks: [...looks, context.today].slice(-LOOKS_KEPT),
    version: version + 1,
  });
  context.record({
    objects: [_id],
    subjects: householdId === '' ? [_id] : [_id, householdId],
    fields: ['contact'],
    place: { buildingId, gridId, compoundId, communityId },
    reason,
  });
}

/** Whom the community has asked to stop rings nobody meanwhile. Throws FORBIDDEN in words. */
async function checkStanding({ caller, store }: ChangeContext): Promise<void> {
  if (isHeld(await findVolunteer(store, caller.userId))) throw new Problem('FORBIDDEN', { sentence: HELD });
}

/** What goes over the community's desk is brought to no home: neither which it is nor who lives there is told (D51). */
function whereTo({ escort, compound }: WishDocument, { plate, note }: WishPrivate) {
  return escort === 'desk' ? { plate: { compound, line: '' }, note: '' } : { plate, note };
}

export async function contact(context: ChangeContext, { wishId, reason }: Input): Promise<Output> {
  const wish = await reachedWish(context, wishId, placeOfClaimant);
  await checkStanding(context);
  const until = lastDayOf(wish, context.today);
  const found = openWishContact(context.keyring, wish);
  const whole = openWishPrivate(context.keyring, wish);
  if (found === undefined || whole === undefined) throw new Problem('NOT_FOUND');
  noteLook(context, wish, reason);
  return {
    name: found.name,
    ...whereTo(wish, whole),
    phone: maskPhone(found.phone, 'tail'),
    dial: await relay().numberFor(found.phone),
    escort: wish.escort,
    ...(until === '' ? {} : { until }),
  };
}
