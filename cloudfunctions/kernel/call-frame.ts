/** One call between its arrival and its procedure: who calls, in which seat, under which cell, and what is asked of it. */
import type { ActionName } from '@domain/identity/permission';
import type { CallEnvelope, ProcedureContract } from '@domain/kernel/contract';
import { dayOf } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import { areaFilterOf } from '../policies/area-scope';
import { standingAtDevice, type DeviceStanding } from '../policies/device';
import { decideAction, decideObject, type ActionDecision, type Place } from '../policies/permit';
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
  /** A fresh ticket for the phone's PIN, where it is time for one. */
  readonly ticket?: string;
  /** The seat has ended, perhaps by this very operation: its first answer is given again, and nothing else is done. */
  readonly isPast: boolean;
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
  { envelope, now }: Arrival,
  { userId, isFresh }: { readonly userId: string; readonly isFresh: boolean },
): Promise<AssignmentDocument | null> {
  if (envelope.actAs === undefined) return null;
  const seat = await instance.seat(envelope.actAs, now, isFresh);
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

interface Judged {
  readonly seat: AssignmentDocument | null;
  readonly standing: DeviceStanding;
  readonly decision: ActionDecision;
}

/** The seat as it stands in this call: bound only where the call comes from a bound phone with a fresh PIN. */
function judge(seat: AssignmentDocument | null, arrival: Arrival, keyring: Keyring): Judged {
  const { procedure, now, envelope } = arrival;
  const standing: DeviceStanding =
    seat === null ? { lacks: undefined } : standingAtDevice(keyring, { seat, proof: envelope.device, now });
  const judged = seat === null || standing.lacks === undefined ? seat : { ...seat, deviceBound: false };
  return { seat, standing, decision: decideAction(procedure.permission, judged, dayOf(now)) };
}

/**
 * A plain read is judged by a seat that may be a minute old, but it is refused only by what is stored now: its holder may just
 * have signed, bound a phone, or got the seat.
 */
async function judgeCaller(
  instance: Instance,
  arrival: Arrival,
  { userId, keyring }: { readonly userId: string; readonly keyring: Keyring },
): Promise<Judged> {
  const isRead = arrival.procedure.kind === 'read';
  const kept = await findSeat(instance, arrival, { userId, isFresh: !isRead });
  const first = judge(kept, arrival, keyring);
  if (first.decision.ok || !isRead || kept === null) return first;
  return judge(await findSeat(instance, arrival, { userId, isFresh: true }), arrival, keyring);
}

/** Where the phone alone is in the way, its holder is told what to do about it. */
function refusal({ seat, standing, decision }: Judged, { procedure, now }: Arrival): Problem {
  const code = decision.ok ? 'FORBIDDEN' : decision.code;
  const isAllButPhone =
    seat !== null && decideAction(procedure.permission, { ...seat, deviceBound: true }, dayOf(now)).ok;
  const details = isAllButPhone && standing.lacks !== undefined ? { lacks: standing.lacks } : {};
  return new Problem(code, details);
}

/**
 * A household that moves out ends its own seats. When the answer is lost, it is asked for again in a seat that is over: who held
 * it then may hear once more what became of a change. A suspended seat hears nothing.
 */
function pastDecision({ seat, decision }: Judged, { procedure, envelope, now }: Arrival): ActionDecision {
  const isAskedAgain = procedure.kind === 'change' && envelope.again === true;
  if (decision.ok || seat?.state !== 'ended' || !isAskedAgain) return decision;
  return decideAction(procedure.permission, { ...seat, state: 'active' }, dayOf(now));
}

/** Throws FORBIDDEN, PLEDGE_REQUIRED or REASON_REQUIRED: the caller may not do this at all, or not like this. */
export async function openFrame(instance: Instance, arrival: Arrival, input: unknown): Promise<CallFrame> {
  const { requestId, now, openid, procedure } = arrival;
  const keyring = await instance.keyring(now);
  const userId = keyring.actorOf(openid);
  const judged = await judgeCaller(instance, arrival, { userId, keyring });
  const { seat, standing } = judged;
  const decision = pastDecision(judged, arrival);
  if (!decision.ok) throw refusal(judged, arrival);
  const today = dayOf(now);
  const { cell, isOver } = decision;
  const caller: Caller = { userId, role: seat?.role ?? 'VI', seat, cell, isOver };
  checkReason(caller, input);

  const facts: Facts = { requestId, now, today, keyring, caller };
  const measure = openMeasure(instance.store, { action: procedure.permission, caller, now, requestId });
  return {
    instance,
    facts,
    ...(standing.lacks === undefined && standing.ticket !== undefined ? { ticket: standing.ticket } : {}),
    isPast: !judged.decision.ok,
    spend: () => measure.spend(),
    open: () => openContext({ instance, openid, facts, measure }),
  };
}
