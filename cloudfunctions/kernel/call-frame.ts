/** One call between its arrival and its procedure: who calls, in which seat, under which cell, and what is asked of it. */
import type { ActionName } from '@domain/identity/permission';
import type { CallEnvelope, ProcedureContract } from '@domain/kernel/contract';
import { dayOf } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import { areaFilterOf } from '../policies/area-scope';
import { decideAction, decideObject, type Place } from '../policies/permit';
import type { AssignmentDocument } from '../repositories/documents';
import type { Keyring } from '../vault/keys';
import type { Caller, ReadContext } from './context';
import type { Instance } from './instance';
import { openMeasure, type Measure } from './measure';

const REASON_LENGTH_MIN = 4;

export interface Facts {
  readonly requestId: string;
  readonly now: number;
  readonly today: string;
  readonly keyring: Keyring;
  readonly caller: Caller;
}

type OpenContext = Omit<ReadContext, 'store' | 'look'>;

export interface CallFrame {
  readonly instance: Instance;
  readonly facts: Facts;
  /** Counts this call against the caller's measure; throws RATE_LIMITED beyond it. */
  spend(): Promise<void>;
  /** A context for one run of the procedure; `finish` throws where the run never asked for permission. */
  open(): { readonly context: OpenContext; readonly finish: () => void };
}

export interface Arrival {
  readonly requestId: string;
  readonly now: number;
  readonly openid: string;
  readonly envelope: CallEnvelope;
  readonly procedure: ProcedureContract<ActionName>;
}

interface Opening {
  readonly instance: Instance;
  readonly openid: string;
  readonly facts: Facts;
  readonly measure: Measure;
}

async function findSeat(
  instance: Instance,
  arrival: Arrival,
  userId: string,
): Promise<AssignmentDocument | null> {
  const { envelope, now, procedure } = arrival;
  if (envelope.actAs === undefined) return null;
  const seat = await instance.seat(envelope.actAs, now, procedure.kind !== 'read');
  if (seat === undefined || seat.userId !== userId) throw new Problem('FORBIDDEN');
  return seat;
}

function checkReason(caller: Caller, input: unknown): void {
  if (!caller.cell.reason) return;
  const reason = (input as { reason?: unknown }).reason;
  if (typeof reason !== 'string' || reason.trim().length < REASON_LENGTH_MIN) {
    throw new Problem('REASON_REQUIRED');
  }
}

function openContext({ instance, openid, facts, measure }: Opening): ReturnType<CallFrame['open']> {
  const { caller } = facts;
  let hasAsked = false;
  const reaches = (place: Place): boolean => {
    hasAsked = true;
    return !caller.isOver && decideObject(caller, place);
  };
  return {
    context: {
      requestId: facts.requestId,
      now: facts.now,
      today: facts.today,
      caller,
      keyring: facts.keyring,
      files: instance.files,
      allowTestNumbers: instance.allowTestNumbers,
      newId: instance.newId,
      campaign: () => instance.campaign(facts.now),
      reaches,
      permit: (place) => {
        if (!reaches(place)) throw new Problem('NOT_FOUND');
      },
      territory: () => {
        hasAsked = true;
        return caller.isOver ? undefined : areaFilterOf(caller.cell, caller.seat);
      },
      sealOpenid: (place) => facts.keyring.seal('person', place, openid),
      strike: () => measure.strike(),
    },
    finish: () => {
      if (!hasAsked) throw new Error('the procedure never asked for permission on an object');
    },
  };
}

/** Throws FORBIDDEN, PLEDGE_REQUIRED or REASON_REQUIRED: the caller may not do this at all, or not like this. */
export async function openFrame(instance: Instance, arrival: Arrival, input: unknown): Promise<CallFrame> {
  const { requestId, now, openid, procedure } = arrival;
  const keyring = await instance.keyring(now);
  const userId = keyring.actorOf(openid);
  const seat = await findSeat(instance, arrival, userId);
  const today = dayOf(now);
  const decision = decideAction(procedure.permission, seat, today);
  if (!decision.ok) throw new Problem(decision.code);
  const { cell, isOver } = decision;
  const caller: Caller = { userId, role: seat?.role ?? 'VI', seat, cell, isOver };
  checkReason(caller, input);

  const facts: Facts = { requestId, now, today, keyring, caller };
  const measure = openMeasure(instance.store, { action: procedure.permission, caller, now, requestId });
  return {
    instance,
    facts,
    spend: () => measure.spend(),
    open: () => openContext({ instance, openid, facts, measure }),
  };
}
