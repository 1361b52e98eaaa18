import { DOOR_STATES, VACANCY_SIGNS, VISIT_RESULTS } from '../census/codes';
import { plateSchema } from '../census/door';
import { householdChangesSchema } from '../census/household-changes';
import { VALUE_SOURCES } from '../census/value-source';
import { cursorSchema, daySchema, idSchema } from '../kernel/identifier';
import * as z from '../kernel/zod';
import { DOOR_VERDICTS, VISIT_STATES } from '../work/visit';
import { householdViewSchema } from './household-view';
import { defineContract } from './define';
import {
  BATCH_MAX,
  knockAnswerSchema,
  knockSchema,
  nextVisitSchema,
  noteRecordSchema,
  noteSchema,
  offlineRecordSchema,
  recordAnswerSchema,
} from './offline-record';

const packDoorSchema = z.strictObject({
  id: idSchema,
  slot: z.int(),
  room: z.string(),
  floor: z.string(),
  state: z.enum(DOOR_STATES),
  waiting: z.int(),
  /** Somebody behind the door has answered: 已登记，不用再问. */
  answered: z.boolean(),
  attempts: z.int(),
  signs: z.array(z.enum(VACANCY_SIGNS)),
  result: z.optional(z.enum(VISIT_RESULTS)),
  triedOn: z.optional(daySchema),
  next: z.optional(nextVisitSchema),
  households: z.array(householdViewSchema),
  /** Keys of members who are counted at another address already. */
  countedElsewhere: z.array(z.string()),
});
export type PackDoor = z.output<typeof packDoorSchema>;

/** One side of a conflict: the answer alone, as the caller may see it; nothing where it was taken back. */
const conflictSideSchema = z.strictObject({
  answers: householdChangesSchema.shape.answers,
  members: householdChangesSchema.shape.members,
  source: z.enum(VALUE_SOURCES),
  at: z.int(),
  /** Who said it: 0 is the caller, the others of an answer are numbered as they come. */
  author: z.int(),
  /** The masked name of somebody with a seat, for those who hand out seats. */
  name: z.optional(z.string()),
});
const conflictSchema = z.strictObject({
  id: idSchema,
  /** `phone`, or `members.<key>` for one person, or `members` for two lists that know no keys of each other. */
  field: z.string(),
  kept: conflictSideSchema,
  other: conflictSideSchema,
});
export type ConflictView = z.output<typeof conflictSchema>;

export const visitContract = defineContract({
  /** Units the caller walks, in the order of their buildings, twenty a page. */
  listUnits: {
    kind: 'read',
    permission: 'task.download',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({
      units: z.array(
        z.strictObject({
          id: idSchema,
          buildingId: idSchema,
          plate: plateSchema,
          label: z.string(),
          doors: z.int(),
          left: z.int(),
        }),
      ),
      next: z.optional(cursorSchema),
    }),
    problems: [],
  },
  /**
   * The route pack of one unit: all that its worker needs without network, masked. At most 48 kB; a large unit goes on at
   * `nextSlot`, the place of a door in walking order. The look at each household is recorded.
   */
  downloadUnit: {
    kind: 'read',
    permission: 'task.download',
    input: z.strictObject({ unitId: idSchema, fromSlot: z.optional(z.int().check(z.minimum(0))) }),
    output: z.strictObject({
      /** Proves that the caller had the unit; every record made from this pack carries it, for fourteen days. */
      pack: z.string(),
      packedAt: z.int(),
      usableUntil: z.int(),
      unit: z.strictObject({ id: idSchema, buildingId: idSchema, gridId: idSchema, label: z.string() }),
      plate: plateSchema,
      noticeVersion: z.string(),
      receipts: z.strictObject({ key: z.string(), opensOn: daySchema, closesOn: daySchema }),
      /** Base64url of 32 bytes: seals a record that the phone can no longer read, for the cloud alone to open. */
      sealKey: z.string(),
      notes: z.array(noteSchema),
      doors: z.array(packDoorSchema),
      nextSlot: z.optional(z.int()),
    }),
    problems: ['NOT_FOUND'],
  },
  /** One knock, with a network. */
  recordVisit: {
    kind: 'change',
    permission: 'visit.record',
    input: knockSchema,
    output: knockAnswerSchema,
    problems: ['NOT_FOUND', 'WRONG_STATE', 'PURPOSE_CLOSED'],
  },
  /** Agrees on a day to come again, or moves it; with `next` absent the day is given up. */
  planVisit: {
    kind: 'change',
    permission: 'visit.plan',
    input: z.strictObject({ doorId: idSchema, next: z.optional(nextVisitSchema) }),
    output: z.strictObject({ visit: z.enum(VISIT_STATES), next: z.optional(nextVisitSchema) }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'PURPOSE_CLOSED'],
  },
  /** The community's word after three knocks in vain, or on a report that there is no home here. */
  decideDoor: {
    kind: 'change',
    permission: 'visit.decide',
    input: z.strictObject({ doorId: idSchema, verdict: z.enum(DOOR_VERDICTS) }),
    output: z.strictObject({ state: z.enum(DOOR_STATES) }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'PURPOSE_CLOSED'],
  },
  /** The knocks at a door, newest first. */
  listVisits: {
    kind: 'read',
    permission: 'visit.list',
    input: z.strictObject({ doorId: idSchema }),
    output: z.strictObject({
      plate: plateSchema,
      state: z.enum(DOOR_STATES),
      attempts: z.int(),
      visits: z.array(
        z.strictObject({
          id: idSchema,
          state: z.enum(VISIT_STATES),
          result: z.optional(z.enum(VISIT_RESULTS)),
          at: z.int(),
          signs: z.array(z.enum(VACANCY_SIGNS)),
          slipLeft: z.boolean(),
          next: z.optional(nextVisitSchema),
          /** The masked name of whoever knocked, for those who hand out seats. */
          name: z.optional(z.string()),
          /** True where the phone's clock was off by more than five minutes. */
          isSkewed: z.boolean(),
        }),
      ),
    }),
    problems: ['NOT_FOUND'],
  },
  /** A practical note on a building or stairwell for whoever comes next. It names nobody. */
  writeNote: {
    kind: 'change',
    permission: 'visit.record',
    input: noteRecordSchema,
    output: z.strictObject({ id: idSchema }),
    problems: ['NOT_FOUND', 'CONTENT_REJECTED', 'WRONG_STATE'],
  },
  removeNote: {
    kind: 'change',
    permission: 'visit.record',
    input: z.strictObject({ noteId: idSchema }),
    output: z.strictObject({}),
    problems: ['NOT_FOUND'],
  },
  listNotes: {
    kind: 'read',
    permission: 'visit.list',
    input: z.strictObject({ unitId: idSchema }),
    output: z.strictObject({ notes: z.array(noteSchema) }),
    problems: ['NOT_FOUND'],
  },
  /**
   * At most twenty records made without network, each with an operation id of its own, each answered on its own: in the order
   * sent for one door, and no door waits for another. `sentAt` is the phone's clock now, from which its error is measured.
   */
  syncBatch: {
    kind: 'batch',
    permission: 'form.syncBatch',
    input: z.strictObject({
      sentAt: z.int(),
      records: z.array(offlineRecordSchema).check(z.minLength(1), z.maxLength(BATCH_MAX)),
    }),
    output: z.strictObject({ answers: z.array(recordAnswerSchema), skewMs: z.int() }),
    // What a single record may be refused with; the batch itself is always answered.
    problems: [
      'NOT_FOUND',
      'EXPIRED',
      'WRONG_STATE',
      'PURPOSE_CLOSED',
      'CONSENT_REQUIRED',
      'CONTENT_REJECTED',
    ],
  },
  /**
   * A record that the phone could not read any more, sealed by it to a pack's key. It is opened in the cloud alone and kept
   * sealed, for sixty days.
   */
  handInBroken: {
    kind: 'change',
    permission: 'form.syncBatch',
    input: z.strictObject({
      pack: z.string().check(z.maxLength(160)),
      sealed: z.string().check(z.maxLength(40_000), z.regex(/^[A-Za-z0-9_-]+$/)),
    }),
    output: z.strictObject({ id: idSchema }),
    problems: ['NOT_FOUND', 'EXPIRED'],
  },
  /** What two people said differently of one household at the same time. */
  listConflicts: {
    kind: 'read',
    permission: 'conflict.list',
    input: z.strictObject({ householdId: idSchema }),
    output: z.strictObject({ plate: plateSchema, doorId: idSchema, conflicts: z.array(conflictSchema) }),
    problems: ['NOT_FOUND'],
  },
  decideConflict: {
    kind: 'change',
    permission: 'conflict.decide',
    input: z.strictObject({ conflictId: idSchema, take: z.enum(['kept', 'other']) }),
    output: z.strictObject({ version: z.int(), left: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
});
