/** A file from the moment it is asked for until it is ready, and what that costs. */
import type { ExportDocument, JobDocument } from '../../cloudfunctions/repositories/documents';
import type { RequestRecord } from '../../local/cloud/observe/meter';
import type { BenchCloud } from '../cloud/cloud';
import type { BenchStreet } from '../street/bench-street';
import { documentsOf, newOpId } from './census';
import type { Bench } from './group';

export interface Exported {
  readonly id: string;
  /** Of the function's own process; `treeSeconds` holds the cloud's work as well. */
  readonly cpuSeconds: number;
  readonly treeSeconds: number;
  readonly peakBytes: number;
  readonly fileBytes: number;
  readonly rows: number;
  readonly reads: number;
  readonly operations: number;
  /** Its longest step. */
  readonly stepMs: number;
}

export interface Stand {
  readonly bench: Bench;
  readonly street: BenchStreet;
  readonly cloud: BenchCloud;
}

const RUNS_MAX = 20;

/** Asks for the file and has it agreed to; answers its id. */
export async function agreedExport({ street, cloud }: Stand): Promise<string> {
  const areaId = street.cut.plan.street.id;
  const input = { kind: 'compoundTable', areaId, clear: false, reason: '月底核对台账' };
  const { exportId } = await cloud.call<{ exportId: string }>(street.staff('ADM'), 'export', {
    procedure: 'requestExport',
    input,
    opId: newOpId(),
  });
  const verdict = { exportId, verdict: 'approve' };
  await cloud.call(street.staff('ADM2'), 'export', {
    procedure: 'decideExport',
    input: verdict,
    opId: newOpId(),
  });
  return exportId;
}

/** The finished file, as the one who asked for it gets it. */
export async function fileOf({ street, cloud }: Stand, exportId: string): Promise<Buffer> {
  const { url } = await cloud.call<{ url: string }>(street.staff('ADM'), 'export', {
    procedure: 'openExport',
    input: { exportId },
    opId: newOpId(),
  });
  return Buffer.from(await (await fetch(url)).arrayBuffer());
}

/** Lets the job run until the file is ready. */
export async function exportStreet(stand: Stand): Promise<Exported> {
  const { cloud } = stand;
  const exportId = await agreedExport(stand);
  await cloud.control('GET meter?reset=1');
  const before = { own: cloud.functionCost('export').cpuSeconds, tree: cloud.cpu() };
  const file = await runUntilReady(cloud, exportId);
  const own = cloud.functionCost('export');
  const treeSeconds = cloud.cpu() - before.tree;
  const [job] = await documentsOf<JobDocument>(cloud, 'jobs', { subjectId: exportId });
  const records = await recordsOf(cloud);
  const sum = (figure: (record: RequestRecord) => number): number =>
    records.reduce((total, record) => total + figure(record), 0);
  const idle = (figure: keyof typeof IDLE_RUN): number => records.length * IDLE_RUN[figure];
  const reads = sum((record) => record.reads) - idle('reads');
  const spent = sum((record) => record.reads + record.writes + record.storage.puts + record.storage.gets);
  const operations = records.length + spent - idle('operations');
  return {
    id: exportId,
    cpuSeconds: own.cpuSeconds - before.own,
    treeSeconds,
    peakBytes: own.peakBytes,
    fileBytes: file.bytes ?? Number.NaN,
    rows: file.rows,
    reads,
    operations,
    stepMs: job?.slowestMs ?? Number.NaN,
  };
}

async function runUntilReady(cloud: BenchCloud, exportId: string): Promise<ExportDocument> {
  for (let run = 0; run < RUNS_MAX; run += 1) {
    await cloud.runTimer('runExports');
    const [file] = await documentsOf<ExportDocument>(cloud, 'exports', { _id: exportId });
    if (file?.state === 'ready') return file;
    if (file?.state === 'failed') throw new Error('the export failed');
  }
  throw new Error(`the export is not ready after ${RUNS_MAX} runs`);
}

async function recordsOf(cloud: BenchCloud): Promise<RequestRecord[]> {
  const query = new URLSearchParams({ procedure: 'timer runExports' });
  return (await cloud.control<{ requests: RequestRecord[] }>(`GET meter?${query}`)).requests;
}

/** The timer's call and its look for jobs: paid three times a minute, whether or not a file was asked for. */
const IDLE_RUN = { reads: 1, operations: 2 };

/** Throws where an idle run costs anything else: it is taken off what an export costs. */
export async function checkIdleRun(cloud: BenchCloud): Promise<void> {
  // The first run reads the keys.
  await cloud.runTimer('runExports');
  await cloud.control('GET meter?reset=1');
  await cloud.runTimer('runExports');
  const [{ reads, writes, storage } = { reads: 0, writes: 0, storage: { puts: 0, gets: 0 } }] =
    await recordsOf(cloud);
  const operations = 1 + reads + writes + storage.puts + storage.gets;
  if (reads !== IDLE_RUN.reads || operations !== IDLE_RUN.operations) {
    throw new Error(`a run with nothing to do costs ${reads} reads and ${operations} operations`);
  }
}
