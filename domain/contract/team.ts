import { defineContract } from './define';
import { HOURS_SOURCES } from '../volunteer/service-hours';
import { cursorSchema, daySchema, idSchema } from '../kernel/identifier';
import * as z from '../kernel/zod';

const TEAM_KINDS = ['compound', 'unit'] as const;

const listedSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  name: z.string(),
  kind: z.enum(TEAM_KINDS),
  members: z.int(),
  asking: z.int(),
  isLeader: z.boolean(),
  /** False once its leader has left: the community names another one. */
  hasLeader: z.boolean(),
  isMember: z.boolean(),
});
export type ListedTeam = z.output<typeof listedSchema>;

const memberSchema = z.strictObject({ userId: idSchema, name: z.string(), isLeader: z.boolean() });
export type TeamMember = z.output<typeof memberSchema>;

const taskSchema = z.strictObject({ id: idSchema, title: z.string(), startAt: z.int() });
export type TeamTask = z.output<typeof taskSchema>;

/** A service of a member; nobody's sum, so that nobody is ranked. */
const teamHoursSchema = z.strictObject({
  id: idSchema,
  /** Masked; '' for who has left. */
  name: z.string(),
  source: z.enum(HOURS_SOURCES),
  title: z.string(),
  minutes: z.int(),
  day: daySchema,
});
export type TeamHours = z.output<typeof teamHoursSchema>;

export const teamContract = defineContract({
  /** A team of volunteers with a leader who is one of them; it is the leader's community's. */
  create: {
    kind: 'change',
    permission: 'team.create',
    input: z.strictObject({
      name: z.string().check(z.trim(), z.minLength(2), z.maxLength(24)),
      kind: z.enum(TEAM_KINDS),
      leaderId: idSchema,
    }),
    output: z.strictObject({ teamId: idSchema }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'CONTENT_REJECTED'],
  },
  /** Another leader out of its members, or the end of it. */
  edit: {
    kind: 'change',
    permission: 'team.create',
    input: z.strictObject({
      teamId: idSchema,
      version: z.int(),
      change: z.discriminatedUnion('is', [
        z.strictObject({ is: z.literal('leader'), leaderId: idSchema }),
        z.strictObject({ is: z.literal('end') }),
      ]),
    }),
    output: z.strictObject({ version: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
  /** The own teams; a community sees all of its own. */
  list: {
    kind: 'read',
    permission: 'team.read',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ teams: z.array(listedSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** Who belongs to it and what it carries next: for its members and the community, names masked. */
  read: {
    kind: 'read',
    permission: 'team.read',
    input: z.strictObject({ teamId: idSchema }),
    output: z.strictObject({
      team: listedSchema,
      members: z.array(memberSchema),
      asking: z.array(memberSchema),
      /** Activities of the team that are to come, the nearest first. */
      tasks: z.array(taskSchema),
    }),
    problems: ['NOT_FOUND'],
  },
  /** What members did in the team's activities and for wishes that it claimed, as far as it counts, newest first: for its leader and the community. */
  listHours: {
    kind: 'read',
    permission: 'team.read',
    input: z.strictObject({ teamId: idSchema, cursor: z.optional(cursorSchema) }),
    output: z.strictObject({
      name: z.string(),
      grantedMinutes: z.int(),
      hours: z.array(teamHoursSchema),
      next: z.optional(cursorSchema),
    }),
    problems: ['NOT_FOUND'],
  },
  /** Teams of the own community that one may ask to join: their names, and nobody in them. */
  listOpen: {
    kind: 'read',
    permission: 'team.join',
    input: z.strictObject({}),
    output: z.strictObject({
      teams: z.array(z.strictObject({ id: idSchema, name: z.string(), isAsked: z.boolean() })),
    }),
    problems: [],
  },
  join: {
    kind: 'change',
    permission: 'team.join',
    input: z.strictObject({ teamId: idSchema }),
    output: z.strictObject({}),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** Out of a team, or no longer asking for it. */
  leave: {
    kind: 'change',
    permission: 'team.join',
    input: z.strictObject({ teamId: idSchema }),
    output: z.strictObject({}),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** The leader’s or the community’s word. */
  approveMember: {
    kind: 'change',
    permission: 'team.approveMember',
    input: z.strictObject({
      teamId: idSchema,
      version: z.int(),
      userId: idSchema,
      verdict: z.enum(['approve', 'refuse']),
    }),
    output: z.strictObject({ version: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
  /** Asks a member to come to an activity of the team; whether they come is theirs to say. */
  assign: {
    kind: 'change',
    permission: 'team.assign',
    input: z.strictObject({ teamId: idSchema, userId: idSchema, activityId: idSchema }),
    output: z.strictObject({}),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
});
