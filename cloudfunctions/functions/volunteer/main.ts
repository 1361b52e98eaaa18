import { volunteerContract } from '@domain/contract/volunteer';
import { serve } from '../../kernel/endpoint';
import { countVolunteers } from './count-volunteers';
import { allowHonour } from './procedures/allow-honour';
import { apply } from './procedures/apply';
import { board } from './procedures/board';
import { correctHours } from './procedures/correct-hours';
import { decide } from './procedures/decide';
import { decideHours } from './procedures/decide-hours';
import { dispute } from './procedures/dispute';
import { editOwn } from './procedures/edit-own';
import { enterHours } from './procedures/enter-hours';
import { honourList } from './procedures/honour-list';
import { hoursOwn } from './procedures/hours-own';
import { listHours } from './procedures/list-hours';
import { listManual } from './procedures/list-manual';
import { listVolunteers } from './procedures/list-volunteers';
import { readOffer } from './procedures/read-offer';
import { readOwn } from './procedures/read-own';

export const main = serve({
  contract: volunteerContract,
  procedures: {
    readOffer,
    apply,
    readOwn,
    editOwn,
    listVolunteers,
    decide,
    hoursOwn,
    listHours,
    decideHours,
    enterHours,
    correctHours,
    dispute,
    board,
    allowHonour,
    honourList,
    listManual,
  },
  timers: { countVolunteers },
});
