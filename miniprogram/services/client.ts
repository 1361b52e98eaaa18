/** Methods typed by a contract: `const census = client<typeof censusContract>('census')`, then `census.submitForm(input, …)`. */
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
import { actingSeat, deviceProof } from './acting';
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

export type Method<P extends ProcedureContract> = P['kind'] extends 'read' | 'batch'
  ? (input: ProcedureInput<P>, options?: ReadOptions) => Promise<ReplyOf<P>>
  : (input: ProcedureInput<P>, options: ChangeOptions) => Promise<ReplyOf<P>>;

export type Client<C extends Contract> = { readonly [Name in ProcedureName<C>]: Method<C[Name]> };

export const NOBODY = 'nobody';

/**
 * The contract is a type here and nothing else: its schemas stay in the cloud, which parses what arrives, and what a person
 * can mend is said by the form's own rules. A method is made when it is first named; only a call without an operation id may
 * be sent twice.
 */
export function client<C extends Contract>(name: string): Client<C> {
  const methods = new Map<string, unknown>();
  const methodOf = (procedure: string): unknown => {
    const known = methods.get(procedure);
    if (known !== undefined) return known;
    const method = async (input: unknown, options: Partial<ChangeOptions> = {}): Promise<unknown> =>
      callCloud({
        name,
        isRead: options.opId === undefined,
        envelope: envelopeOf({ procedure, input, options }),
      });
    methods.set(procedure, method);
    return method;
  };
  const handler = { get: (_target: object, procedure: string | symbol) => methodOf(String(procedure)) };
  return new Proxy({}, handler) as Client<C>;
}

interface Wish {
  procedure: string;
  input: unknown;
  options: Partial<ChangeOptions>;
}

function envelopeOf({ procedure, input, options }: Wish): CallEnvelope {
  const actAs = options.actAs ?? actingSeat();
  const device = actAs === actingSeat() ? deviceProof() : undefined;
  return {
    procedure,
    input,
    ...(options.opId === undefined ? {} : { opId: options.opId }),
    ...(actAs === undefined || actAs === NOBODY ? {} : { actAs }),
    ...(options.again === true ? { again: true } : {}),
    ...(device === undefined ? {} : { device }),
  };
}
