import * as z from '../kernel/zod';
import { RELATION_CODES, GENDER_CODES, AGE_BANDS } from './codes';

/**
 * One person of a form. `key` is made on the phone and stays with the person through every correction. The two facts
 * livesHere and hukouHere are independent. Names are asked from 14 up; numbers only where the campaign asks for them.
 */
export const memberDraftSchema = z.strictObject({
  key: z.string().check(z.regex(/^[0-9a-z]{8}$/)),
  relation: z.literal(RELATION_CODES),
  gender: z.literal(GENDER_CODES),
  ageBand: z.enum(AGE_BANDS),
  livesHere: z.boolean(),
  hukouHere: z.boolean(),
  name: z.optional(z.string().check(z.maxLength(40))),
  idNumber: z.optional(z.string().check(z.maxLength(20))),
  idLast4: z.optional(z.string().check(z.maxLength(4))),
});

export type MemberDraft = z.output<typeof memberDraftSchema>;
