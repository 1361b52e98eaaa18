/** What each reader of an issue is shown: everybody, its reporter, the desk, who handles it. */
import { ROLES } from '../identity/role';
import { plateSchema } from '../census/door';
import { ISSUE_KINDS, ISSUE_TRACKS } from '../issue/issue';
import { ISSUE_STAGES, ISSUE_STATES } from '../issue/issue-state';
import { ISSUE_STEPS } from '../issue/issue-step';
import { daySchema, idSchema } from '../kernel/identifier';
import * as z from '../kernel/zod';

const publicStep = {
  step: z.enum(ISSUE_STEPS),
  at: z.int(),
  /** Role of who did it; a name is never told, and a timer has none. */
  role: z.optional(z.enum(ROLES)),
  dueOn: z.optional(daySchema),
};
export const publicStepSchema = z.strictObject(publicStep);
const stepSchema = z.strictObject({ ...publicStep, note: z.string() });
export type IssueStepView = z.output<typeof stepSchema>;

export const reachedSchema = z.strictObject({
  words: z.string(),
  dueOn: daySchema,
  doneOn: z.optional(daySchema),
});

/** What everybody may know of a released one: no name, no door, no face. */
const publicFacts = {
  id: idSchema,
  number: z.string(),
  kind: z.enum(ISSUE_KINDS),
  state: z.enum(ISSUE_STATES),
  aspect: z.string(),
  /** Compound and building at most. */
  place: plateSchema,
  text: z.string(),
  followers: z.int(),
  dueOn: z.optional(daySchema),
  day: daySchema,
};
export const publicSchema = z.strictObject(publicFacts);
export type PublicIssue = z.output<typeof publicSchema>;

/** One of them alone; `mine`: what the caller has to do with it already. */
export const releasedFacts = { ...publicFacts, mine: z.enum(['no', 'reported', 'follows']) };

export const ownSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  number: z.string(),
  kind: z.enum(ISSUE_KINDS),
  state: z.enum(ISSUE_STATES),
  /** Who looks at it first, in words. */
  handler: z.string(),
  isAnonymous: z.boolean(),
  isOnBoard: z.boolean(),
  isHidden: z.boolean(),
  place: plateSchema,
  text: z.string(),
  department: z.string(),
  dueOn: z.optional(daySchema),
  track: z.optional(z.enum(ISSUE_TRACKS)),
  milestones: z.array(reachedSchema),
  pictures: z.int(),
  followers: z.int(),
  rating: z.int(),
  history: z.array(stepSchema),
});
export type OwnIssue = z.output<typeof ownSchema>;

/** To have met the same, said or taken back. */
export const followShape = {
  kind: 'change',
  permission: 'issue.follow',
  input: z.strictObject({ issueId: idSchema }),
  output: z.strictObject({ followers: z.int() }),
  problems: ['NOT_FOUND', 'WRONG_STATE'],
} as const;

const deskFacts = {
  id: idSchema,
  version: z.int(),
  number: z.string(),
  kind: z.enum(ISSUE_KINDS),
  state: z.enum(ISSUE_STATES),
  stage: z.enum(ISSUE_STAGES),
  aspect: z.string(),
  place: plateSchema,
  text: z.string(),
  department: z.string(),
  dueOn: z.optional(daySchema),
  isOverdue: z.boolean(),
  isOnBoard: z.boolean(),
  isHidden: z.boolean(),
  isStreetOnly: z.boolean(),
  followers: z.int(),
  pictures: z.int(),
  at: z.int(),
};
export const deskSchema = z.strictObject(deskFacts);
export type DeskIssue = z.output<typeof deskSchema>;

export const openedSchema = z.strictObject({
  ...deskFacts,
  /** Empty where the reporter wants no name. */
  reporter: z.string(),
  /** False where nobody can be asked in the app: a reviewer of the street closes. */
  hasAccount: z.boolean(),
  isOutside: z.boolean(),
  /** What the machine said of the text; it is released where that has passed or somebody has looked. */
  check: z.enum(['none', 'due', 'passed', 'doubtful', 'risky', 'unchecked']),
  track: z.optional(z.enum(ISSUE_TRACKS)),
  firstDueOn: z.optional(daySchema),
  milestones: z.array(reachedSchema),
  reference: z.string(),
  rating: z.int(),
  isMine: z.boolean(),
  /** Born at a door: at which knock; the door itself for whoever may read what is behind it, and never of one who wants no name. */
  visit: z.optional(
    z.strictObject({
      number: z.int(),
      door: z.optional(z.strictObject({ id: idSchema, buildingId: idSchema, plate: plateSchema })),
    }),
  ),
  history: z.array(stepSchema),
  /** Addresses for ten minutes. */
  shownPictures: z.array(z.string()),
});
export type OpenedIssue = z.output<typeof openedSchema>;

const cellSchema = z.strictObject({
  issues: z.int(),
  suggestions: z.int(),
  stages: z.record(z.string(), z.int()),
  ends: z.record(z.string(), z.int()),
  inTime: z.int(),
  late: z.int(),
  rated: z.int(),
  stars: z.int(),
  hidden: z.int(),
});
export const countsSchema = z.record(z.string(), cellSchema);
