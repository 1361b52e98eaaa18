import { userContract } from '@domain/contract/user';
import { serve } from '../../kernel/endpoint';
import { purge } from '../../repositories/purge';
import { handBack } from './hand-back';
import { assignUnits } from './procedures/assign-units';
import { decideOffer } from './procedures/decide-offer';
import { handOver } from './procedures/hand-over';
import { listPeople } from './procedures/list-people';
import { listUnits } from './procedures/list-units';
import { offerSeat } from './procedures/offer-seat';
import { showOffer } from './procedures/show-offer';
import { suspendSeat } from './procedures/suspend-seat';
import { withdrawOffer } from './procedures/withdraw-offer';
import { warnOfLastSeats } from './warn-of-last-seats';

/** The function itself ends after ten seconds. */
const PURGE_MS = 7000;

export const main = serve({
  contract: userContract,
  procedures: {
    listPeople,
    offerSeat,
    decideOffer,
    showOffer,
    withdrawOffer,
    suspendSeat,
    handOver,
    listUnits,
    assignUnits,
  },
  timers: {
    handBack,
    warnOfLastSeats,
    purgeOffers: (context) => purge(context, 'offers', { day: { lte: context.today }, runMs: PURGE_MS }),
  },
});
