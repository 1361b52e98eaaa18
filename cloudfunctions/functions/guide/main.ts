import { guideContract } from '@domain/contract/guide';
import { serve } from '../../kernel/endpoint';
import { list } from './procedures/list';
import { listDesk } from './procedures/list-desk';
import { listDirectory } from './procedures/list-directory';
import { listOffices } from './procedures/list-offices';
import { rate } from './procedures/rate';
import { readStats } from './procedures/read-stats';
import { save } from './procedures/save';
import { saveOffice } from './procedures/save-office';
import { withdraw } from './procedures/withdraw';
import { withdrawOffice } from './procedures/withdraw-office';

export const main = serve({
  contract: guideContract,
  procedures: {
    list,
    rate,
    listDesk,
    save,
    withdraw,
    readStats,
    listDirectory,
    listOffices,
    saveOffice,
    withdrawOffice,
  },
});
