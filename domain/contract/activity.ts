import { defineContract } from './define';
import { ACTIVITY_STATES } from '../activity/activity-state';
import { PHASES } from '../activity/places';
import { cursorSchema, idSchema } from '../kernel/identifier';
import * as z from '../kernel/zod';

const lineSchema = (most: number) =>
  z.string().check(z.trim(), z.regex(/^[^\n\r]*$/), z.minLength(2), z.maxLength(most));
const momentSchema = z.int().check(z.minimum(0));
const capacitySchema = z.int().check(z.minimum(1), z.maximum(500));
const codeSchema = z.string().check(z.regex(/^\d{6}$/));
const nameSchema = z.string().check(z.maxLength(40));
const numberSchema = z.string().check(z.maxLength(24));

const listedSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  place: z.string(),
  startAt: z.int(),
  endAt: z.int(),
  closesAt: z.int(),
  capacity: z.int(),
  left: z.int(),
  waiting: z.int(),
});
export type ListedActivity = z.output<typeof listedSchema>;

const standingSchema = z.strictObject({
  version: z.int(),
  phase: z.enum(PHASES),
  /** Place in the line, from 1; 0 for everybody who does not wait. */
  number: z.int(),
  /** Until when an offered place is held, UTC ms. */
  offerUntil: z.int(),
  inAt: z.int(),
  outAt: z.int(),
  /** Absent before the time is settled. */
  minutes: z.optional(z.int()),
  stars: z.int(),
});
export type OwnStanding = z.output<typeof standingSchema>;

/** An activity that the caller signed up for, whatever has become of it; no words where they were taken down. */
const signedUpSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  place: z.string(),
  startAt: z.int(),
  endAt: z.int(),
  state: z.enum(ACTIVITY_STATES),
  own: standingSchema,
});
export type SignedUp = z.output<typeof signedUpSchema>;

/** Who comes: out of the own registration, or as typed. A volunteer is known. */
const personSchema = z.union([
  z.strictObject({ from: z.literal('registration'), memberKey: z.string().check(z.maxLength(40)) }),
  z.strictObject({ from: z.literal('own'), name: nameSchema, phone: numberSchema, isAdult: z.boolean() }),
  z.strictObject({ from: z.literal('volunteer') }),
]);

const phaseOutput = z.strictObject({ phase: z.enum(PHASES), number: z.int() });

export const activityContract = defineContract({
  /** What is to come, the nearest first; for anybody. */
  list: {
    kind: 'read',
    permission: 'activity.read',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ activities: z.array(listedSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** One activity for anybody, and where the caller stands in it. */
  read: {
    kind: 'read',
    permission: 'activity.read',
    input: z.strictObject({ activityId: idSchema }),
    output: z.strictObject({
      activity: z.strictObject({
        ...listedSchema.shape,
        body: z.string(),
        allowanceMinutes: z.int(),
        state: z.enum(ACTIVITY_STATES),
        team: z.string(),
      }),
      own: z.optional(standingSchema),
      /** The caller leads the team that carries it: the code is theirs to show. */
      isLeader: z.boolean(),
    }),
    problems: ['NOT_FOUND'],
  },
  /** Where the caller signed up, the latest first, each with where they stand. */
  listOwn: {
    kind: 'read',
    permission: 'activity.signup',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ activities: z.array(signedUpSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** What would be filled in for a resident, before it is. */
  readOffer: {
    kind: 'read',
    permission: 'activity.signup',
    input: z.strictObject({}),
    output: z.strictObject({
      people: z.array(z.strictObject({ key: z.string(), name: z.string(), isAdult: z.boolean() })),
      phone: z.string(),
    }),
    problems: ['NOT_FOUND'],
  },
  /** A place, or one in the line, in the order of arrival. Who is under 18 comes with a guardian’s word. */
  signup: {
    kind: 'change',
    permission: 'activity.signup',
    input: z.strictObject({
      activityId: idSchema,
      person: personSchema,
      guardianName: z.optional(nameSchema),
    }),
    output: phaseOutput,
    problems: ['NOT_FOUND', 'WRONG_STATE', 'CONSENT_REQUIRED'],
  },
  /** Yes to a place that became free. */
  accept: {
    kind: 'change',
    permission: 'activity.signup',
    input: z.strictObject({ activityId: idSchema, version: z.int() }),
    output: phaseOutput,
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION', 'EXPIRED'],
  },
  cancel: {
    kind: 'change',
    permission: 'activity.cancel',
    input: z.strictObject({ activityId: idSchema, version: z.int() }),
    output: phaseOutput,
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
  /** Whoever shows the code vouches for who comes; they say so once, and check nobody in but others. */
  openDesk: {
    kind: 'change',
    permission: 'activity.showCode',
    input: z.strictObject({ activityId: idSchema }),
    output: z.strictObject({}),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** Six digits of the next half minute. */
  showCode: {
    kind: 'read',
    permission: 'activity.showCode',
    input: z.strictObject({ activityId: idSchema }),
    output: z.strictObject({
      title: z.string(),
      code: z.string(),
      until: z.int(),
      inside: z.int(),
      expected: z.int(),
    }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  checkin: {
    kind: 'change',
    permission: 'activity.checkin',
    input: z.strictObject({ activityId: idSchema, code: codeSchema }),
    output: z.strictObject({ at: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'EXPIRED'],
  },
  checkout: {
    kind: 'change',
    permission: 'activity.checkout',
    input: z.strictObject({ activityId: idSchema, code: codeSchema }),
    output: z.strictObject({ at: z.int(), minutes: z.int(), isService: z.boolean() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'EXPIRED'],
  },
  /** One to five stars of who was there, once. */
  rate: {
    kind: 'change',
    permission: 'activity.rate',
    input: z.strictObject({ activityId: idSchema, stars: z.int().check(z.minimum(1), z.maximum(5)) }),
    output: z.strictObject({ stars: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** Who has a place and who waits, in order, names masked; the look is recorded. */
  roster: {
    kind: 'read',
    permission: 'activity.roster',
    input: z.strictObject({
      activityId: idSchema,
      from: z.optional(z.int().check(z.minimum(0), z.maximum(1000))),
    }),
    output: z.strictObject({
      people: z.array(
        z.strictObject({
          name: z.string(),
          phase: z.enum(PHASES),
          number: z.int(),
          inAt: z.int(),
          outAt: z.int(),
          minutes: z.optional(z.int()),
        }),
      ),
      all: z.int(),
      stars: z.strictObject({ count: z.int(), average: z.number() }),
    }),
    problems: ['NOT_FOUND'],
  },
  /** The desk’s activities, whatever state they are in. */
  listDesk: {
    kind: 'read',
    permission: 'activity.edit',
    input: z.strictObject({ state: z.enum(ACTIVITY_STATES), cursor: z.optional(cursorSchema) }),
    output: z.strictObject({
      activities: z.array(
        z.strictObject({
          ...listedSchema.shape,
          communityId: idSchema,
          version: z.int(),
          state: z.enum(ACTIVITY_STATES),
          body: z.string(),
          allowanceMinutes: z.int(),
          teamId: z.string(),
        }),
      ),
      next: z.optional(cursorSchema),
    }),
    problems: [],
  },
  /** Its words as they were last handed in, released or not, and what the desk said of them: for who writes on. */
  readDesk: {
    kind: 'read',
    permission: 'activity.edit',
    input: z.strictObject({ activityId: idSchema }),
    output: z.strictObject({
      version: z.int(),
      title: z.string(),
      place: z.string(),
      body: z.string(),
      reason: z.string(),
    }),
    problems: ['NOT_FOUND'],
  },
  /** A new activity, or other words and figures of one; its words stand once a person has released them. */
  edit: {
    kind: 'change',
    permission: 'activity.edit',
    input: z.strictObject({
      activityId: z.optional(idSchema),
      version: z.optional(z.int()),
      communityId: idSchema,
      teamId: z.optional(idSchema),
      title: lineSchema(40),
      place: lineSchema(60),
      body: z.string().check(z.trim(), z.maxLength(1000)),
      startAt: momentSchema,
      endAt: momentSchema,
      closesAt: momentSchema,
      capacity: capacitySchema,
      allowanceMinutes: z.int().check(z.minimum(0), z.maximum(120)),
    }),
    output: z.strictObject({ activityId: idSchema, version: z.int(), state: z.enum(ACTIVITY_STATES) }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION', 'CONTENT_REJECTED'],
  },
  /** Calls an activity off: everybody is told, and nothing of it counts. */
  close: {
    kind: 'change',
    permission: 'activity.close',
    input: z.strictObject({ activityId: idSchema, version: z.int() }),
    output: z.strictObject({ state: z.enum(ACTIVITY_STATES) }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
});
