import { defineContract } from './define';
import * as z from '../kernel/zod';
import { idSchema } from '../kernel/identifier';
import { doorCountsSchema } from '../census/door';
import { COUNTED_MAX } from '../work/desks';

const countSchema = z.int().check(z.minimum(0), z.maximum(COUNTED_MAX + 1));

export const boardContract = defineContract({
  /** Progress of one scope and of what lies below it, from one kept document; `asOf` is its freeze time. */
  readProgress: {
    kind: 'read',
    permission: 'progress.read',
    /** `desks`: of an office's seat, what waits for it is counted along. */
    input: z.strictObject({ areaId: z.optional(idSchema), desks: z.optional(z.boolean()) }),
    output: z.strictObject({
      id: idSchema,
      name: z.string(),
      kind: z.enum(['street', 'community', 'compound']),
      counts: doorCountsSchema,
      people: z.int(),
      /** Everybody once: who lives in the scope, and whose household registration is in it. */
      residents: z.int(),
      registered: z.int(),
      rows: z.array(z.strictObject({ id: idSchema, name: z.string(), counts: doorCountsSchema })),
      asOf: z.int(),
      /** How much waits on each desk of the seat, counted as far as a hundred. */
      desks: z.optional(
        z.strictObject({
          tasks: countSchema,
          content: countSchema,
          wishes: countSchema,
          ledger: countSchema,
          gifts: countSchema,
        }),
      ),
    }),
    problems: ['NOT_FOUND'],
  },
});
