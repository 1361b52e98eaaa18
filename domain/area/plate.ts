import type { PlateLines } from './door-address';

/** A plate in one line, as a sentence or a list names it. By itself in a file: a phone that needs it loads no grammar of doors. */
export function plateWords({ compound, line }: PlateLines): string {
  return `${compound} ${line}`;
}
