import { giftContract } from '@domain/contract/gift';
import { serve } from '../../kernel/endpoint';
import { addPicture } from './procedures/add-picture';
import { confirm } from './procedures/confirm';
import { handOver } from './procedures/hand-over';
import { listDesk } from './procedures/list-desk';
import { listOwn } from './procedures/list-own';
import { listShelf } from './procedures/list-shelf';
import { offer } from './procedures/offer';
import { readDesk } from './procedures/read-desk';
import { readShown } from './procedures/read-shown';
import { request } from './procedures/request';
import { review } from './procedures/review';
import { takeIn } from './procedures/take-in';
import { takedown } from './procedures/takedown';
import { withdraw } from './procedures/withdraw';
import { tendGifts } from './tend-gifts';

export const main = serve({
  contract: giftContract,
  procedures: {
    offer,
    addPicture,
    listShelf,
    readShown,
    listOwn,
    request,
    confirm,
    withdraw,
    listDesk,
    readDesk,
    review,
    takeIn,
    handOver,
    takedown,
  },
  timers: { tendGifts },
});
