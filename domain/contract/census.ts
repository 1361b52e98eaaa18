import { defineContract } from './define';
import * as z from '../kernel/zod';
import { cursorSchema, daySchema, idSchema } from '../kernel/identifier';
import { doorCountsSchema, plateSchema, wallUnitSchema } from '../census/door';
import { householdFormSchema } from '../census/household-form';
import { CHANNELS, DOOR_STATES } from '../census/codes';
import { homeFactsSchema, householdChangeSchema } from '../census/worker-fields';
import { joinAnswerSchema, receiptSchema, sentFormSchema, waitingFormSchema } from '../census/waiting-form';
import { householdViewSchema } from './household-view';
import { sceneSchema } from './link';

/** Which door a form is for: a scanned code, a ticket from picking, or, for somebody entitled to it, the door itself. */
const formPlaceSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('scene'), scene: sceneSchema }),
  z.strictObject({ by: z.literal('ticket'), ticket: z.string().check(z.maxLength(160)) }),
  z.strictObject({ by: z.literal('door'), doorId: idSchema }),
  /** The sender's own invitation to fill for the household. */
  z.strictObject({ by: z.literal('invitation'), invitationId: idSchema }),
  /** The sender's own form that still waits: the new one takes its place. */
  z.strictObject({ by: z.literal('form'), formId: idSchema }),
]);

/** What `needOf` asks of a form. */
const waitingFacts = {
  flagged: z.boolean(),
  beside: z.optional(z.boolean()),
  inPerson: z.optional(z.boolean()),
};

export type { WallUnit } from '../census/door';
export type { FormView, Receipt, WaitingForm } from '../census/waiting-form';
export type { HouseholdView } from './household-view';

export const censusContract = defineContract({
  /**
   * Hands in a form. From somebody not bound it waits for a worker; from the bound household or from staff it is the
   * household's answer. A taken door answers exactly as a free one.
   */
  submitForm: {
    kind: 'change',
    permission: 'form.submit',
    input: z.strictObject({
      place: formPlaceSchema,
      form: householdFormSchema,
      consent: z.strictObject({ given: z.boolean(), noticeVersion: z.string().check(z.maxLength(20)) }),
      channel: z.optional(z.enum(CHANNELS)),
      /** Version the correction starts from; needed when the household exists and the sender can see it. */
      baseVersion: z.optional(z.int()),
      /** Staff: the household to correct. Without it the first household behind the door is filed. */
      householdId: z.optional(idSchema),
      /** Why a household's answers change, and since when. What staff does not say is put right, today. */
      change: z.optional(householdChangeSchema),
    }),
    output: z.strictObject({
      receipt: receiptSchema,
      state: z.enum(['waiting', 'submitted']),
      /** Where the code to say at the door is read: the form was filled for somebody else. */
      invitationId: z.optional(idSchema),
    }),
    problems: [
      'NOT_FOUND',
      'REVOKED_CODE',
      'EXPIRED',
      'CONSENT_REQUIRED',
      'PURPOSE_CLOSED',
      'STALE_VERSION',
      'WRONG_STATE',
      'CONTENT_REJECTED',
    ],
  },
  /** 和上次一样: the bound household says that nothing changed. */
  confirmSame: {
    kind: 'change',
    permission: 'household.confirm',
    input: z.strictObject({ householdId: idSchema, baseVersion: z.int() }),
    output: z.strictObject({ receipt: receiptSchema }),
    problems: ['NOT_FOUND', 'STALE_VERSION', 'WRONG_STATE', 'PURPOSE_CLOSED', 'CONSENT_REQUIRED'],
  },
  /**
   * The sender's own receipt: door, day and the state of that form in words; no answer of it. By the operation that handed the form
   * in, the last one at a door, or the last one of this account. A form that was changed answers for the one it was before.
   */
  readReceipt: {
    kind: 'read',
    permission: 'receipt.read',
    input: z.strictObject({ opId: z.optional(idSchema), doorId: z.optional(idSchema) }),
    output: sentFormSchema,
    problems: ['NOT_FOUND'],
  },
  /**
   * The sender's own form while it waits, so that it can be changed and handed in again; numbers of documents are left out. It is
   * named as its receipt is.
   */
  readOwnForm: {
    kind: 'reveal',
    permission: 'form.readOwn',
    input: z.strictObject({ opId: z.optional(idSchema), doorId: z.optional(idSchema) }),
    output: z.strictObject({
      formId: idSchema,
      doorId: idSchema,
      plate: plateSchema,
      /** Consent was given to this notice; to hand the form in again it is asked for under the one in force. */
      noticeVersion: z.string(),
      form: householdFormSchema,
    }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'PURPOSE_CLOSED'],
  },
  /** The grid's receipt key, with which a phone checks receipts without network. Base64url of 32 bytes. */
  readReceiptKey: {
    kind: 'read',
    permission: 'receipt.verify',
    input: z.strictObject({ unitId: idSchema }),
    output: z.strictObject({ gridId: idSchema, key: z.string(), opensOn: daySchema, closesOn: daySchema }),
    problems: ['NOT_FOUND'],
  },
  /** Buildings of the caller's territory with their counts, in walking order. */
  listWalls: {
    kind: 'read',
    permission: 'building.doorStates',
    input: z.strictObject({ compoundId: z.optional(idSchema) }),
    output: z.strictObject({
      buildings: z.array(
        z.strictObject({ id: idSchema, plate: plateSchema, counts: doorCountsSchema, flagged: z.int() }),
      ),
      asOf: z.int(),
    }),
    problems: ['NOT_FOUND'],
  },
  /** The door wall of a building: every unit the caller may see, or one unit of a large building. */
  readWall: {
    kind: 'read',
    permission: 'building.doorStates',
    input: z.strictObject({ buildingId: idSchema, unitId: z.optional(idSchema) }),
    output: z.strictObject({
      plate: plateSchema,
      units: z.array(wallUnitSchema),
      moreUnits: z.array(z.strictObject({ id: idSchema, label: z.string() })),
      counts: doorCountsSchema,
      asOf: z.int(),
    }),
    problems: ['NOT_FOUND'],
  },
  /**
   * A door as its worker sees it: the forms that wait, for those who decide, and the households, masked; the look is recorded. As many
   * of them as one answer holds; `next` leads to the others.
   */
  readDoor: {
    kind: 'read',
    permission: 'household.read',
    input: z.strictObject({ doorId: idSchema, cursor: z.optional(cursorSchema) }),
    output: z.strictObject({
      plate: plateSchema,
      state: z.enum(DOOR_STATES),
      waiting: z.array(waitingFormSchema),
      households: z.array(householdViewSchema),
      /** Households that have ended: their number is not given again. */
      former: z.array(
        z.strictObject({ seq: z.int(), closedOn: z.string(), isMerged: z.optional(z.boolean()) }),
      ),
      /** People registered at this door who live behind another one and are counted there; never where. */
      registeredElsewhere: z.array(z.strictObject({ name: z.string(), from: daySchema })),
      /** Whose the home is by law and how large, for those who work there. */
      home: z.optional(homeFactsSchema),
      /** The building's head is not sure that anybody lives here, and nobody has found out since. */
      isDoubted: z.optional(z.literal(true)),
      next: z.optional(cursorSchema),
    }),
    problems: ['NOT_FOUND'],
  },
  /** Waiting forms of the caller's territory, oldest first, by door only. */
  listWaiting: {
    kind: 'read',
    permission: 'form.listQuarantine',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({
      forms: z.array(
        z.strictObject({
          id: idSchema,
          doorId: idSchema,
          buildingId: idSchema,
          plate: plateSchema,
          submittedAt: z.int(),
          ...waitingFacts,
        }),
      ),
      next: z.optional(cursorSchema),
    }),
    problems: [],
  },
  /**
   * Confirms one waiting form and binds its sender, or rejects it. Beside an answer it is the same household, another one behind
   * the door with the next number, or one more bed of a collective household.
   */
  decideForm: {
    kind: 'change',
    permission: 'form.confirm',
    input: z.strictObject({
      formId: idSchema,
      version: z.int(),
      verdict: z.enum(['confirm', 'sameHousehold', 'secondHousehold', 'bedHolder', 'reject']),
      /** The household that 'sameHousehold' and 'bedHolder' speak of. */
      householdId: z.optional(idSchema),
      reason: z.optional(z.string().check(z.maxLength(100))),
      /** The head's doubt was shown with the form: a confirmed one settles it. */
      doubtSeen: z.optional(z.boolean()),
    }),
    output: z.strictObject({ state: z.enum(DOOR_STATES), conflicts: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION', 'CONTENT_REJECTED'],
  },
  /**
   * Confirms at the door what somebody else filled: with the code that the filler told the household, or, once three wrong
   * ones have locked it, face to face with a reason. Answers said otherwise at the door are corrected; both values are kept.
   */
  confirmProxy: {
    kind: 'change',
    permission: 'form.confirmProxy',
    input: z.strictObject({
      formId: idSchema,
      version: z.int(),
      verdict: z.enum(['confirm', 'secondHousehold']),
      proof: z.discriminatedUnion('by', [
        z.strictObject({ by: z.literal('code'), code: z.string().check(z.regex(/^\d{4}$/)) }),
        z.strictObject({ by: z.literal('face') }),
      ]),
      reason: z.optional(z.string().check(z.maxLength(100))),
      corrections: z.optional(z.partial(householdFormSchema)),
    }),
    output: z.strictObject({
      outcome: z.enum(['confirmed', 'wrongCode', 'locked']),
      triesLeft: z.int(),
      state: z.enum(DOOR_STATES),
      /** To write on the slip that stays with the household: the filler's own receipt. */
      receipt: z.optional(receiptSchema),
    }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION', 'CONTENT_REJECTED'],
  },
  /** One act for all waiting forms of a unit that raise no finding; those with findings stay (D36). At most eight a call. */
  confirmUnit: {
    kind: 'change',
    permission: 'form.confirm',
    input: z.strictObject({ unitId: idSchema }),
    output: z.strictObject({ confirmed: z.int(), left: z.int(), flagged: z.int() }),
    problems: ['NOT_FOUND'],
  },
  /** Somebody filled in the caller's own door: who it may be, and what the household has said so far. */
  readJoin: {
    kind: 'read',
    permission: 'household.answerJoin',
    input: z.strictObject({ formId: idSchema }),
    output: z.strictObject({
      plate: plateSchema,
      /** Masked; empty once the worker has decided. */
      name: z.string(),
      sentOn: daySchema,
      state: z.enum(['asked', 'ours', 'notOurs', 'over']),
    }),
    problems: ['NOT_FOUND'],
  },
  /** Says whether the sender belongs to the household. The sender hears nothing of it; a worker decides in any case. */
  answerJoin: {
    kind: 'change',
    permission: 'household.answerJoin',
    input: z.strictObject({ formId: idSchema, answer: joinAnswerSchema }),
    output: z.strictObject({ state: joinAnswerSchema }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** The household's own file, whole. */
  readMyHousehold: {
    kind: 'read',
    permission: 'household.read',
    input: z.strictObject({ householdId: idSchema }),
    output: z.strictObject({
      plate: plateSchema,
      doorId: idSchema,
      household: householdViewSchema,
      consent: z.strictObject({
        noticeVersion: z.string(),
        givenOn: daySchema,
        withdrawnOn: z.optional(daySchema),
      }),
    }),
    problems: ['NOT_FOUND'],
  },
  /** Ends the consent to the census: phones and plates are erased, the household leaves the exports (D49). */
  withdrawConsent: {
    kind: 'change',
    permission: 'consent.withdraw',
    input: z.strictObject({ householdId: idSchema }),
    output: z.strictObject({ withdrawnOn: daySchema }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
});
