import { CloudError, conflict, invalid, notImitated } from '../cloud-error';
import type { Pool } from '../host/pool';
import type { Limits } from '../limits';
import type { Faults, Fault } from '../observe/faults';
import { emptyRecord, type Meter, type RequestRecord } from '../observe/meter';
import type { Objects } from '../storage/objects';
import type { Caller } from './caller';
import type { Database, DatabaseRequest } from './database';
import { documentActions } from './documents';
import { storageActions, type StorageRequest } from './files';
import { Slots } from './slots';

/** What becomes of a request: an answer in JSON, or one of the ways to get none. */
export type Outcome =
  | { kind: 'answer'; body: Record<string, unknown> }
  | { kind: 'lost' }
  | { kind: 'silence' };

export interface AdminParts {
  database: Database;
  objects: Objects;
  pool: Pool;
  meter: Meter;
  faults: Faults;
  limits: () => Limits;
}

/** Who makes a call, and the request of a client it is part of. */
interface Turn {
  caller: Caller;
  record: RequestRecord;
}

interface AdminRequest extends DatabaseRequest, StorageRequest {
  action: string;
  function_name: string;
  request_data?: string;
}

const WRITES = new Set(
  ['insertDocument', 'modifyDocument', 'modifyAndReturnDoc', 'removeDocument'].map(
    (name) => `database.${name}`,
  ),
);
const READS = new Set(
  ['getDocument', 'calculateDocument', 'aggregateDocuments'].map((name) => `database.${name}`),
);

/** The SDK's side of the platform: one action a request, counted, made to fail when asked, answered when durable. */
export class Admin {
  private readonly slots: Slots;

  constructor(private readonly parts: AdminParts) {
    this.slots = new Slots(() => parts.limits());
  }

  /** Carries out one request body of an authenticated caller. */
  async handle(body: Buffer, caller: Caller): Promise<Outcome> {
    const record = this.recordOf(caller);
    if (record === undefined) {
      return refusal(new CloudError('SYS_ERR', 'The function has answered already: its instance is frozen.'));
    }
    record.dbBytesIn += body.length;
    let request: AdminRequest;
    try {
      request = JSON.parse(body.toString('utf8')) as AdminRequest;
    } catch {
      return refusal(notImitated('requests that are not JSON'));
    }
    count(record, request);
    if (
      WRITES.has(request.action) &&
      request.transactionId === undefined &&
      this.parts.database.transactions.has(caller)
    ) {
      record.escapedWrites += 1;
    }
    try {
      return await this.withFaults(request, caller, record);
    } catch (error) {
      return this.explain(error, record, request.action);
    }
  }

  private recordOf(caller: Caller): RequestRecord | undefined {
    if (caller.record !== undefined) return caller.record;
    if (caller.kind === 'direct') return emptyRecord('', '', '');
    this.parts.meter.lateCallsElsewhere += 1;
    if (caller.last !== undefined) caller.last.lateCalls += 1;
    return undefined;
  }

  private async withFaults(request: AdminRequest, caller: Caller, record: RequestRecord): Promise<Outcome> {
    caller.callIndex.value += 1;
    const place = {
      function: record.function,
      procedure: record.procedure,
      action: request.action,
      collection: request.collectionName as string | undefined,
      index: caller.callIndex.value,
    };
    const fault = caller.kind === 'instance' ? this.parts.faults.take(place) : undefined;
    const turn = { caller, record };
    return fault === undefined ? this.run(request, turn) : this.disturbed(fault, request, turn);
  }

  private async disturbed(fault: Fault, request: AdminRequest, turn: Turn): Promise<Outcome> {
    switch (fault.kind) {
      case 'fail-before':
        throw asked(fault);
      case 'conflict':
        throw this.lose(request);
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 0));
        return this.run(request, turn);
      case 'answer-lost':
        await this.run(request, turn);
        return { kind: 'lost' };
      case 'client-lost':
        throw notImitated('client-lost elsewhere than at the answer');
      case 'hang':
      case 'exit':
        if (fault.applied === true) await this.run(request, turn);
        if (fault.kind === 'exit') turn.caller.kill();
        return { kind: 'silence' };
    }
  }

  private lose({ transactionId }: AdminRequest): CloudError {
    if (transactionId === undefined) return notImitated('a conflict outside of a transaction');
    this.parts.database.transactions.abort(transactionId);
    return conflict();
  }

  private async run(request: AdminRequest, turn: Turn): Promise<Outcome> {
    const answer = await this.perform(request, turn);
    await this.parts.database.store.durable();
    return { kind: 'answer', body: answer };
  }

  private async perform(request: AdminRequest, { caller, record }: Turn): Promise<Record<string, unknown>> {
    const { database, objects, limits } = this.parts;
    const { action } = request;
    const document = documentActions.get(action);
    if (document !== undefined) {
      return this.slots.hold(record, () => document({ ...database, request: checked(request), record }));
    }
    const storage = storageActions.get(action);
    if (storage !== undefined) return storage({ objects, limits: limits() }, request, record);
    switch (action) {
      case 'database.startTransaction':
        record.transactions += 1;
        if (record.retries < record.conflicts) record.retries += 1;
        return { transactionId: database.transactions.begin(caller) };
      case 'database.commitTransaction':
        database.transactions.commit(request.transactionId ?? '');
        return {};
      case 'database.abortTransaction':
        database.transactions.abort(request.transactionId ?? '');
        return {};
      case 'functions.invokeFunction':
        return this.invoke(request, caller, record);
      default:
        throw notImitated(`the action ${action}`);
    }
  }

  private async invoke(
    request: AdminRequest,
    caller: Caller,
    record: RequestRecord,
  ): Promise<Record<string, unknown>> {
    const answer = await this.parts.pool.invoke({
      name: request.function_name,
      event: request.request_data === undefined || request.request_data === '' ? '{}' : request.request_data,
      identity: { TCB_SOURCE: 'functions' },
      record,
      depth: caller.depth + 1,
      callIndex: caller.callIndex,
    });
    return { data: { response_data: answer } };
  }

  private explain(error: unknown, record: RequestRecord, action: string): Outcome {
    if (!(error instanceof CloudError)) {
      process.stderr.write(
        `\u001b[31mlocal/cloud has a defect in ${action}: ${String((error as Error).stack ?? error)}\u001b[0m\n`,
      );
      return refusal(new CloudError('LOCAL_DEFECT', `local/cloud failed in ${action}.`));
    }
    if (error.code === 'DATABASE_TRANSACTION_CONFLICT') record.conflicts += 1;
    if (error.code === 'LOCAL_NOT_IMITATED') {
      record.notImitated += 1;
      this.parts.meter.notImitatedElsewhere.push(error.message);
      process.stderr.write(`\u001b[31m${error.message}\u001b[0m\n`);
    }
    return refusal(error);
  }
}

function asked({ code = 'SYS_ERR' }: Fault): CloudError {
  return new CloudError(code, 'A failure a suite asked for.');
}

function count(record: RequestRecord, { action, transactionId }: AdminRequest): void {
  record.steps.push({ action, isInTransaction: transactionId !== undefined });
  record.calls[action] = (record.calls[action] ?? 0) + 1;
  if (READS.has(action)) record.reads += 1;
  if (WRITES.has(action)) record.writes += 1;
}

function checked(request: AdminRequest): DatabaseRequest {
  if (typeof request.collectionName !== 'string') throw invalid('collectionName is missing.');
  return request;
}

function refusal(error: CloudError): Outcome {
  return { kind: 'answer', body: { code: error.code, message: error.message } };
}
