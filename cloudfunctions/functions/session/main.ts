import { sessionContract } from '@domain/contract/session';
import { serve } from '../../kernel/endpoint';
import { purge } from '../../repositories/purge';
import { bindDevice } from './procedures/bind-device';
import { listDevices } from './procedures/list-devices';
import { readOffer } from './procedures/read-offer';
import { revokeDevice } from './procedures/revoke-device';
import { signPledge } from './procedures/sign-pledge';
import { takeOffer } from './procedures/take-offer';
import { verifyPin } from './procedures/verify-pin';
import { whoami } from './procedures/whoami';

/** The function itself ends after ten seconds. */
const PURGE_MS = 7000;

export const main = serve({
  contract: sessionContract,
  procedures: {
    whoami,
    readOffer,
    takeOffer,
    signPledge,
    bindDevice,
    verifyPin,
    listDevices,
    revokeDevice,
  },
  timers: {
    // A lock of a day may still be in force on the day itself.
    purgeLimits: (context) => purge(context, 'limits', { day: { lt: context.today }, runMs: PURGE_MS }),
  },
});
