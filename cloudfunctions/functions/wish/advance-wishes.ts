/**
 * Every hour: what time does to wishes. A claimant who is silent is reminded on the fifth day and let go on the seventh; a week
 * after a wish was met nobody rings any more, and thirty days after its end the rest of the private part goes. Repeats harmlessly:
 * each step is judged again inside its transaction.
 */
import { addDays } from '@domain/kernel/calendar';
import { dayWords } from '@domain/kernel/day';
import { LAPSE_AFTER_DAYS } from '@domain/wish/wish';
import { clockOfEnd, clockOfReminder, NO_CLOCK, type WishStep } from '@domain/wish/wish-clock';
import { nextWishState } from '@domain/wish/wish-state';
import type { SystemContext, Writer } from '../../kernel/context';
import type { Transaction } from '../../kernel/store';
import { handsFreed } from '../../records/claims';
import { tell } from '../../records/messages';
import { erasedChange } from '../../records/over-wish';
import { roundEndedChange, tellMaker, tellOf } from '../../records/wishes';
import type { WishDocument } from '../../repositories/documents';
import { findVolunteer } from '../../repositories/volunteers';
import { dueWishes, findWish } from '../../repositories/wishes';
import { digestId } from '../../vault/random-id';
import { recountWishes } from './recount-wishes';

const RUN_MS = 40_000;
const STEPS: readonly Exclude<WishStep, 'none'>[] = ['remind', 'lapse', 'contact', 'erase'];

/** One wish at which something has fallen due, inside its transaction. */
interface Due {
  readonly context: SystemContext;
  readonly transaction: Transaction;
  readonly wish: WishDocument;
  /** For what is told: the same step tells once. */
  readonly telling: Parameters<typeof tell>[0];
  readonly write: Writer;
}

type Patch = Partial<Record<keyof WishDocument, unknown>>;

function remind({ telling, wish }: Due): Patch {
  const { claimedBy: userId, compound: place, lastActOn, _id } = wish;
  const day = dayWords(addDays(lastActOn, LAPSE_AFTER_DAYS));
  const link = `/packages/life/pages/my-wishes/my-wishes?wish=${_id}`;
  tell(telling, { userId, kind: 'wishReminder', values: { place, day }, link });
  return clockOfReminder(lastActOn);
}

/** Back on the board where it stood; the first time costs the volunteer nothing. */
async function lapse({ context, transaction, telling, wish, write }: Due): Promise<Patch> {
  const state = nextWishState(wish.state, 'lapse');
  if (state === undefined) return NO_CLOCK;
  const { today, store } = context;
  const reader = { find: transaction.find, search: store.search };
  const volunteer = await findVolunteer(reader, wish.claimedBy);
  if (volunteer !== undefined) {
    write.patch('volunteers', volunteer._id, handsFreed(volunteer, wish._id, { today }));
  }
  tellOf(telling, wish, { userId: wish.claimedBy, note: '七天没动静，先让给别人了。下次再来。' });
  tellMaker(telling, wish, '志愿者好几天没动静，心愿又挂出来了。');
  return { ...roundEndedChange(wish, { how: 'lapsed', reason: '', on: today }), state };
}

function forgetContact({ wish }: Due): Patch {
  return { sealedContact: undefined, ...clockOfEnd(wish.closedOn) };
}

function erase(): Patch {
  return { ...erasedChange(), ...NO_CLOCK };
}

const WORK: Readonly<Record<Exclude<WishStep, 'none'>, (due: Due) => Patch | Promise<Patch>>> = {
  remind,
  lapse,
  contact: forgetContact,
  erase,
};

async function carryOut(
  context: SystemContext,
  transaction: Transaction,
  { _id, step }: Pick<WishDocument, '_id'> & { readonly step: Exclude<WishStep, 'none'> },
): Promise<void> {
  const wish = await findWish({ find: transaction.find, search: context.store.search }, _id);
  if (wish?.step !== step || wish.stepOn > context.today) return;
  const writes: (() => Promise<void>)[] = [];
  const write: Writer = {
    insert: (collection, document) => writes.push(() => transaction.insert(collection, document)),
    patch: (collection, id, change) => writes.push(() => transaction.patch(collection, id, change)),
    replace: (collection, document) => writes.push(() => transaction.replace(collection, document)),
    remove: (collection, id) => writes.push(() => transaction.remove(collection, id)),
  };
  const { keyring, now, today } = context;
  const idFor = (purpose: string): string => digestId('made', _id, step, String(wish.version), purpose);
  const telling = { idFor, keyring, now, today, write };
  const change = await WORK[step]({ context, transaction, wish, telling, write });
  await transaction.patch('wishes', _id, { ...change, version: wish.version + 1 });
  for (const done of writes) await done();
}

export async function advanceWishes(context: SystemContext): Promise<void> {
  for (const step of STEPS) {
    for (const { _id } of await dueWishes(context.store, step, context.today)) {
      if (context.elapsed() > RUN_MS) return;
      await context.store.transact((transaction) => carryOut(context, transaction, { _id, step }));
    }
  }
  const { streetId } = await context.campaign();
  await recountWishes(context, streetId);
}
