import { defineContract } from './define';
import * as z from '../kernel/zod';
import { daySchema, idSchema } from '../kernel/identifier';
import { AGE_BANDS, GENDER_CODES, RELATION_CODES } from '../census/codes';
import { plateSchema } from '../census/door';
import { verificationShape } from '../census/worker-fields';

const memberKeySchema = z.string().check(z.maxLength(8));

const residenceSchema = z.strictObject({
  key: z.string(),
  /** Empty for a child whose name is not written. */
  name: z.string(),
  relation: z.literal(RELATION_CODES),
  ageBand: z.enum(AGE_BANDS),
  livesHere: z.boolean(),
  hukouHere: z.boolean(),
  /** Listed here since. */
  since: z.optional(daySchema),
  /** Another door of the street at which this person is registered, and since when. */
  registered: z.optional(z.strictObject({ plate: plateSchema, from: daySchema })),
});
export type MemberResidence = z.output<typeof residenceSchema>;

export const householdContract = defineContract({
  /** A worker has looked at the household's answers and stands by them, and writes down what only workers write. */
  verify: {
    kind: 'change',
    permission: 'household.verify',
    input: z.strictObject({ householdId: idSchema, version: z.int(), ...verificationShape }),
    output: z.strictObject({ version: z.int(), confirmedOn: daySchema }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION', 'CONTENT_REJECTED', 'CONSENT_REQUIRED'],
  },
  /** Everybody has moved out: the household is closed with the day, its history stays. */
  moveOut: {
    kind: 'change',
    permission: 'household.moveInOut',
    input: z.strictObject({ householdId: idSchema, version: z.int(), on: daySchema }),
    output: z.strictObject({ closedOn: daySchema }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
  /** Where each member lives and is registered, with the days of the links. */
  listResidences: {
    kind: 'read',
    permission: 'person.editResidence',
    input: z.strictObject({ householdId: idSchema }),
    output: z.strictObject({
      plate: plateSchema,
      version: z.int(),
      members: z.array(residenceSchema),
    }),
    problems: ['NOT_FOUND'],
  },
  /** Moves one member's registered residence: here, to a door that was picked, or outside the street. Both doors' counts follow. */
  editResidence: {
    kind: 'change',
    permission: 'person.editResidence',
    input: z.strictObject({
      householdId: idSchema,
      version: z.int(),
      memberKey: memberKeySchema,
      to: z.enum(['here', 'outside', 'door']),
      /** The answer to picking the door. */
      ticket: z.optional(z.string().check(z.maxLength(160))),
    }),
    output: z.strictObject({ version: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION', 'EXPIRED'],
  },
  /** Whether somebody who is registered at this door is counted where they live: yes or no, never where. */
  checkCounted: {
    kind: 'read',
    permission: 'person.checkCounted',
    input: z.strictObject({
      doorId: idSchema,
      name: z.string().check(z.maxLength(40)),
      gender: z.literal(GENDER_CODES),
      ageBand: z.enum(AGE_BANDS),
      phone: z.string().check(z.maxLength(24)),
    }),
    output: z.strictObject({ isCounted: z.boolean() }),
    problems: ['NOT_FOUND'],
  },
});
