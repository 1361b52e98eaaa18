import { activityContract } from '@domain/contract/activity';
import { serve } from '../../kernel/endpoint';
import { keepActivities } from './keep-activities';
import { purgeSignups } from './purge-signups';
import { accept } from './procedures/accept';
import { cancel } from './procedures/cancel';
import { checkin } from './procedures/checkin';
import { checkout } from './procedures/checkout';
import { close } from './procedures/close';
import { edit } from './procedures/edit';
import { list } from './procedures/list';
import { listDesk } from './procedures/list-desk';
import { listOwn } from './procedures/list-own';
import { openDesk } from './procedures/open-desk';
import { rate } from './procedures/rate';
import { read } from './procedures/read';
import { readDesk } from './procedures/read-desk';
import { readOffer } from './procedures/read-offer';
import { roster } from './procedures/roster';
import { showCode } from './procedures/show-code';
import { signup } from './procedures/signup';

export const main = serve({
  contract: activityContract,
  procedures: {
    list,
    read,
    listOwn,
    readOffer,
    signup,
    accept,
    cancel,
    openDesk,
    showCode,
    checkin,
    checkout,
    rate,
    roster,
    listDesk,
    readDesk,
    edit,
    close,
  },
  timers: { keepActivities, purgeSignups },
});
