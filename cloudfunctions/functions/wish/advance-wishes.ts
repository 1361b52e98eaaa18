/**
 * Every hour: what time does to wishes. A claimant who is silent is reminded on the fifth day and let go on the seventh; a week
 * after a wish was met nobody rings any more, and thirty days after its end the rest of the private part goes; of one that came back
 * and was not sent again within sixty days, all of it. A wish of a home that is counted no more is taken back.
 */
import { addDays } from '@domain/kernel/calendar';
import { dayWords } from '@domain/kernel/day';
import { LAPSE_AFTER_DAYS } from '@domain/wish/wish';
import { clockOfEnd, clockOfReminder, NO_CLOCK, type WishStep } from '@domain/wish/wish-clock';
import { nextWishState } from '@domain/wish/wish-state';
import type { SystemContext } from '../../kernel/context';
import { handsFreed } from '../../records/claims';
import { outliveWords } from '../../records/contents';
import { takeDueSteps, type Due as DueOf, type Patch as PatchOf } from '../../records/due-steps';
import { tell } from '../../records/messages';
import { erasedChange } from '../../records/over-wish';
import { overChange, roundEndedChange, tellHelpers, tellMaker } from '../../records/wishes';
import type { WishDocument } from '../../repositories/documents';
import { findVolunteer } from '../../repositories/volunteers';
import { dueWishes, findWish } from '../../repositories/wishes';
import { everyWish, recountWishes } from './recount-wishes';
import { takeBackWishes } from './take-back-wishes';

type Due = DueOf<WishDocument>;
type Patch = PatchOf<WishDocument>;

function remind({ telling, document }: Due): Patch {
  const { claimedBy: userId, compound: place, lastActOn, _id } = document;
  const day = dayWords(addDays(lastActOn, LAPSE_AFTER_DAYS));
  const link = `/packages/life/pages/my-wishes/my-wishes?wish=${_id}`;
  tell(telling, { userId, kind: 'wishReminder', values: { place, day }, link });
  return clockOfReminder(lastActOn);
}

/** Back on the board where it stood; the first time costs the volunteer nothing. */
async function lapse({ context, transaction, telling, document: wish, write }: Due): Promise<Patch> {
  const state = nextWishState(wish.state, 'lapse');
  if (state === undefined) return NO_CLOCK;
  const { today, store } = context;
  const reader = { find: transaction.find, search: store.search };
  const volunteer = await findVolunteer(reader, wish.claimedBy);
  if (volunteer !== undefined) {
    write.patch('volunteers', volunteer._id, handsFreed(volunteer, wish._id, { today }));
  }
  tellHelpers(telling, wish, '七天没动静，先让给别人了。下次再来。');
  tellMaker(telling, wish, '志愿者好几天没动静，心愿又挂出来了。');
  return { ...roundEndedChange(wish, { how: 'lapsed', reason: '', on: today }), state };
}

/** It came back and nobody sent it again: nothing of whom to ring and where is left. */
async function expire({ context, transaction, telling, document: wish, write }: Due): Promise<Patch> {
  const state = nextWishState(wish.state, 'withdraw');
  if (state === undefined) return NO_CLOCK;
  const { today } = context;
  await outliveWords({ find: transaction.find, write, today }, { kind: 'wish', subjectId: wish._id });
  tellMaker(telling, wish, '60 天没改，先收起来了，想要可以再提一次。');
  return { ...overChange(today), ...erasedChange(), ...NO_CLOCK, state };
}

function forgetContact({ document }: Due): Patch {
  return { sealedContact: undefined, ...clockOfEnd(document.closedOn) };
}

function erase(): Patch {
  return { ...erasedChange(), ...NO_CLOCK };
}

export async function advanceWishes(context: SystemContext): Promise<void> {
  await takeDueSteps<WishDocument, Exclude<WishStep, 'none'>>(context, {
    collection: 'wishes',
    work: { remind, lapse, contact: forgetContact, erase, expire },
    find: findWish,
    due: dueWishes,
  });
  const { streetId } = await context.campaign();
  const wishes = await everyWish(context, streetId);
  await takeBackWishes(context, wishes);
  await recountWishes(context, streetId, wishes);
}
