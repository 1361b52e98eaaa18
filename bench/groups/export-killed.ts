/** The same file once more, by processes that die again and again at other calls of the job: it must say the same. */
import type { ExportDocument } from '../../cloudfunctions/repositories/documents';
import { MORNING } from '../cloud/cloud';
import { documentsOf } from './census';
import { wrongCells, type Sheets } from './export-cells';
import { agreedExport, fileOf, type Stand } from './export-job';

const RUNS_MAX = 60;
/** The job makes a file in about so many steps. */
const STEPS = 12;
/** A run's look for jobs, its lease and its plan come before its first step. */
const OPENING_CALLS = 7;
/** The places of death move on by a stride over a range that has no part in common with it. */
const STRIDE = 5;
const RANGE = 13;
/** What a dead run leaves behind lapses. */
const LEASE_MS = 91_000;
const HOUR_MS = 3_600_000;

/** `operations`: what the file costs undisturbed. Each run ends its first step and dies somewhere in the second. */
export async function measureKilled(stand: Stand, sheets: Sheets, operations: number): Promise<void> {
  const { bench, cloud } = stand;
  const { report } = bench;
  await cloud.control('PUT collections/exportPieces', { documents: [] });
  const exportId = await agreedExport(stand);
  const firstCall = OPENING_CALLS + Math.ceil(operations / STEPS);
  let kills = 0;
  for (let run = 0; run < RUNS_MAX; run += 1) {
    const at = firstCall + ((run * STRIDE) % RANGE);
    const fault = {
      function: 'export',
      procedure: 'timer runExports',
      at,
      kind: 'exit',
      applied: run % 2 === 0,
    };
    await cloud.control('POST faults', { faults: [fault] });
    const isKilled = await cloud.runTimer('runExports').then(
      () => false,
      () => true,
    );
    kills += Number(isKilled);
    const [file] = await documentsOf<ExportDocument>(cloud, 'exports', { _id: exportId });
    if (file?.state === 'ready') break;
    const now = new Date(Date.parse(MORNING) + HOUR_MS + run * LEASE_MS).toISOString();
    await cloud.control('POST clock', { now });
  }
  await cloud.control('POST faults', { faults: [] });
  const wrong = await wrongCells(await fileOf(stand, exportId), sheets);
  report.remark(`${kills} processes of it were killed`);
  report.measure({ name: 'export.killed.cells', value: wrong, unit: 'wrong', limit: { atMost: 0 } });
}
