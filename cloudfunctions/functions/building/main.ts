import { buildingContract } from '@domain/contract/building';
import { serve } from '../../kernel/endpoint';
import { purge } from '../../repositories/purge';
import { bindGroup } from './procedures/bind-group';
import { confirmDoor } from './procedures/confirm-door';
import { openFromGroup } from './procedures/open-from-group';
import { readCard } from './procedures/read-card';
import { readGroups } from './procedures/read-groups';
import { remindDoor } from './procedures/remind-door';
import { remindGroup } from './procedures/remind-group';
import { shareCard } from './procedures/share-card';
import { unbindGroup } from './procedures/unbind-group';

/** The function itself ends after ten seconds. */
const PURGE_MS = 7000;

export const main = serve({
  contract: buildingContract,
  procedures: {
    shareCard,
    readCard,
    openFromGroup,
    bindGroup,
    unbindGroup,
    readGroups,
    remindGroup,
    remindDoor,
    confirmDoor,
  },
  timers: {
    purgeOpenings: (context) =>
      purge(context, 'groupOpenings', { day: { lte: context.today }, runMs: PURGE_MS }),
  },
});
