/** Where a call stands: what a fault may ask for. */
export interface CallPlace {
  function: string;
  procedure: string;
  action: string;
  collection: string | undefined;
  /** Position of the call within its request, from 1; `answer` is the answer to the client. */
  index: number | 'answer';
}

const FAULT_KINDS = [
  'fail-before',
  'answer-lost',
  'hang',
  'exit',
  'conflict',
  'client-lost',
  'slow',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  function?: string;
  procedure?: string;
  action?: string;
  collection?: string;
  at: number | 'answer' | { every: number } | { p: number };
  kind: FaultKind;
  /** How often it may fire; once if not said. */
  times?: number;
  /** For `fail-before`: the platform code it answers. */
  code?: string;
  /** For `slow`: how long. */
  ms?: number;
  /** For `hang` and `exit`: whether the call takes effect first. */
  applied?: boolean;
}

interface Installed {
  fault: Fault;
  fired: number;
}

/** Failures a suite has asked for, found by the place of a call. The same seed gives the same failures. */
export class Faults {
  private installed: Installed[] = [];
  private state = 1;

  /** Replaces what was installed; answers how many. An unknown kind is the suite's mistake. */
  install(faults: Fault[], seed = 1): number {
    const odd = faults.find((fault) => !FAULT_KINDS.includes(fault.kind));
    if (odd !== undefined) throw new Error(`No such fault: ${odd.kind}`);
    this.installed = faults.map((fault) => ({ fault, fired: 0 }));
    this.state = seed >>> 0 || 1;
    return faults.length;
  }

  reset(): void {
    this.installed = [];
  }

  /** The fault that fires at this place, if any; it counts as fired. */
  take(place: CallPlace): Fault | undefined {
    const hit = this.installed.find((entry) => this.fires(entry, place));
    if (hit === undefined) return undefined;
    hit.fired += 1;
    return hit.fault;
  }

  /** Faults that never fired: a suite that installed one has not reached the place it meant. */
  idle(): Fault[] {
    return this.installed.filter((entry) => entry.fired === 0).map((entry) => entry.fault);
  }

  private fires({ fault, fired }: Installed, place: CallPlace): boolean {
    if (fired >= (fault.times ?? (typeof fault.at === 'object' ? Number.POSITIVE_INFINITY : 1))) return false;
    for (const name of ['function', 'procedure', 'action', 'collection'] as const) {
      if (fault[name] !== undefined && fault[name] !== place[name]) return false;
    }
    const { at } = fault;
    if (typeof at !== 'object') return at === place.index;
    if (place.index === 'answer') return false;
    return 'every' in at ? place.index % at.every === 0 : this.random() < at.p;
  }

  private random(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.state / 2 ** 32;
  }
}
