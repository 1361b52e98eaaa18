import { userContract } from '@domain/contract/user';
import { serve } from '../../kernel/endpoint';
import { assignUnits } from './procedures/assign-units';
import { decideOffer } from './procedures/decide-offer';
import { handOver } from './procedures/hand-over';
import { listPeople } from './procedures/list-people';
import { listUnits } from './procedures/list-units';
import { offerSeat } from './procedures/offer-seat';
import { showOffer } from './procedures/show-offer';
import { suspendSeat } from './procedures/suspend-seat';
import { withdrawOffer } from './procedures/withdraw-offer';

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
});
