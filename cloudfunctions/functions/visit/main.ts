import { visitContract } from '@domain/contract/visit';
import { serve } from '../../kernel/endpoint';
import { purge } from '../../repositories/purge';
import { decideConflict } from './procedures/decide-conflict';
import { decideDoor } from './procedures/decide-door';
import { downloadUnit } from './procedures/download-unit';
import { handInBroken } from './procedures/hand-in-broken';
import { listConflicts } from './procedures/list-conflicts';
import { listNotes } from './procedures/list-notes';
import { listUnits } from './procedures/list-units';
import { listVisits } from './procedures/list-visits';
import { planVisit } from './procedures/plan-visit';
import { recordVisit } from './procedures/record-visit';
import { removeNote } from './procedures/remove-note';
import { syncBatch } from './procedures/sync-batch';
import { writeNote } from './procedures/write-note';

const PURGE_MS = 15_000;

export const main = serve({
  contract: visitContract,
  procedures: {
    listUnits,
    downloadUnit,
    recordVisit,
    planVisit,
    decideDoor,
    listVisits,
    writeNote,
    removeNote,
    listNotes,
    syncBatch,
    handInBroken,
    listConflicts,
    decideConflict,
  },
  timers: {
    purgeBroken: (context) =>
      purge(context, 'brokenRecords', { day: { lte: context.today }, runMs: PURGE_MS }),
  },
});
