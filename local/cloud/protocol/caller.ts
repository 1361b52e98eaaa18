import { createHash, randomBytes } from 'node:crypto';
import type { RequestRecord } from '../observe/meter';

export interface Secret {
  secretId: string;
  secretKey: string;
  token: string;
}

/** Whoever holds a credential: an instance of a function, or a user of the SDK inside this process (tests, the seed). */
export class Caller {
  /** The request whose work this is; `undefined` when an instance is not serving one. */
  record: RequestRecord | undefined;
  /** The request served last, to which a late call is charged. */
  last: RequestRecord | undefined;
  /** How many functions deep the call is. */
  depth = 0;
  /** Calls made so far within the request, counted from 1; faults name them. */
  callIndex: { value: number } = { value: 0 };

  constructor(
    readonly secret: Secret,
    readonly kind: 'instance' | 'direct',
    /** Ends the calling process at once: a fault that a suite asks for. */
    readonly kill: () => void = () => undefined,
  ) {}
}

/** Credentials in force. Looked up by digest, so the time a guess takes tells nothing. */
export class Credentials {
  private readonly callers = new Map<string, Caller>();

  issue(kind: Caller['kind'], kill?: () => void): Caller {
    const random = (): string => randomBytes(24).toString('hex');
    const caller = new Caller({ secretId: random(), secretKey: random(), token: random() }, kind, kill);
    this.callers.set(digest(caller.secret.secretId), caller);
    return caller;
  }

  revoke(caller: Caller): void {
    this.callers.delete(digest(caller.secret.secretId));
  }

  /** The caller an Authorization header names, if its secret id is in force. */
  find(authorization: string | undefined): Caller | undefined {
    const secretId = /Credential=([^/,\s]+)/.exec(authorization ?? '')?.[1];
    return secretId === undefined ? undefined : this.callers.get(digest(secretId));
  }
}

function digest(secretId: string): string {
  return createHash('sha256').update(secretId).digest('hex');
}
