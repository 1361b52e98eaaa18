import { defineContract } from './define';
import * as z from '../kernel/zod';
import { idSchema } from '../kernel/identifier';
import { doorCountsSchema } from '../census/door';

export const boardContract = defineContract({
  /** Progress of one scope and of what lies below it, from one kept document; `asOf` is its freeze time. */
  readProgress: {
    kind: 'read',
    permission: 'progress.read',
    input: z.strictObject({ areaId: z.optional(idSchema) }),
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
    }),
    problems: ['NOT_FOUND'],
  },
});
