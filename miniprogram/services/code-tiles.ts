import type { CodeTable } from '@domain/kernel/code-table';

/** Choices of a tile group out of a table: each code with the words people read. */
export function tilesOf<Code extends string | number>(
  codes: readonly Code[],
  table: Pick<CodeTable, 'labelOf'>,
): { value: Code; label: string }[] {
  return codes.map((value) => ({ value, label: table.labelOf(value) }));
}
