/**
 * What several people say of one part of a household's answers (reliability.md §4). A claim that was made in sight of another
 * takes its place; claims made apart all stay, one of them shown by a fixed rule. So merging is commutative, associative and
 * idempotent, and no claim is lost: it is shown, stands beside what is shown, or is history.
 */
import { canonicalJson } from '../kernel/canonical-json';
import { VALUE_SOURCES, type ValueSource } from './value-source';

export interface Claim<Value = unknown> {
  /** A field of the form, or `members.<key>` for one person as a whole. */
  readonly part: string;
  /** Null where it was taken back, or the person is no longer of the household. */
  readonly value: Value;
  readonly opId: string;
  /** Server time. */
  readonly at: number;
  readonly by: string;
  readonly source: ValueSource;
  /** Version of the household that the claim made, and the one its author saw. */
  readonly version: number;
  readonly base: number;
  /** Own claims that waited on its author's phone and stood before their eyes: operations. */
  readonly after?: readonly string[] | undefined;
}

const identityOf = ({ part, opId }: Claim): string => `${part}|${opId}`;

export function isSameValue(left: unknown, right: unknown): boolean {
  return canonicalJson(left ?? null) === canonicalJson(right ?? null);
}

/** True where the later claim's author had the earlier one before them. */
export function sawOther(
  { base, by, after = [] }: Pick<Claim, 'base' | 'by' | 'after'>,
  earlier: Pick<Claim, 'version' | 'by' | 'opId'>,
): boolean {
  return base >= earlier.version || (by === earlier.by && after.includes(earlier.opId));
}

/** Which of two claims made apart is shown: by who stands behind it, then by time, then by operation. */
export function outranks(one: Claim, other: Claim): boolean {
  const rank = VALUE_SOURCES.indexOf(one.source) - VALUE_SOURCES.indexOf(other.source);
  if (rank !== 0) return rank < 0;
  return one.at === other.at ? one.opId > other.opId : one.at > other.at;
}

function inOrder(left: Claim, right: Claim): number {
  return identityOf(left) < identityOf(right) ? -1 : 1;
}

/** All claims of both sides that no claim of either side has taken the place of. */
export function mergeClaims(left: readonly Claim[], right: readonly Claim[]): Claim[] {
  const all = [...new Map([...left, ...right].map((claim) => [identityOf(claim), claim])).values()];
  const isReplaced = (claim: Claim): boolean =>
    all.some((other) => other.part === claim.part && other !== claim && sawOther(other, claim));
  return all.filter((claim) => !isReplaced(claim)).sort(inOrder);
}

/** The claim of a part that people see; undefined where nobody has said anything. */
export function shownClaim(claims: readonly Claim[], part: string): Claim | undefined {
  return claims
    .filter((claim) => claim.part === part)
    .reduce<Claim | undefined>(
      (best, claim) => (best === undefined || outranks(claim, best) ? claim : best),
      undefined,
    );
}

export interface Settled {
  readonly shown: Claim;
  /** What stands beside it until a person chooses. */
  readonly other?: Claim;
}

/** A claim that arrives at what is shown. What it replaced in sight of it is history and not answered here. */
export function settle(current: Claim, arriving: Claim): Settled {
  if (isSameValue(current.value, arriving.value)) return { shown: current };
  if (sawOther(arriving, current)) return { shown: arriving };
  return outranks(arriving, current)
    ? { shown: arriving, other: current }
    : { shown: current, other: arriving };
}
