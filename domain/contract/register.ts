import { defineContract } from './define';
import * as z from '../kernel/zod';
import { idSchema } from '../kernel/identifier';

/** Why a protected value is needed; at least four characters, stored and shown to the household. */
const reasonSchema = z.string().check(z.maxLength(100));

/** One field of one person; the look is committed to the audit before the value leaves. */
export const registerContract = defineContract({
  /** Of a household, of a waiting form, or of whoever behind a door allowed the building head to call: one of the three. */
  revealPhone: {
    kind: 'reveal',
    permission: 'person.revealPhone',
    input: z.strictObject({
      householdId: z.optional(idSchema),
      formId: z.optional(idSchema),
      doorId: z.optional(idSchema),
      reason: z.optional(reasonSchema),
    }),
    output: z.strictObject({ phone: z.string() }),
    problems: ['NOT_FOUND'],
  },
  revealId: {
    kind: 'reveal',
    permission: 'person.revealId',
    input: z.strictObject({
      householdId: idSchema,
      memberKey: z.string().check(z.maxLength(8)),
      reason: z.optional(reasonSchema),
    }),
    output: z.strictObject({ idNumber: z.string() }),
    problems: ['NOT_FOUND', 'APPROVAL_REQUIRED'],
  },
});
