/**
 * The one door to zod: `import * as z from '@domain/kernel/zod'`.
 *
 * Names are listed one by one so that a bundler keeps only these, and jitless is set before the first schema exists:
 * mini-programs forbid `new Function`, which zod otherwise probes for.
 */
import { config } from 'zod/mini';

config({ jitless: true });

export {
  array,
  boolean,
  check,
  discriminatedUnion,
  enum,
  int,
  length,
  literal,
  maxLength,
  maximum,
  minLength,
  minimum,
  nullable,
  number,
  optional,
  partial,
  record,
  refine,
  regex,
  safeParse,
  strictObject,
  string,
  trim,
  union,
  unknown,
} from 'zod/mini';
export type { infer, input, output } from 'zod/mini';
export type { ZodMiniType } from 'zod/mini';
