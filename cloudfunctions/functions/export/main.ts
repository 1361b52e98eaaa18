import { exportContract } from '@domain/contract/export';
import { serve } from '../../kernel/endpoint';
import { expireExports } from './expire-exports';
import { acknowledgeExport } from './procedures/acknowledge-export';
import { decideExport } from './procedures/decide-export';
import { listExports } from './procedures/list-exports';
import { openExport } from './procedures/open-export';
import { requestExport } from './procedures/request-export';
import { runExports } from './run-exports';

export const main = serve({
  contract: exportContract,
  procedures: { requestExport, decideExport, listExports, openExport, acknowledgeExport },
  timers: { runExports: (context) => runExports(context), expireExports },
});
