import type { EndpointProblemCode, ProblemCode, ProblemReport } from './problem';
import type { ZodMiniType, input as InputOf, output as OutputOf } from './zod';

/**
 * read: changes nothing · change: one transaction of effect and event, needs an opId · reveal: one protected value, its
 * event is committed before the value leaves, needs an opId · batch: several changes at once, each with an opId of its own and
 * a transaction of its own.
 */
export type ProcedureKind = 'read' | 'change' | 'reveal' | 'batch';

/** `Permission` is the list of action names that a deployment of the kernel knows; contracts say which. */
export interface ProcedureContract<Permission extends string = string> {
  readonly kind: ProcedureKind;
  readonly permission: Permission;
  readonly input: ZodMiniType;
  readonly output: ZodMiniType;
  /** Refusals of this procedure beside those the endpoint may always answer. */
  readonly problems: readonly ProblemCode[];
}

export type Contract<Permission extends string = string> = Readonly<
  Record<string, ProcedureContract<Permission>>
>;

export type ProcedureName<C extends Contract> = keyof C & string;
export type ProcedureInput<P extends ProcedureContract> = InputOf<P['input']>;
export type ProcedureParsed<P extends ProcedureContract> = OutputOf<P['input']>;
export type ProcedureOutput<P extends ProcedureContract> = OutputOf<P['output']>;
export type ProcedureProblem<P extends ProcedureContract> = P['problems'][number] | EndpointProblemCode;

/** What a bound phone shows: its own key, and the ticket it got for the PIN. */
export interface DeviceProof {
  readonly key: string;
  readonly ticket?: string;
}

/** A call on the wire. `opId` is 26 characters of base32, made on the phone and stored before the first send. */
export interface CallEnvelope {
  readonly procedure: string;
  readonly input: unknown;
  readonly opId?: string;
  /** The assignment this call acts under; absent for a person who is not bound to anything. */
  readonly actAs?: string;
  /** True when this opId was sent before and no answer came back: the endpoint then looks for the first answer first. */
  readonly again?: boolean;
  readonly device?: DeviceProof;
}

export type Reply<T> =
  /** `ticket`: the phone's PIN was typed long enough ago that it gets a fresh one. */
  | { readonly ok: true; readonly data: T; readonly duplicate?: boolean; readonly ticket?: string }
  | { readonly ok: false; readonly problem: ProblemReport };
