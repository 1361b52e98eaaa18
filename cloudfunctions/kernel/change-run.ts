/**
 * Runs a change or a reveal: the procedure reads inside one transaction and says what it wants written; the event goes first,
 * so that a repeated operation is refused by its key before anything else is touched. A lost race is run again from the
 * start, at most seven times, after a pause that grows, and with what an attempt took; what a callback does besides writing is
 * therefore nothing.
 */
import { Problem } from '@domain/kernel/problem';
import type { EventDocument } from '../repositories/documents';
import { auditPart } from '../audit/audit-event';
import { digestId } from '../vault/random-id';
import type { CallFrame } from './call-frame';
import type { ChangeContext, ClaimingProcedure, DeviceTime, Happening, Writer } from './context';
import { eventId, findDone, payloadHash } from './idempotency';
import { untilWon } from './lost-race';
import { DuplicateKey, TransactionConflict, type Transaction } from './store';

const ANSWER_KEPT_MS = 30 * 24 * 3_600_000;
/** A sender whose answer was lost asks again within that time; later it is another look. */
const REVEAL_REPEATED_MS = 2 * 60_000;

type Write = (transaction: Transaction) => Promise<void>;

export interface Done {
  readonly output: unknown;
  readonly duplicate: boolean;
}

export interface ChangeRun {
  readonly frame: CallFrame;
  readonly kind: 'change' | 'reveal';
  readonly action: string;
  readonly procedureName: string;
  readonly opId: string;
  readonly isAgain: boolean;
  readonly input: unknown;
  /** Where the change was made before it was sent. */
  readonly device?: DeviceTime;
  readonly paradata?: EventDocument['paradata'];
  readonly procedure: ((context: ChangeContext, input: never) => Promise<unknown>) &
    Partial<Pick<ClaimingProcedure<never, unknown>, 'claim'>>;
}

interface Outcome {
  readonly output: unknown;
  readonly writes: readonly Write[];
  readonly happening: Happening | undefined;
  readonly isUnnamed: boolean;
  /** Compounds whose boards moved besides the happening's own. */
  readonly alsoMoved: ReadonlySet<string>;
}

function openWriter(writes: Write[]): Writer {
  return {
    insert: (collection, document) => writes.push((transaction) => transaction.insert(collection, document)),
    patch: (collection, id, change) =>
      writes.push((transaction) => transaction.patch(collection, id, change)),
    replace: (collection, document) =>
      writes.push((transaction) => transaction.replace(collection, document)),
    remove: (collection, id) => writes.push((transaction) => transaction.remove(collection, id)),
  };
}

/** A write beside an open transaction would stand when that fails, unseen: so it is made before one begins. */
async function runClaim({ frame, procedure, input }: ChangeRun): Promise<unknown> {
  if (procedure.claim === undefined) return undefined;
  const { context, finish } = frame.open();
  const claimed = await procedure.claim({ ...context, store: frame.instance.store }, input as never);
  finish();
  return claimed;
}

interface Attempt {
  readonly transaction: Transaction;
  readonly claimed: unknown;
}

async function runProcedure(run: ChangeRun, { transaction, claimed }: Attempt): Promise<Outcome> {
  const { frame, opId } = run;
  const { store } = frame.instance;
  const writes: Write[] = [];
  let happening: Happening | undefined;
  let isUnnamed = false;
  const alsoMoved = new Set<string>();
  const { context, finish } = frame.open();
  const output = await run.procedure(
    {
      ...context,
      opId,
      store: { find: transaction.find, search: store.search },
      write: openWriter(writes),
      bulk: store,
      claimed,
      idFor: (purpose) => digestId('made', context.caller.userId, opId, purpose),
      record: (what) => {
        happening = what;
      },
      movesBoardOf: (compoundId) => {
        alsoMoved.add(compoundId);
      },
      recordNobody: () => {
        isUnnamed = true;
      },
    },
    run.input as never,
  );
  finish();
  const isSilent = happening === undefined && !isUnnamed;
  if (isSilent && (writes.length > 0 || run.kind === 'reveal')) {
    throw new Error(`${run.procedureName} changed something and recorded nothing`);
  }
  return { output, writes, happening, isUnnamed, alsoMoved };
}

/** What stood before, sealed to the event, and why it is said otherwise. */
function historyOf(
  run: ChangeRun,
  { diff, change }: Happening,
  _id: string,
): Pick<EventDocument, 'sealedDiff' | 'change'> {
  const place = { collection: 'events', id: _id, field: 'diff' };
  const { keyring } = run.frame.facts;
  return {
    ...(diff === undefined ? {} : { sealedDiff: keyring.seal('content', place, JSON.stringify(diff)) }),
    ...(change === undefined ? {} : { change }),
  };
}

function eventOf(run: ChangeRun, outcome: Outcome & { happening: Happening }, hash: string): EventDocument {
  const { frame, opId } = run;
  const { happening } = outcome;
  const { caller, now, requestId } = frame.facts;
  const _id = eventId(caller.userId, opId);
  const { compoundId = '' } = happening.place;
  const alsoMoved = [...outcome.alsoMoved].filter((id) => id !== compoundId);
  return {
    _id,
    at: now,
    payloadHash: hash,
    // A reveal is answered anew each time: its value stands nowhere but at its place.
    ...(run.kind === 'change' ? { answer: JSON.stringify(outcome.output) } : {}),
    audit: auditPart({
      actor: caller.userId,
      actAs: caller.role,
      action: run.action,
      objects: happening.objects,
      fields: happening.fields,
      ...(happening.reason === undefined ? {} : { reason: happening.reason }),
      requestId,
    }),
    subjects: happening.subjects,
    compoundId,
    ...(alsoMoved.length === 0 ? {} : { alsoMoved }),
    ...historyOf(run, happening, _id),
    ...(run.device === undefined ? {} : { device: run.device }),
    ...(run.paradata === undefined ? {} : { paradata: run.paradata }),
    rollState: happening.countsMoved === true ? 'new' : 'done',
    linkState: 'new',
  };
}

async function attempt(run: ChangeRun, hash: string): Promise<unknown> {
  const claimed = await runClaim(run);
  return run.frame.instance.store.transact(async (transaction) => {
    const outcome = await runProcedure(run, { transaction, claimed });
    const { happening } = outcome;
    if (happening !== undefined) {
      await transaction.insert('events', eventOf(run, { ...outcome, happening }, hash));
    }
    for (const write of outcome.writes) await write(transaction);
    return outcome.output;
  });
}

/**
 * The first answer of an operation that was done before. A reveal is looked up again without a second event for two minutes,
 * a change's answer is kept for thirty days; after that IDEMPOTENCY_MISMATCH: the same id no longer means the same thing, and a
 * new one is counted and recorded.
 */
async function replay(run: ChangeRun, event: EventDocument): Promise<unknown> {
  const { now } = run.frame.facts;
  if (run.kind === 'reveal') {
    if (now - event.at > REVEAL_REPEATED_MS) throw new Problem('IDEMPOTENCY_MISMATCH');
    return run.frame.instance.store.transact(
      async (transaction) => (await runProcedure(run, { transaction, claimed: undefined })).output,
    );
  }
  const isKept = now - event.at <= ANSWER_KEPT_MS;
  if (event.answer === undefined || !isKept) throw new Problem('IDEMPOTENCY_MISMATCH');
  return JSON.parse(event.answer) as unknown;
}

async function findReplay(run: ChangeRun, hash: string): Promise<Done | undefined> {
  const { instance, facts } = run.frame;
  const event = await findDone(instance.store, eventId(facts.caller.userId, run.opId), hash);
  return event === undefined ? undefined : { output: await replay(run, event), duplicate: true };
}

/** One attempt, or the first answer where the event turned out to stand already; undefined for a lost race. */
async function attemptOrReplay(run: ChangeRun, hash: string): Promise<Done | undefined> {
  try {
    return { output: await attempt(run, hash), duplicate: false };
  } catch (error) {
    if (error instanceof TransactionConflict) return undefined;
    if (error instanceof DuplicateKey && error.collection !== 'events') return undefined;
    // What a repeated operation finds is often its own effect: before it is refused, its first answer is looked for.
    if (!(error instanceof DuplicateKey || error instanceof Problem)) throw error;
    const done = await findReplay(run, hash);
    if (done === undefined && error instanceof Problem) throw error;
    return done;
  }
}

/** Counts the call. One too many that was done before is answered all the same: it asks for nothing new. */
async function spendOrReplay(run: ChangeRun, hash: string): Promise<Done | undefined> {
  try {
    await run.frame.spend();
    return undefined;
  } catch (error) {
    const done = error instanceof Problem ? await findReplay(run, hash) : undefined;
    if (done === undefined) throw error;
    return done;
  }
}

export async function runChange(run: ChangeRun): Promise<Done> {
  const { caller, keyring } = run.frame.facts;
  const actAs = caller.seat?._id ?? '';
  const hash = payloadHash(keyring, { procedure: run.procedureName, actAs, input: run.input });
  const before = run.isAgain ? await findReplay(run, hash) : undefined;
  if (before !== undefined) return before;
  if (run.frame.isPast) throw new Problem('FORBIDDEN');
  const spent = await spendOrReplay(run, hash);
  if (spent !== undefined) return spent;
  const done = await untilWon(() => attemptOrReplay(run, hash));
  if (done === undefined) throw new Problem('CONFLICT_RETRY');
  return done;
}
