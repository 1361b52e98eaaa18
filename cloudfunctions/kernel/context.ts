/** What a procedure is given. A procedure finds, permits, decides, writes, records, and answers; the endpoint does the rest. */
import type { ProcedureContract, ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { ProblemReport } from '@domain/kernel/problem';
import type { Cell } from '@domain/identity/matrix';
import type { Role } from '@domain/identity/role';
import type { AreaFilter } from '../policies/area-scope';
import type { Place } from '../policies/permit';
import type { AssignmentDocument, CampaignDocument, EventDocument } from '../repositories/documents';
import type { Place as SealedPlace } from '../vault/envelope';
import type { Keyring } from '../vault/keys';
import type { FileStore } from './cloud';
import type { Reader, Store, Stored, Change } from './store';

export type { Place };

/** What the street set up, as it stands on this day: open only between its two days. */
export interface CampaignInForce extends CampaignDocument {
  readonly allowTestNumbers: boolean;
}

/** The person of this call: a pseudonym of the platform's identity, and the one seat that acts. */
export interface Caller {
  readonly userId: string;
  readonly role: Role;
  readonly seat: AssignmentDocument | null;
  /** The matrix cell of this action for that role. */
  readonly cell: Cell;
  /** The seat's term is over and only hands in what it holds: nothing is within its reach. */
  readonly isOver: boolean;
}

interface CommonContext {
  readonly requestId: string;
  /** UTC milliseconds of the server, read once a call. */
  readonly now: number;
  /** The calendar day in Asia/Shanghai. */
  readonly today: string;
  readonly caller: Caller;
  readonly keyring: Keyring;
  readonly files: FileStore;
  readonly allowTestNumbers: boolean;
  newId(): string;
  /** What the street set up, at most a minute old. */
  campaign(): Promise<CampaignInForce>;
  /**
   * Asks the matrix about the stored object. Throws NOT_FOUND where the object is out of the caller's reach: not yours and
   * not there look the same. A procedure that ends without having asked is a defect.
   */
  permit(place: Place): void;
  /** True where the object is within reach; for lists and for choosing between two ways. */
  reaches(place: Place): boolean;
  /** Rows that a list may ask for in this seat; undefined where there are none. To ask is to have asked for permission. */
  territory(): AreaFilter | undefined;
  /** The platform's own name of the caller, sealed for one place: kept where they must be called back, and not read here. */
  sealOpenid(place: SealedPlace): string;
  /** Counts one wrong token of this caller; the tenth closes every code for a day. */
  strike(): Promise<void>;
}

export interface Look {
  readonly subjects: readonly string[];
  readonly fields: readonly string[];
  readonly reason?: string;
}

export interface ReadContext extends CommonContext {
  readonly store: Reader;
  /** Notes who looked at what; kept before the answer leaves. */
  look(look: Look): void;
}

/** What an event says beside actor, action and time. Names of fields only; `diff` is sealed. */
export interface Happening {
  readonly objects: readonly string[];
  readonly subjects: readonly string[];
  readonly fields: readonly string[];
  /** Where it happened, as far as it happened anywhere; the event keeps the compound, whose boards it moves. */
  readonly place: { buildingId?: string; gridId?: string; compoundId?: string; communityId?: string };
  readonly reason?: string;
  /** Former values of what changed, for the history alone. */
  readonly diff?: Readonly<Record<string, unknown>>;
  /** Why a household's answers are said otherwise, where staff or the household says so. */
  readonly change?: EventDocument['change'];
  /** False where walls and boards cannot have moved. */
  readonly countsMoved?: boolean;
}

/** Writes of a change: gathered while the procedure runs, done in one transaction with the event. */
export interface Writer {
  insert(collection: string, document: Stored): void;
  patch(collection: string, id: string, change: Change): void;
  replace(collection: string, document: Stored): void;
  remove(collection: string, id: string): void;
}

export interface ChangeContext extends CommonContext {
  /** `find` reads inside the transaction, so that what it saw cannot change before the write; `search` reads beside it. */
  readonly store: Reader;
  readonly write: Writer;
  /**
   * Done at once, beside the transaction, and left standing when it fails: many documents, or a claim on a number. Ids are made
   * with `idFor` or follow from the subject, so that a second attempt meets the first.
   */
  readonly bulk: Reader & Pick<Store, 'insert' | 'patchWhere'>;
  /** What the change claimed before its transaction began. */
  readonly claimed: unknown;
  /** Ids made from the operation, so that a repeated attempt makes the same ones. */
  idFor(purpose: string): string;
  readonly opId: string;
  record(happening: Happening): void;
  /** Counts of another compound than that of the happening moved as well: its board is brought up to it like the happening's own. */
  movesBoardOf(compoundId: string): void;
  /**
   * In place of `record`, for rows that must not say who wrote them: an event would. They are their own record, and their ids
   * follow from their subject, so that a repeated operation meets them.
   */
  recordNobody(): void;
}

/**
 * Before the transaction of a change: it reads as things stand, refuses what it can, and claims with one write that no race loses,
 * a place in a line. What is claimed stays when the change then fails, so a second attempt claims the same.
 */
export interface ClaimContext extends CommonContext {
  readonly store: Reader & Pick<Store, 'patchAndRead'>;
}

/** What a phone's own clock said of a change that it made earlier: evidence, kept with the event, by which nothing is ordered. */
export interface DeviceTime {
  readonly at: number;
  /** The phone's clock less the server's when the change arrived. */
  readonly skewMs: number;
}

/** One change of a batch. */
export interface BatchedChange<I, O> {
  /** Names the kind of change: with the input it is what a repeated `opId` must mean again. */
  readonly name: string;
  readonly opId: string;
  readonly isAgain: boolean;
  readonly input: I;
  readonly device: DeviceTime;
  /** Of a form: how long it took and how often it was changed. */
  readonly paradata?: EventDocument['paradata'] | undefined;
  readonly work: (context: ChangeContext, input: I) => Promise<O>;
}

export type BatchedReply<O> =
  | { readonly ok: true; readonly data: O; readonly duplicate: boolean }
  | { readonly ok: false; readonly problem: ProblemReport };

export interface BatchContext extends Pick<CommonContext, 'requestId' | 'now' | 'today' | 'caller'> {
  /** Carries one change out, or answers why not; it never throws, so that the next one has its turn. */
  apply<I, O>(change: BatchedChange<I, O>): Promise<BatchedReply<O>>;
}

interface ContextOf {
  readonly read: ReadContext;
  readonly change: ChangeContext;
  readonly reveal: ChangeContext;
  readonly batch: BatchContext;
}

export type Procedure<P extends ProcedureContract> = (
  context: ContextOf[P['kind']],
  input: ProcedureParsed<P>,
) => Promise<ProcedureOutput<P>>;

/** A change that claims first: `claim` is run by the kernel, and what it answers is handed to `change`. */
export interface ClaimingProcedure<I, O> {
  (context: ChangeContext, input: I): Promise<O>;
  readonly claim: (context: ClaimContext, input: I) => Promise<unknown>;
}

export function afterClaim<I, O, C>(
  claim: (context: ClaimContext, input: I) => Promise<C>,
  change: (context: ChangeContext, input: I, claimed: C) => Promise<O>,
): ClaimingProcedure<I, O> {
  const procedure = (context: ChangeContext, input: I): Promise<O> =>
    change(context, input, context.claimed as C);
  return Object.assign(procedure, { claim });
}

/** A function misses no procedure of its contract and has none beside it. */
export type Procedures<C extends Readonly<Record<string, ProcedureContract>>> = {
  readonly [K in keyof C]: Procedure<C[K]>;
};

/** System work: a timer's handler. No caller, no permission; what it writes is idempotent. */
export interface SystemContext {
  readonly requestId: string;
  readonly now: number;
  readonly today: string;
  readonly store: Store;
  readonly files: FileStore;
  readonly keyring: Keyring;
  newId(): string;
  campaign(): Promise<CampaignInForce>;
  /** Milliseconds since the run began, from a clock that nobody sets. */
  elapsed(): number;
}
