/** Versioned code tables: rows are never deleted, they end (`validTo`); what was stored keeps its label for good. */
import type { Day } from './day';

export interface CodeRow {
  /** Digits or a word; documents store the numbers of domain schemas, so look-ups take both. */
  code: string;
  label: string;
  standard?: string;
  edition?: string;
  validFrom?: Day;
  validTo?: Day;
}

/** The file: `validFrom`, `standard` and `edition` hold for every row that does not say otherwise. */
export interface CodeTableFile {
  table: string;
  version: number;
  validFrom: Day;
  standard?: string;
  edition?: string;
  rows: CodeRow[];
}

export interface CodeTable {
  name: string;
  version: number;
  rows: readonly CodeRow[];
  /** Every code ever used, for schemas. */
  codes: readonly string[];
  has(code: string | number): boolean;
  /** The label shown to people; the empty text for a code the table does not hold. */
  labelOf(code: string | number): string;
  /** The code of a label, for imports; undefined is a question for a person, never "other". */
  codeOf(label: string): string | undefined;
  /** Rows that may be chosen on a day. */
  choicesOn(day: Day): CodeRow[];
}

export function openCodeTable(file: CodeTableFile): CodeTable {
  const byCode = new Map(file.rows.map((row) => [row.code, row]));
  const byLabel = new Map(file.rows.map((row) => [row.label, row.code]));
  return {
    name: file.table,
    version: file.version,
    rows: file.rows,
    codes: file.rows.map((row) => row.code),
    has: (code) => byCode.has(String(code)),
    labelOf: (code) => byCode.get(String(code))?.label ?? '',
    codeOf: (label) => byLabel.get(label),
    choicesOn: (day) =>
      file.rows.filter(
        (row) =>
          (row.validFrom ?? file.validFrom) <= day && (row.validTo === undefined || day <= row.validTo),
      ),
  };
}
