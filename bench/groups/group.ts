/** What every group is given, and what it is. */
import type { Report } from '../kit/measure';
import type { Neighbours } from '../kit/machine';
import type { Streets } from '../street/bench-street';

export interface Bench {
  readonly report: Report;
  readonly streets: Streets;
  readonly neighbours: Neighbours;
  readonly settings: Settings;
}

export interface Settings {
  /** Registered households of the large street. */
  readonly households: number;
  readonly cycles: number;
  /** Saves of one run, by how many clients there are. */
  readonly saves: Readonly<Record<1 | 8 | 32, number>>;
  /** Saves of the group that weighs what is stored. */
  readonly stored: number;
  /** Fresh processes of a cold start. */
  readonly starts: number;
  readonly isQuick: boolean;
}

export type Group = (bench: Bench) => Promise<void>;
