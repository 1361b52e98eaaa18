import * as z from '../kernel/zod';

/** Code tables in domain/codes; the numbers are those of domain.md §3. */
export const RELATION_CODES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export const GENDER_CODES = [1, 2, 9] as const;
export const AGE_BANDS = ['0-2', '3-5', '6-13', '14-17', '18-59', '60-64', '65-79', '80+'] as const;

export type RelationCode = (typeof RELATION_CODES)[number];
export type GenderCode = (typeof GENDER_CODES)[number];
export type AgeBand = (typeof AGE_BANDS)[number];

/** The most members one household holds; a larger collective household continues in a second one. */
export const MEMBERS_MAX = 40;

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
