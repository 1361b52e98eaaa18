import { defineContract } from './define';
import { HOURS_SOURCES, HOURS_STATES, MANUAL_GROUNDS, MANUAL_MINUTES_MAX } from '../volunteer/service-hours';
import { HELP_PLACES_MAX, HELP_TIMES, SKILLS } from '../volunteer/volunteer';
import { VOLUNTEER_STATES } from '../volunteer/volunteer-state';
import { cursorSchema, daySchema, idSchema } from '../kernel/identifier';
import * as z from '../kernel/zod';

const skillsSchema = z.array(z.enum(SKILLS)).check(z.maxLength(SKILLS.length));
const timesSchema = z.array(z.enum(HELP_TIMES)).check(z.maxLength(HELP_TIMES.length));
/** Compounds of the own community where somebody would help. */
const compoundIdsSchema = z.array(idSchema).check(z.maxLength(HELP_PLACES_MAX));
/** What can be chosen of: compounds of the own community, the own one on top. */
const nearSchema = z.array(z.strictObject({ id: idSchema, name: z.string() }));
const nameSchema = z.string().check(z.maxLength(40));
const numberSchema = z.string().check(z.maxLength(24));
const reasonSchema = z.string().check(z.maxLength(200));
const minutesSchema = z.int().check(z.minimum(1), z.maximum(MANUAL_MINUTES_MAX));

const standingSchema = z.strictObject({
  version: z.int(),
  state: z.enum(VOLUNTEER_STATES),
  /** What the community would have changed, or why it ended; '' where it said nothing. */
  reason: z.string(),
});
export type Standing = z.output<typeof standingSchema>;

const ownSchema = z.strictObject({
  ...standingSchema.shape,
  name: z.string(),
  /** Masked; a new number takes its place. */
  phone: z.string(),
  isAdult: z.boolean(),
  skills: skillsSchema,
  times: timesSchema,
  compoundIds: compoundIdsSchema,
  near: nearSchema,
  allowsHonour: z.boolean(),
});
export type OwnVolunteer = z.output<typeof ownSchema>;

/** A volunteer as the community that decides sees them. */
const listedSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  state: z.enum(VOLUNTEER_STATES),
  name: z.string(),
  phone: z.string(),
  isAdult: z.boolean(),
  hasGuardian: z.boolean(),
  isReused: z.boolean(),
  skills: skillsSchema,
  times: timesSchema,
  /** Names of the compounds where they would help; none where all are the same to them. */
  compounds: z.array(z.string()),
  at: z.int(),
});
export type ListedVolunteer = z.output<typeof listedSchema>;

const hoursFacts = {
  id: idSchema,
  version: z.int(),
  source: z.enum(HOURS_SOURCES),
  title: z.string(),
  minutes: z.int(),
  day: daySchema,
  state: z.enum(HOURS_STATES),
  isManual: z.boolean(),
};
const ownHoursSchema = z.strictObject(hoursFacts);
export type OwnHours = z.output<typeof ownHoursSchema>;

const listedHoursSchema = z.strictObject({
  ...hoursFacts,
  volunteerId: idSchema,
  name: z.string(),
  /** Of an entry by hand. */
  ground: z.optional(z.enum(MANUAL_GROUNDS)),
  /** Why it was entered by hand, or what the volunteer says is wrong; '' where nothing was said. */
  note: z.string(),
  /** True where the caller entered it or it is the caller's: somebody else decides. */
  isOwn: z.boolean(),
});
export type ListedHours = z.output<typeof listedHoursSchema>;

const boardSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  volunteers: z.string(),
  teams: z.int(),
  grantedHours: z.int(),
  asOf: z.int(),
});
export type VolunteerBoard = z.output<typeof boardSchema>;

/** Name and number as the registration has them, by the caller's word, or typed anew. */
const personSchema = z.union([
  z.strictObject({ from: z.literal('registration'), memberKey: z.string().check(z.maxLength(40)) }),
  z.strictObject({ from: z.literal('own'), name: nameSchema, phone: numberSchema, isAdult: z.boolean() }),
]);

export const volunteerContract = defineContract({
  /** What could be filled in from the own registration, and where an application stands. Nothing is used by being shown. */
  readOffer: {
    kind: 'read',
    permission: 'volunteer.apply',
    input: z.strictObject({}),
    output: z.strictObject({
      compound: z.string(),
      near: nearSchema,
      people: z.array(z.strictObject({ key: z.string(), name: z.string(), isAdult: z.boolean() })),
      /** Masked; empty where the household has none on record. */
      phone: z.string(),
      standing: z.optional(standingSchema),
    }),
    problems: ['NOT_FOUND'],
  },
  /** Offers to help. Who is under 18 needs a parent's or guardian's word; sent again before a decision it takes the first one's place. */
  apply: {
    kind: 'change',
    permission: 'volunteer.apply',
    input: z.strictObject({
      person: personSchema,
      guardianName: z.optional(nameSchema),
      skills: skillsSchema,
      times: timesSchema,
      compoundIds: z.optional(compoundIdsSchema),
      consent: z.strictObject({ given: z.boolean(), noticeVersion: z.string().check(z.maxLength(16)) }),
    }),
    output: z.strictObject({ state: z.enum(VOLUNTEER_STATES) }),
    problems: ['NOT_FOUND', 'CONSENT_REQUIRED', 'WRONG_STATE'],
  },
  readOwn: {
    kind: 'read',
    permission: 'volunteer.editOwn',
    input: z.strictObject({}),
    output: ownSchema,
    problems: ['NOT_FOUND'],
  },
  /** Skills, times, other compounds, a new number; to rest, to come back, or to leave. */
  editOwn: {
    kind: 'change',
    permission: 'volunteer.editOwn',
    input: z.strictObject({
      version: z.int(),
      skills: skillsSchema,
      times: timesSchema,
      compoundIds: z.optional(compoundIdsSchema),
      phone: z.optional(numberSchema),
      move: z.optional(z.enum(['pause', 'resume', 'end'])),
    }),
    output: z.strictObject({ version: z.int(), state: z.enum(VOLUNTEER_STATES) }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
  /** Volunteers of the territory in one state, who came first at the top; the look is recorded. */
  listVolunteers: {
    kind: 'read',
    permission: 'volunteer.approve',
    input: z.strictObject({ state: z.enum(VOLUNTEER_STATES), cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ volunteers: z.array(listedSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /**
   * The community's word. approve gives the seat; return says what is missing; a pause by the community is ended by the community;
   * end takes the seat away. Nobody decides about the own household.
   */
  decide: {
    kind: 'change',
    permission: 'volunteer.approve',
    input: z.strictObject({
      volunteerId: idSchema,
      version: z.int(),
      verdict: z.enum(['approve', 'return', 'pause', 'resume', 'end']),
      reason: z.optional(reasonSchema),
    }),
    output: z.strictObject({ state: z.enum(VOLUNTEER_STATES) }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
  /** Where the caller stands, and their own service, newest first, with what counts of it in all. */
  hoursOwn: {
    kind: 'read',
    permission: 'volunteer.hoursOwn',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({
      standing: z.optional(standingSchema),
      grantedMinutes: z.int(),
      hours: z.array(ownHoursSchema),
      next: z.optional(cursorSchema),
    }),
    problems: [],
  },
  /** Hours that wait for somebody's word, oldest first; the look is recorded. */
  listHours: {
    kind: 'read',
    permission: 'volunteer.approveHours',
    input: z.strictObject({ state: z.enum(['waiting', 'disputed']), cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ hours: z.array(listedHoursSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** Another person's word: neither the volunteer's nor that of whoever entered them. */
  decideHours: {
    kind: 'change',
    permission: 'volunteer.approveHours',
    input: z.strictObject({ hoursId: idSchema, version: z.int(), verdict: z.enum(['approve', 'refuse']) }),
    output: z.strictObject({ state: z.enum(HOURS_STATES) }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
  /** Hours by hand, for somebody else; they count once a third person agrees, and everybody can read that they were entered. */
  enterHours: {
    kind: 'change',
    permission: 'volunteer.editHours',
    input: z.strictObject({
      volunteerId: idSchema,
      minutes: minutesSchema,
      day: daySchema,
      ground: z.enum(MANUAL_GROUNDS),
      reason: reasonSchema,
    }),
    output: z.strictObject({ hoursId: idSchema, state: z.enum(HOURS_STATES) }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** Other minutes for a row that stands; again a third person has to agree. */
  correctHours: {
    kind: 'change',
    permission: 'volunteer.editHours',
    input: z.strictObject({
      hoursId: idSchema,
      version: z.int(),
      minutes: minutesSchema,
      reason: reasonSchema,
    }),
    output: z.strictObject({ state: z.enum(HOURS_STATES) }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
  dispute: {
    kind: 'change',
    permission: 'volunteer.dispute',
    input: z.strictObject({
      hoursId: idSchema,
      version: z.int(),
      note: z.string().check(z.trim(), z.minLength(4), z.maxLength(200)),
    }),
    output: z.strictObject({ state: z.enum(HOURS_STATES) }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
  /** Figures of each community, of which nobody can be told apart. */
  board: {
    kind: 'read',
    permission: 'volunteer.board',
    input: z.strictObject({}),
    output: z.strictObject({ communities: z.array(boardSchema) }),
    problems: [],
  },
  /** The own name, masked, in the list of thanks: yes, or no longer. */
  allowHonour: {
    kind: 'change',
    permission: 'volunteer.allowHonour',
    input: z.strictObject({ version: z.int(), isAllowed: z.boolean() }),
    output: z.strictObject({ version: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
  /** Who allowed it, in the order in which they came: nobody is ranked. */
  honourList: {
    kind: 'read',
    permission: 'volunteer.honourList',
    input: z.strictObject({ communityId: idSchema, cursor: z.optional(cursorSchema) }),
    output: z.strictObject({
      names: z.array(z.strictObject({ name: z.string(), since: daySchema })),
      next: z.optional(cursorSchema),
    }),
    problems: [],
  },
  /** Every entry by hand, without names: what it was and how long, for everybody to see. */
  listManual: {
    kind: 'read',
    permission: 'volunteer.honourList',
    input: z.strictObject({ communityId: idSchema, cursor: z.optional(cursorSchema) }),
    output: z.strictObject({
      entries: z.array(
        z.strictObject({
          day: daySchema,
          minutes: z.int(),
          ground: z.enum(MANUAL_GROUNDS),
          state: z.enum(HOURS_STATES),
        }),
      ),
      next: z.optional(cursorSchema),
    }),
    problems: [],
  },
});
