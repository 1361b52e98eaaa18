/** What a group says: figures with a threshold, one line each, and remarks. */

type Limit = { readonly atMost: number } | { readonly atLeast: number };

export interface Measure {
  /** `save.rate.c8.ratio`: group, subject, circumstances. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: Limit;
  /** Others used the machine meanwhile: the figure was taken twice as often and is still to be doubted. */
  readonly isNoisy?: boolean;
}

export interface Report {
  measure(measure: Measure): void;
  /** A figure without a threshold, or what a reader must know to judge one. */
  remark(text: string): void;
}

export function isMet({ value, limit }: Pick<Measure, 'value' | 'limit'>): boolean {
  return 'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast;
}

/** `name value unit threshold pass|fail`, and `noisy` behind it where that is so. A value that is no number fails. */
export function lineOf(measure: Measure): string {
  const { name, value, unit, limit, isNoisy = false } = measure;
  const threshold = 'atMost' in limit ? `<=${numberText(limit.atMost)}` : `>=${numberText(limit.atLeast)}`;
  const words = [name, numberText(value), unit, threshold, isMet(measure) ? 'pass' : 'fail'];
  return [...words, ...(isNoisy ? ['noisy'] : [])].join(' ');
}

/** Whole numbers as they are, others with three significant digits. */
export function numberText(value: number): string {
  if (Number.isInteger(value) || !Number.isFinite(value)) return String(value);
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

/** Prints as it goes, so that a run that is broken off has said what it knows. */
export class PrintedReport implements Report {
  failed = 0;

  constructor(private readonly print: (line: string) => void) {}

  measure(measure: Measure): void {
    if (!isMet(measure)) this.failed += 1;
    this.print(lineOf(measure));
  }

  remark(text: string): void {
    this.print(`# ${text}`);
  }
}
