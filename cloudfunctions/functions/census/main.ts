import { censusContract } from '@domain/contract/census';
import { serve } from '../../kernel/endpoint';
import { purgeForms } from './purge-forms';
import { answerJoin } from './procedures/answer-join';
import { confirmProxy } from './procedures/confirm-proxy';
import { confirmSame } from './procedures/confirm-same';
import { confirmUnit } from './procedures/confirm-unit';
import { decideForm } from './procedures/decide-form';
import { listWaiting } from './procedures/list-waiting';
import { listWalls } from './procedures/list-walls';
import { readDoor } from './procedures/read-door';
import { readJoin } from './procedures/read-join';
import { readMyHousehold } from './procedures/read-my-household';
import { readOwnForm } from './procedures/read-own-form';
import { readReceipt } from './procedures/read-receipt';
import { readReceiptKey } from './procedures/read-receipt-key';
import { readWall } from './procedures/read-wall';
import { submitForm } from './procedures/submit-form';
import { withdrawConsent } from './procedures/withdraw-consent';

export const main = serve({
  contract: censusContract,
  procedures: {
    submitForm,
    confirmSame,
    readReceipt,
    readOwnForm,
    readReceiptKey,
    listWalls,
    readWall,
    readDoor,
    listWaiting,
    decideForm,
    confirmProxy,
    confirmUnit,
    readJoin,
    answerJoin,
    readMyHousehold,
    withdrawConsent,
  },
  timers: { purgeForms },
});
