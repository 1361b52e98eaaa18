/** How compounds are reached, and what that brought. */
import type { DoorState } from '@domain/census/codes';
import type { HardFacts } from '@domain/work/hard-door';
import type { TacticWay, YieldDay } from '@domain/work/tactic';

/** The committee's mix of ways for one compound. `_id` is the compound's id. */
export interface TacticDocument {
  readonly _id: string;
  readonly version: number;
  readonly streetId: string;
  readonly communityId: string;
  readonly ways: readonly TacticWay[];
  readonly at: number;
  readonly by: string;
}

/** A door that nothing has come from yet, as its wall says. */
export interface HardDoor extends HardFacts {
  readonly plate: { readonly compound: string; readonly line: string };
  readonly gridId: string;
  readonly state: DoorState;
  /** The volunteer who has the unit, or ''. */
  readonly assigneeId: string;
}

/** What came in behind the doors of one grid in one compound. */
export interface GridYield {
  readonly id: string;
  readonly name: string;
  readonly left: number;
  readonly days: readonly YieldDay[];
}

/** What came in from one scope by way and day, and its hardest doors; recounted by the roll-up. `_id` is the area's id. */
export interface YieldDocument {
  readonly _id: string;
  readonly kind: 'street' | 'community' | 'compound' | 'grid';
  readonly streetId: string;
  readonly communityId: string;
  readonly name: string;
  readonly order: number;
  /** Doors from which nothing has come. */
  readonly left: number;
  /** Every day on which something came, newest first. */
  readonly days: readonly YieldDay[];
  /** The hardest fifty; none for the street, which asks a community. */
  readonly hardest: readonly HardDoor[];
  /** Of a compound: the same by grid, to be added up to the figures of grids. */
  readonly grids?: readonly GridYield[];
  readonly rows: readonly { readonly id: string; readonly name: string; readonly left: number }[];
  readonly asOf: number;
  /** What it was made beside: a compound its board, with another event or wall another one; a sum the figures of its parts. */
  readonly source: string;
}
