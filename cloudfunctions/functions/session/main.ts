import { sessionContract } from '@domain/contract/session';
import { serve } from '../../kernel/endpoint';
import { bindDevice } from './procedures/bind-device';
import { listDevices } from './procedures/list-devices';
import { readOffer } from './procedures/read-offer';
import { revokeDevice } from './procedures/revoke-device';
import { signPledge } from './procedures/sign-pledge';
import { takeOffer } from './procedures/take-offer';
import { verifyPin } from './procedures/verify-pin';
import { whoami } from './procedures/whoami';

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
});
