import { defineContract } from './define';
import * as z from '../kernel/zod';
import { cursorSchema, daySchema, idSchema } from '../kernel/identifier';
import { AGE_BANDS, GENDER_CODES, RELATION_CODES } from '../census/codes';
import { plateSchema } from '../census/door';
import { DUPLICATE_STATES, DUPLICATE_VERDICTS } from '../register/same-person';

/** One of two records, masked. Outside the caller's territory nothing is said of it but that it is elsewhere. */
const sideSchema = z.strictObject({
  isElsewhere: z.boolean(),
  plate: z.optional(plateSchema),
  name: z.optional(z.string()),
  gender: z.optional(z.literal(GENDER_CODES)),
  ageBand: z.optional(z.enum(AGE_BANDS)),
  relation: z.optional(z.literal(RELATION_CODES)),
  phone: z.optional(z.string()),
  livesHere: z.optional(z.boolean()),
  hukouHere: z.optional(z.boolean()),
  filledOn: z.optional(daySchema),
  /** False where taking the person out would leave others without a head. */
  canDrop: z.boolean(),
});
export type DuplicateSideView = z.output<typeof sideSchema>;

const pairSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  state: z.enum(DUPLICATE_STATES),
  left: sideSchema,
  right: sideSchema,
});
export type DuplicatePair = z.output<typeof pairSchema>;

export const duplicateContract = defineContract({
  /** Records of the territory that may be one person, oldest first; with `decided` those already settled, to take it back. */
  list: {
    kind: 'read',
    permission: 'duplicate.list',
    input: z.strictObject({
      state: z.enum(['open', 'merged', 'different']),
      cursor: z.optional(cursorSchema),
    }),
    output: z.strictObject({ pairs: z.array(pairSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /**
   * One person: `keep` says which record stands, and the other household, which must be within reach, says no more than what is
   * not said twice. Two people: both stand. Undo restores exactly what was.
   */
  decide: {
    kind: 'change',
    permission: 'duplicate.decide',
    input: z.strictObject({
      duplicateId: idSchema,
      version: z.int(),
      verdict: z.enum(DUPLICATE_VERDICTS),
      keep: z.optional(z.enum(['left', 'right'])),
    }),
    output: z.strictObject({ state: z.enum(DUPLICATE_STATES) }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
});
