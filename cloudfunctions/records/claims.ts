/** Who may claim a wish, and what a claim that came to nothing costs. */
import { addDays } from '@domain/kernel/calendar';
import { dayWords } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import { ALONE_YUAN_MAX, OPEN_CLAIMS_MAX, REST_DAYS } from '@domain/wish/wish';
import { nextWishState, type WishState } from '@domain/wish/wish-state';
import type { ChangeContext } from '../kernel/context';
import type { VolunteerDocument, WishDocument } from '../repositories/documents';
import { findVolunteer } from '../repositories/volunteers';
import { oldestWishes } from '../repositories/wishes';
import type { Moved } from './moves';
import { claimedChange, moveWish, tellMaker } from './wishes';

const WORDS_MAX = 30;

interface Claiming {
  readonly wish: WishDocument;
  readonly team?: Pick<WishDocument, 'teamId' | 'shares'>;
}

/** Nobody claims for the own home, what they entered for somebody, or what they released. */
function isOwn(userId: string, wish: WishDocument, { householdId }: VolunteerDocument): boolean {
  return (
    wish.barred.includes(userId) ||
    (wish.householdId !== '' && householdId === wish.householdId) ||
    wish.reviewedBy === userId
  );
}

/** Why somebody may claim no wish at all; undefined for an approved adult with fewer than three in hand who is not resting. */
function whyNone(volunteer: VolunteerDocument | undefined, today: string): string | undefined {
  if (volunteer?.state !== 'approved') return '社区同意您做志愿者以后，就可以认领了';
  if (!volunteer.isAdult) return '认领心愿要满 18 岁，可以先参加活动';
  const { openWishes = [], claimsFrom = '' } = volunteer;
  if (openWishes.length >= OPEN_CLAIMS_MAX) return `您手上已经有 ${OPEN_CLAIMS_MAX} 个心愿，办完一个再来`;
  return claimsFrom > today ? `先歇几天，${dayWords(claimsFrom)} 起可以再认领` : undefined;
}

/** Throws FORBIDDEN in words. */
function checkClaimant(
  { caller, today }: Pick<ChangeContext, 'caller' | 'today'>,
  wish: WishDocument,
  volunteer: VolunteerDocument | undefined,
): asserts volunteer is VolunteerDocument {
  const sentence = whyNone(volunteer, today);
  if (sentence !== undefined) throw new Problem('FORBIDDEN', { sentence });
  if (volunteer === undefined || isOwn(caller.userId, wish, volunteer)) {
    throw new Problem('FORBIDDEN', { sentence: '这是您自己家的，或者您经手的心愿，让给别人来办' });
  }
}

/** Above what one person is asked to spend a wish is for a team. */
function isForTeam({ limitYuan }: WishDocument): boolean {
  return limitYuan > ALONE_YUAN_MAX;
}

/**
 * To whom somebody was first: the wish that has waited longest, of those that they could have, where they would help before
 * elsewhere; who may have none is offered none.
 */
async function alreadyClaimed(
  { store, caller, today }: Pick<ChangeContext, 'store' | 'caller' | 'today'>,
  { wish, team }: Claiming,
): Promise<Problem> {
  const volunteer = await findVolunteer(store, caller.userId);
  if (volunteer === undefined || whyNone(volunteer, today) !== undefined) {
    return new Problem('ALREADY_CLAIMED');
  }
  const waiting = await oldestWishes(store, caller.seat?.scope.communityIds ?? []);
  const possible = waiting.filter(
    (one) =>
      one._id !== wish._id &&
      !isOwn(caller.userId, one, volunteer) &&
      (team !== undefined || !isForTeam(one)),
  );
  const { places = [] } = volunteer;
  const next = possible.find(({ compoundId }) => places.some(({ id }) => id === compoundId)) ?? possible[0];
  const details =
    next === undefined ? {} : { next: next._id, words: Array.from(next.text).slice(0, WORDS_MAX).join('') };
  return new Problem('ALREADY_CLAIMED', details);
}

/**
 * The one guarded write: the wish is read and claimed in one transaction, so of a thousand one wins. The volunteer's own document is
 * in it too, so that three at once stay three.
 */
export async function claimWish(context: ChangeContext, claiming: Claiming): Promise<Moved<WishState>> {
  const { wish, team } = claiming;
  const { caller, store, today } = context;
  const state = nextWishState(wish.state, 'claim');
  if (state === undefined) throw await alreadyClaimed(context, claiming);
  const volunteer = await findVolunteer(store, caller.userId);
  checkClaimant(context, wish, volunteer);
  if (team === undefined && isForTeam(wish)) {
    throw new Problem('WRONG_STATE', { sentence: '这个心愿要一队人一起分摊，请队长来认领' });
  }
  context.write.patch('volunteers', volunteer._id, {
    openWishes: [...(volunteer.openWishes ?? []), wish._id],
  });
  const along = wish.escort === 'helper' ? '第一次上门，请您陪着去。' : '';
  tellMaker(context, wish, `有志愿者认领了，会先打电话联系。${along}`);
  return moveWish(context, wish, {
    state,
    change: { ...claimedChange(wish, { by: caller.userId, today }), ...team },
    fields: [team === undefined ? 'claim' : 'claimTeam'],
  });
}

/** What a volunteer's document says once a wish is out of the hands; a second broken claim is followed by a week's rest. */
export function handsFreed(
  volunteer: VolunteerDocument,
  wishId: string,
  broken?: { readonly today: string },
): Partial<VolunteerDocument> {
  const openWishes = (volunteer.openWishes ?? []).filter((id) => id !== wishId);
  if (broken === undefined) return { openWishes };
  const failures = volunteer.failures + 1;
  const rest = failures > 1 ? { claimsFrom: addDays(broken.today, REST_DAYS) } : {};
  return { openWishes, failures, ...rest };
}

/** Takes a wish out of its claimant's hands, in the same change. */
export async function freeHands(
  context: Pick<ChangeContext, 'store' | 'write'>,
  { _id, claimedBy }: WishDocument,
  broken?: { readonly today: string },
): Promise<void> {
  const volunteer = claimedBy === '' ? undefined : await findVolunteer(context.store, claimedBy);
  if (volunteer === undefined) return;
  context.write.patch('volunteers', volunteer._id, handsFreed(volunteer, _id, broken));
}
