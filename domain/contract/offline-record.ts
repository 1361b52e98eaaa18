/** What a phone keeps of a stairwell without network and hands in later, and how each record ended. */
import { DOOR_STATES, VACANCY_SIGNS, VISIT_RESULTS } from '../census/codes';
import { householdChangesSchema } from '../census/household-changes';
import { householdFormSchema } from '../census/household-form';
import { householdChangeSchema, verificationShape } from '../census/worker-fields';
import { daySchema, idSchema, opIdSchema } from '../kernel/identifier';
import { PROBLEM_CODES } from '../kernel/problem';
import * as z from '../kernel/zod';
import { VISIT_STATES } from '../work/visit';

export const BATCH_MAX = 20;
const NOTE_LENGTH_MAX = 100;

export const nextVisitSchema = z.strictObject({
  on: daySchema,
  hour: z.optional(z.int().check(z.minimum(7), z.maximum(21))),
});

/** How long and how often something was changed: never where, and nothing is ranked by it (A3-9). */
const paradataSchema = z.strictObject({
  seconds: z.int().check(z.minimum(0), z.maximum(7200)),
  edits: z.int().check(z.minimum(0), z.maximum(999)),
});

/** One knock. Without `next` the usual next time holds; a sign is needed where nobody lives there. */
export const knockSchema = z.strictObject({
  doorId: idSchema,
  result: z.enum(VISIT_RESULTS),
  signs: z.optional(z.array(z.enum(VACANCY_SIGNS)).check(z.maxLength(VACANCY_SIGNS.length))),
  slipLeft: z.optional(z.boolean()),
  next: z.optional(nextVisitSchema),
  paradata: z.optional(paradataSchema),
});
export type KnockRecord = z.output<typeof knockSchema>;

export const knockAnswerSchema = z.strictObject({
  visit: z.enum(VISIT_STATES),
  state: z.enum(DOOR_STATES),
  attempts: z.int(),
  next: z.optional(nextVisitSchema),
  toCommunity: z.boolean(),
});

export type KnockAnswer = z.output<typeof knockAnswerSchema>;

const noteTextSchema = z.string().check(z.minLength(2), z.maxLength(NOTE_LENGTH_MAX));
export const noteSchema = z.strictObject({
  id: idSchema,
  /** Absent: about the whole building. */
  unitId: z.optional(idSchema),
  text: z.string(),
  on: daySchema,
});
export type BuildingNote = z.output<typeof noteSchema>;
export const noteRecordSchema = z.strictObject({
  unitId: idSchema,
  wholeBuilding: z.boolean(),
  text: noteTextSchema,
});

const consentSchema = z.strictObject({
  given: z.boolean(),
  noticeVersion: z.string().check(z.maxLength(20)),
});

/** A first answer behind a door. */
const filingSchema = z.strictObject({
  doorId: idSchema,
  form: householdFormSchema,
  /** How what was said was made sure of, where the worker says so. */
  verifyWay: z.optional(verificationShape.verifyWay),
  consent: consentSchema,
  paradata: z.optional(paradataSchema),
});

/** What was changed of a household that the route pack showed, and the version it showed. */
const correctionSchema = z.strictObject({
  doorId: idSchema,
  householdId: idSchema,
  baseVersion: z.int(),
  /** Corrections of the same phone that it was filled in over, and which the version did not hold yet. */
  after: z.optional(z.array(opIdSchema).check(z.maxLength(BATCH_MAX))),
  changes: householdChangesSchema,
  verifyWay: z.optional(verificationShape.verifyWay),
  /** Why the answers are said otherwise; 更正 of this day where it is not said. */
  change: z.optional(householdChangeSchema),
  consent: consentSchema,
  paradata: z.optional(paradataSchema),
});

/** A worker stands by what the route pack showed of a household, and writes down what only workers write. */
const verifiedSchema = z.strictObject({
  doorId: idSchema,
  householdId: idSchema,
  baseVersion: z.int(),
  ...verificationShape,
});

/**
 * What every record of a batch brings. `pack` is the ticket of the route pack it was made from, `madeAt` the phone's own clock:
 * evidence, never the order of things. `again` says that the record was sent before.
 */
const carried = {
  opId: opIdSchema,
  again: z.optional(z.boolean()),
  pack: z.string().check(z.maxLength(160)),
  madeAt: z.int(),
};

export const offlineRecordSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('visit'), ...carried, record: knockSchema }),
  z.strictObject({ kind: z.literal('filing'), ...carried, record: filingSchema }),
  z.strictObject({ kind: z.literal('correction'), ...carried, record: correctionSchema }),
  z.strictObject({ kind: z.literal('verification'), ...carried, record: verifiedSchema }),
  z.strictObject({ kind: z.literal('note'), ...carried, record: noteRecordSchema }),
]);
export type OfflineRecord = z.output<typeof offlineRecordSchema>;

/**
 * How one record of a batch ended. applied and duplicate: it stands. conflict: it stands, and what somebody else said meanwhile
 * stands beside it until a person chooses. rejected: nothing of it stands, `problem` says why. held: it was not tried, because
 * an earlier record of the same door did not go.
 */
const RECORD_OUTCOMES = ['applied', 'duplicate', 'conflict', 'rejected', 'held'] as const;
export const recordAnswerSchema = z.strictObject({
  opId: opIdSchema,
  outcome: z.enum(RECORD_OUTCOMES),
  /** The door passed on to somebody else: the record waits for the new owner, and nothing comes back. */
  handedOver: z.optional(z.boolean()),
  /** Of a visit. */
  knock: z.optional(knockAnswerSchema),
  /** Of a verification: the answers changed meanwhile, so what was written is kept and they are to be looked at again. */
  changedSince: z.optional(z.boolean()),
  /** Of a household that was filed, corrected or verified: where it stands from now on. */
  household: z.optional(z.strictObject({ id: idSchema, version: z.int(), conflicts: z.int() })),
  problem: z.optional(
    z.strictObject({
      code: z.enum(PROBLEM_CODES),
      message: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
});
export type RecordAnswer = z.output<typeof recordAnswerSchema>;
