/** Methods made from a contract: `const census = client('census', censusContract)`, then `census.submitForm(input, …)`. */
import type {
  CallEnvelope,
  Contract,
  ProcedureContract,
  ProcedureInput,
  ProcedureName,
  ProcedureOutput,
  ProcedureProblem,
} from '@domain/kernel/contract';
import type { ProblemReport } from '@domain/kernel/problem';
import { actingSeat } from './acting';
import { callCloud } from './cloud';

/** `actAs`: another seat than the chosen one; 'nobody' sends none. */
export interface ReadOptions {
  actAs?: string;
}

/** A change or a reveal carries the id made before its first send; `again` says that it was sent before. */
export interface ChangeOptions extends ReadOptions {
  opId: string;
  again?: boolean;
}

export type Refusal<P extends ProcedureContract> = Omit<ProblemReport, 'code'> & {
  readonly code: ProcedureProblem<P> | 'OFFLINE';
};

export type ReplyOf<P extends ProcedureContract> =
  | { readonly ok: true; readonly data: ProcedureOutput<P>; readonly duplicate?: boolean }
  | { readonly ok: false; readonly problem: Refusal<P> };

export type Method<P extends ProcedureContract> = P['kind'] extends 'read'
  ? (input: ProcedureInput<P>, options?: ReadOptions) => Promise<ReplyOf<P>>
  : (input: ProcedureInput<P>, options: ChangeOptions) => Promise<ReplyOf<P>>;

export type Client<C extends Contract> = { readonly [Name in ProcedureName<C>]: Method<C[Name]> };

export const NOBODY = 'nobody';

export function client<const C extends Contract>(name: string, contract: C): Client<C> {
  const methods = Object.entries(contract).map(([procedure, { kind }]) => {
    const method = async (input: unknown, options: Partial<ChangeOptions> = {}): Promise<unknown> =>
      callCloud({ name, isRead: kind === 'read', envelope: envelopeOf({ procedure, input, options }) });
    return [procedure, method] as const;
  });
  // The loop cannot show the compiler that each name keeps its own types; the contract is the one source of both.
  return Object.fromEntries(methods) as unknown as Client<C>;
}

interface Wish {
  procedure: string;
  input: unknown;
  options: Partial<ChangeOptions>;
}

export function envelopeOf({ procedure, input, options }: Wish): CallEnvelope {
  const actAs = options.actAs ?? actingSeat();
  return {
    procedure,
    input,
    ...(options.opId === undefined ? {} : { opId: options.opId }),
    ...(actAs === undefined || actAs === NOBODY ? {} : { actAs }),
    ...(options.again === true ? { again: true } : {}),
  };
}
