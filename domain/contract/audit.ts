import { defineContract } from './define';
import * as z from '../kernel/zod';
import { cursorSchema, idSchema } from '../kernel/identifier';
import { ROLES } from '../identity/role';

export const auditContract = defineContract({
  /**
   * 谁看过我的信息: every look and change of the household, and each file of its compound, community or street that was taken, newest
   * first; a role, never a staff name.
   */
  aboutMe: {
    kind: 'read',
    permission: 'audit.aboutMe',
    input: z.strictObject({ householdId: idSchema, cursor: z.optional(cursorSchema) }),
    output: z.strictObject({
      looks: z.array(
        z.strictObject({
          id: z.string(),
          at: z.int(),
          role: z.enum(ROLES),
          act: z.string(),
          fields: z.array(z.string()),
          reason: z.optional(z.string()),
        }),
      ),
      next: z.optional(cursorSchema),
    }),
    problems: ['NOT_FOUND'],
  },
  /** Recomputes the chains; the verdict names the first bad link, never what it covers. */
  verify: {
    kind: 'read',
    permission: 'audit.verify',
    input: z.strictObject({
      shard: z.int().check(z.minimum(0), z.maximum(15)),
      after: z.optional(z.int().check(z.minimum(0))),
    }),
    output: z.strictObject({
      isIntact: z.boolean(),
      links: z.int(),
      records: z.int(),
      firstBadSeq: z.optional(z.int()),
      next: z.optional(z.int()),
    }),
    problems: [],
  },
});
