/**
 * How every call runs, once: caps → strict schema → identity from the platform → seat → permission on the action → quota →
 * procedure (which asks for permission on the stored object) → effect and event in one transaction → typed reply. What is not a
 * Problem is a defect: it is logged and leaves as INTERNAL with the request's id.
 */
import type { ActionName } from '@domain/identity/permission';
import type { Contract, ProcedureContract, Reply } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import * as z from '@domain/kernel/zod';
import { auditPart } from '../audit/audit-event';
import type { AuditDocument } from '../repositories/documents';
import { openBatch } from './batch-run';
import { openFrame, type CallFrame } from './call-frame';
import { runChange } from './change-run';
import { platformIdentity } from './cloud';
import type { BatchContext, ChangeContext, Look, Procedures, ReadContext, SystemContext } from './context';
import { parseEnvelope, parseInput } from './envelope';
import { openInstance, type Instance } from './instance';
import { logCall, placeOf } from './log';
import { reportOf } from './refusal';
import { runTimer, timerNameOf } from './timer';

export interface Room<C extends Contract<ActionName>> {
  readonly contract: C;
  readonly procedures: Procedures<C>;
  readonly timers?: Readonly<Record<string, (context: SystemContext) => Promise<void>>>;
}

interface PlatformContext {
  readonly request_id?: string;
}

/** A procedure once its contract has said which of the three contexts it gets. */
type ReadProcedure = (context: ReadContext, input: unknown) => Promise<unknown>;
type ChangeProcedure = (context: ChangeContext, input: unknown) => Promise<unknown>;
type BatchProcedure = (context: BatchContext, input: unknown) => Promise<unknown>;

interface Call {
  readonly frame: CallFrame;
  readonly name: string;
  readonly contract: ProcedureContract<ActionName>;
  readonly procedure: unknown;
  readonly input: unknown;
}

function lookOf({ frame, contract }: Call, look: Look): AuditDocument {
  const { caller, now, requestId } = frame.facts;
  const { subjects, fields, reason } = look;
  return {
    _id: frame.instance.newId(),
    audit: auditPart({
      actor: caller.userId,
      actAs: caller.role,
      action: contract.permission,
      objects: subjects,
      fields,
      ...(reason === undefined ? {} : { reason }),
      requestId,
    }),
    at: now,
    subjects,
    linkState: 'new',
  };
}

async function runRead(call: Call): Promise<unknown> {
  const { frame, procedure, input } = call;
  await frame.spend();
  const looks: Look[] = [];
  const { context, finish } = frame.open();
  const read: ReadContext = {
    ...context,
    store: frame.instance.store,
    look: (look) => looks.push(look),
  };
  const output = await (procedure as ReadProcedure)(read, input);
  finish();
  if (looks.length > 0) {
    const documents = looks.map((look) => lookOf(call, look));
    await frame.instance.store.insert('audit', documents);
  }
  return output;
}

async function run(call: Call, opId: string | undefined, isAgain: boolean): Promise<Reply<unknown>> {
  const { frame, name, contract, procedure, input } = call;
  if (contract.kind === 'read') return { ok: true, data: await runRead(call) };
  if (contract.kind === 'batch') {
    return { ok: true, data: await (procedure as BatchProcedure)(openBatch(call), input) };
  }
  if (opId === undefined) throw new Problem('VALIDATION', { field: 'opId' });
  const done = await runChange({
    frame,
    kind: contract.kind,
    action: contract.permission,
    procedureName: name,
    opId,
    isAgain,
    input,
    procedure: procedure as ChangeProcedure,
  });
  return { ok: true, data: done.output, ...(done.duplicate ? { duplicate: true } : {}) };
}

/** Nothing leaves that the contract does not name. */
function checkOutput(contract: ProcedureContract, reply: Reply<unknown>): Reply<unknown> {
  if (!reply.ok) return reply;
  const parsed = z.safeParse(contract.output, reply.data);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.map(String).join('.')).join(' ');
    throw new Error(`the answer does not fit its contract at ${where}`);
  }
  return reply;
}

interface Arrived {
  readonly event: unknown;
  readonly platform: PlatformContext;
  readonly requestId: string;
}

/** Fills `seen` as the call is understood, so that a refusal can be judged by the contract it belongs to. */
interface Seen {
  procedure: string;
  contract: ProcedureContract<ActionName> | undefined;
}

async function perform<C extends Contract<ActionName>>(
  { room, instance }: { room: Room<C>; instance: Instance },
  { event, platform, requestId }: Arrived,
  seen: Seen,
): Promise<Reply<unknown>> {
  const { openid } = platformIdentity(platform);
  if (openid === '') throw new Problem('UNAUTHENTICATED');
  const envelope = parseEnvelope(event, openid);
  const name = envelope.procedure;
  const contract = Object.hasOwn(room.contract, name) ? room.contract[name] : undefined;
  if (contract === undefined) throw new Problem('NOT_FOUND');
  seen.procedure = name;
  seen.contract = contract;
  const input = parseInput(contract.input, envelope.input);
  const arrival = { requestId, now: Date.now(), openid, envelope, procedure: contract };
  const frame = await openFrame(instance, arrival, input);
  const call: Call = { frame, name, contract, procedure: room.procedures[name], input };
  const reply = checkOutput(contract, await run(call, envelope.opId, envelope.again === true));
  return reply.ok && frame.ticket !== undefined ? { ...reply, ticket: frame.ticket } : reply;
}

function outcomeOf(reply: Reply<unknown>): string {
  if (!reply.ok) return reply.problem.code;
  return reply.duplicate === true ? 'DUPLICATE' : 'OK';
}

async function answer<C extends Contract<ActionName>>(
  served: { room: Room<C>; instance: Instance },
  arrived: Arrived,
): Promise<Reply<unknown>> {
  const startedAt = performance.now();
  const seen: Seen = { procedure: '', contract: undefined };
  let defect: unknown;
  const reply = await perform(served, arrived, seen).catch((error: unknown): Reply<never> => {
    defect = error;
    return { ok: false, problem: reportOf(error, seen.contract, arrived.requestId) };
  });
  const outcome = outcomeOf(reply);
  logCall({
    requestId: arrived.requestId,
    procedure: seen.procedure,
    outcome,
    ms: Math.round(performance.now() - startedAt),
    ...(outcome === 'INTERNAL' ? { error: placeOf(defect) } : {}),
  });
  return reply;
}

/** The function's entry for the platform. */
export function serve<C extends Contract<ActionName>>(
  room: Room<C>,
): (event: unknown, context: PlatformContext) => Promise<unknown> {
  let instance: Instance | undefined;
  return async (event, context) => {
    instance ??= openInstance();
    const timer = timerNameOf(event, platformIdentity(context));
    const requestId = context.request_id ?? instance.newId();
    if (timer === undefined) return answer({ room, instance }, { event, platform: context, requestId });
    return runTimer(instance, { name: timer, handler: room.timers?.[timer], requestId });
  };
}
