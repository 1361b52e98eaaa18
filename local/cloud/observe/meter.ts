/** One SDK call; only one that is part of a transaction can lose it. */
export interface Step {
  action: string;
  isInTransaction: boolean;
}

/** What one request of a client cost, nested calls of functions included. */
export interface RequestRecord {
  requestId: string;
  function: string;
  procedure: string;
  /** SDK calls by action. */
  calls: Record<string, number>;
  /** The same in their order. */
  steps: Step[];
  /** Database calls that read, and that write: the operations of the price list. */
  reads: number;
  writes: number;
  /** Documents answered, examined, written, removed. */
  documentsRead: number;
  scanned: number;
  documentsWritten: number;
  deletes: number;
  /** Index names and how often each served; `scan` where none did. */
  indexes: Record<string, number>;
  transactions: number;
  conflicts: number;
  retries: number;
  /** Of the client's request and answer, and of the SDK's. */
  bytesIn: number;
  bytesOut: number;
  dbBytesIn: number;
  dbBytesOut: number;
  ms: number;
  gbSeconds: number;
  peakMemoryBytes: number;
  coldStart: boolean;
  queued: number;
  fullPages: number;
  largeAnswers: number;
  storage: { puts: number; gets: number; deletes: number; bytes: number };
  /** These stay 0 in a healthy product. */
  escapedWrites: number;
  lateCalls: number;
  leakedLines: number;
  notImitated: number;
}

export interface ProcedureSummary {
  count: number;
  median: Record<string, number>;
  maximum: Record<string, number>;
}

const KEPT = 20_000;

/** Keeps the records of the newest requests and sums them up by procedure. */
export class Meter {
  private records: RequestRecord[] = [];
  /** Of calls that belong to no client's request: timers, tests, the seed. */
  notImitatedElsewhere: string[] = [];
  lateCallsElsewhere = 0;

  begin(requestId: string, functionName: string, procedure: string): RequestRecord {
    const record = emptyRecord(requestId, functionName, procedure);
    this.records.push(record);
    if (this.records.length > KEPT) this.records.shift();
    return record;
  }

  report(procedure: string | undefined): {
    requests: RequestRecord[];
    summary: Record<string, ProcedureSummary>;
    notImitated: string[];
    lateCalls: number;
  } {
    const requests = this.records.filter(
      (record) => procedure === undefined || record.procedure === procedure,
    );
    const groups = new Map<string, RequestRecord[]>();
    for (const record of requests) {
      const name = `${record.function}.${record.procedure}`;
      groups.set(name, [...(groups.get(name) ?? []), record]);
    }
    const summary = Object.fromEntries([...groups].map(([name, group]) => [name, summarise(group)]));
    return { requests, summary, notImitated: this.notImitatedElsewhere, lateCalls: this.lateCallsElsewhere };
  }

  reset(): void {
    this.records = [];
    this.notImitatedElsewhere = [];
    this.lateCallsElsewhere = 0;
  }
}

/** A record of nothing yet. */
export function emptyRecord(requestId: string, functionName: string, procedure: string): RequestRecord {
  return {
    requestId,
    function: functionName,
    procedure,
    calls: {},
    steps: [],
    reads: 0,
    writes: 0,
    documentsRead: 0,
    scanned: 0,
    documentsWritten: 0,
    deletes: 0,
    indexes: {},
    transactions: 0,
    conflicts: 0,
    retries: 0,
    bytesIn: 0,
    bytesOut: 0,
    dbBytesIn: 0,
    dbBytesOut: 0,
    ms: 0,
    gbSeconds: 0,
    peakMemoryBytes: 0,
    coldStart: false,
    queued: 0,
    fullPages: 0,
    largeAnswers: 0,
    storage: { puts: 0, gets: 0, deletes: 0, bytes: 0 },
    escapedWrites: 0,
    lateCalls: 0,
    leakedLines: 0,
    notImitated: 0,
  };
}

function summarise(group: RequestRecord[]): ProcedureSummary {
  const names = Object.entries(group[0] ?? {}).flatMap(([name, value]) =>
    typeof value === 'number' ? [name] : [],
  );
  const median: Record<string, number> = {};
  const maximum: Record<string, number> = {};
  for (const name of names) {
    const values = group.map((record) => Number(record[name as keyof RequestRecord])).sort((a, b) => a - b);
    median[name] = values[Math.floor(values.length / 2)] ?? 0;
    maximum[name] = values[values.length - 1] ?? 0;
  }
  return { count: group.length, median, maximum };
}
