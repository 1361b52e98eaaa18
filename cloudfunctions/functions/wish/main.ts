import { wishContract } from '@domain/contract/wish';
import { serve } from '../../kernel/endpoint';
import { advanceWishes } from './advance-wishes';
import { allowStory } from './procedures/allow-story';
import { claim } from './procedures/claim';
import { claimTeam } from './procedures/claim-team';
import { close } from './procedures/close';
import { confirm } from './procedures/confirm';
import { confirmByCode } from './procedures/confirm-by-code';
import { contact } from './procedures/contact';
import { create } from './procedures/create';
import { createFor } from './procedures/create-for';
import { createStory } from './procedures/create-story';
import { extend } from './procedures/extend';
import { fulfil } from './procedures/fulfil';
import { giveBack } from './procedures/give-back';
import { listDesk } from './procedures/list-desk';
import { listOwn } from './procedures/list-own';
import { listPublished } from './procedures/list-published';
import { listThanks } from './procedures/list-thanks';
import { readDesk } from './procedures/read-desk';
import { readPublished } from './procedures/read-published';
import { readStats } from './procedures/read-stats';
import { recordStoryConsent } from './procedures/record-story-consent';
import { resend } from './procedures/resend';
import { revealPhone } from './procedures/reveal-phone';
import { review } from './procedures/review';
import { takedown } from './procedures/takedown';
import { withdraw } from './procedures/withdraw';

export const main = serve({
  contract: wishContract,
  procedures: {
    create,
    createFor,
    resend,
    listPublished,
    listThanks,
    readPublished,
    listOwn,
    listDesk,
    readDesk,
    review,
    claim,
    claimTeam,
    giveBack,
    contact,
    revealPhone,
    extend,
    fulfil,
    confirm,
    confirmByCode,
    close,
    withdraw,
    takedown,
    createStory,
    allowStory,
    recordStoryConsent,
    readStats,
  },
  timers: { advanceWishes },
});
