/**
 * Runs a batch: each of its changes as a change of its own, with its own operation id, transaction and event, so that one that
 * fails undoes no other and a batch that is cut short goes on where it was. The seat was read once, fresh, for all of them.
 */
import type { ActionName } from '@domain/identity/permission';
import type { ProcedureContract } from '@domain/kernel/contract';
import type { CallFrame } from './call-frame';
import { runChange } from './change-run';
import type { BatchContext, BatchedChange, BatchedReply } from './context';
import { logCall, placeOf } from './log';
import { reportOf } from './refusal';

interface BatchCall {
  readonly frame: CallFrame;
  readonly name: string;
  readonly contract: ProcedureContract<ActionName>;
}

async function applyOne<I, O>(
  { frame, name, contract }: BatchCall,
  change: BatchedChange<I, O>,
): Promise<BatchedReply<O>> {
  const { requestId } = frame.facts;
  const startedAt = performance.now();
  try {
    const { output, duplicate } = await runChange({
      frame,
      kind: 'change',
      action: contract.permission,
      procedureName: `${name}.${change.name}`,
      opId: change.opId,
      isAgain: change.isAgain,
      input: change.input,
      device: change.device,
      ...(change.paradata === undefined ? {} : { paradata: change.paradata }),
      procedure: change.work,
    });
    return { ok: true, data: output as O, duplicate };
  } catch (error) {
    const problem = reportOf(error, contract, requestId);
    if (problem.code === 'INTERNAL') {
      const ms = Math.round(performance.now() - startedAt);
      logCall({
        requestId,
        procedure: name,
        outcome: 'INTERNAL',
        ms,
        error: placeOf(error),
      });
    }
    return { ok: false, problem };
  }
}

export function openBatch(call: BatchCall): BatchContext {
  const { requestId, now, today, caller } = call.frame.facts;
  return { requestId, now, today, caller, apply: (change) => applyOne(call, change) };
}
