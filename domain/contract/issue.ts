import { defineContract } from './define';
import {
  countsSchema,
  deskSchema,
  followShape,
  openedSchema,
  ownSchema,
  publicSchema,
  publicStepSchema,
  reachedSchema,
  releasedFacts,
} from './issue-view';

export type { DeskIssue, IssueStepView, OpenedIssue, OwnIssue, PublicIssue } from './issue-view';
import { ASPECT_IDS } from '../issue/categories';
import { ISSUE_KINDS, ISSUE_TEXT_MAX, ISSUE_TEXT_MIN, ISSUE_TRACKS, MILESTONES_MAX } from '../issue/issue';
import { ISSUE_STAGES, ISSUE_STATES } from '../issue/issue-state';
import { cursorSchema, daySchema, idSchema } from '../kernel/identifier';
import { PICTURES_MAX } from '../kernel/picture';
import * as z from '../kernel/zod';

const wordsSchema = z.string().check(z.minLength(ISSUE_TEXT_MIN), z.maxLength(ISSUE_TEXT_MAX));
const noteSchema = z.string().check(z.maxLength(ISSUE_TEXT_MAX));
const reasonSchema = z.string().check(z.maxLength(200));
const aspectSchema = z.string().check(z.refine((id) => ASPECT_IDS.includes(id)));

/**
 * Where it is: behind a code (an outsider's only way), in the building of the own home, at a chosen spot of that home's compound, at
 * a building, at a chosen spot of a compound, at the door of a visit, or outside the street.
 */
const placeSchema = z.union([
  z.strictObject({ by: z.literal('scene'), scene: z.string().check(z.maxLength(64)) }),
  z.strictObject({ by: z.literal('home') }),
  z.strictObject({ by: z.literal('homeCompound') }),
  z.strictObject({ by: z.literal('building'), buildingId: idSchema }),
  z.strictObject({ by: z.literal('compound'), compoundId: idSchema }),
  z.strictObject({ by: z.literal('outside') }),
  z.strictObject({ by: z.literal('door'), doorId: idSchema }),
]);
export type ReportedPlace = z.output<typeof placeSchema>;

/** In whose name a worker writes down what was said at a door. */
const raisedBySchema = z.union([
  z.strictObject({ who: z.literal('household'), householdId: idSchema }),
  z.strictObject({ who: z.literal('phone'), phone: z.string().check(z.maxLength(24)) }),
  z.strictObject({ who: z.literal('worker') }),
]);

const milestoneSchema = z.strictObject({
  words: z.string().check(z.minLength(2), z.maxLength(40)),
  dueOn: daySchema,
});

/** Which issue a step is for, in the version that the caller saw. */
const target = { issueId: idSchema, version: z.int() };
const stateSchema = z.strictObject({ state: z.enum(ISSUE_STATES) });
const STEP_PROBLEMS = ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'] as const;

export const issueContract = defineContract({
  /** Something wrong, or something to do: own words, a place, and who is asked afterwards whether it is solved. */
  report: {
    kind: 'change',
    permission: 'issue.report',
    input: z.strictObject({
      kind: z.enum(ISSUE_KINDS),
      place: placeSchema,
      text: wordsSchema,
      /** Where exactly, in words. */
      spot: z.string().check(z.maxLength(60)),
      isAnonymous: z.boolean(),
      /** The tile 只给街道看. */
      isStreetOnly: z.boolean(),
      raisedBy: z.optional(raisedBySchema),
      /** What a worker at a door takes it for; who classifies it decides. */
      aspect: z.optional(aspectSchema),
    }),
    output: z.strictObject({ issueId: idSchema, number: z.string(), handler: z.string() }),
    problems: ['NOT_FOUND', 'CONTENT_REJECTED', 'REVOKED_CODE'],
  },
  /** A picture that the phone has stored: looked at by its bytes, kept without its notes, shown to nobody until a person has seen it. */
  addPicture: {
    kind: 'change',
    permission: 'file.upload',
    input: z.strictObject({ issueId: idSchema, fileId: z.string().check(z.maxLength(300)) }),
    output: z.strictObject({ pictures: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** Released ones near a place that speak of the same thing: asked before another one is sent. */
  findSimilar: {
    kind: 'read',
    permission: 'issue.readBoard',
    input: z.strictObject({ place: placeSchema, text: noteSchema }),
    output: z.strictObject({ issues: z.array(publicSchema) }),
    problems: ['NOT_FOUND', 'REVOKED_CODE'],
  },
  /** 我也遇到了: one more, and told of every step. */
  follow: followShape,
  /** Takes that back: one less, and told no more. */
  unfollow: followShape,
  /** Everything that the caller reported, newest first, each with what happened to it. */
  listOwn: {
    kind: 'read',
    permission: 'issue.readOwn',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ issues: z.array(ownSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** Released ones of the street, or of one compound with its figures; newest first. */
  readBoard: {
    kind: 'read',
    permission: 'issue.readBoard',
    input: z.strictObject({ compoundId: z.optional(idSchema), cursor: z.optional(cursorSchema) }),
    output: z.strictObject({
      issues: z.array(publicSchema),
      compounds: z.array(z.strictObject({ id: idSchema, name: z.string(), open: z.int(), solved: z.int() })),
      next: z.optional(cursorSchema),
    }),
    problems: [],
  },
  /** One released issue with its steps and the pictures that somebody has seen. */
  readReleased: {
    kind: 'read',
    permission: 'issue.readBoard',
    input: z.strictObject({ issueId: idSchema }),
    output: z.strictObject({
      ...releasedFacts,
      /** Words are empty until they are released. */
      milestones: z.array(reachedSchema),
      /** Without notes: what was written is between the reporter and who handles it. */
      history: z.array(publicStepSchema),
      shownPictures: z.array(z.string()),
    }),
    problems: ['NOT_FOUND'],
  },
  /** The desk's list of one stage within reach, the most urgent first; `overdue` shows those whose day has passed. */
  list: {
    kind: 'read',
    permission: 'issue.list',
    input: z.strictObject({
      stage: z.enum([...ISSUE_STAGES, 'overdue']),
      /** One aspect alone. */
      aspect: z.optional(aspectSchema),
      cursor: z.optional(cursorSchema),
    }),
    output: z.strictObject({
      issues: z.array(deskSchema),
      next: z.optional(cursorSchema),
      /** With the first page of what is overdue: who is late with how many, over all of them, the most first. */
      departments: z.optional(z.array(z.strictObject({ name: z.string(), count: z.int() }))),
    }),
    problems: [],
  },
  /** What the caller was given and has not answered, the most urgent first. */
  listGiven: {
    kind: 'read',
    permission: 'issue.work',
    input: z.strictObject({}),
    output: z.strictObject({ issues: z.array(deskSchema) }),
    problems: [],
  },
  /** Figures by aspect, as they were recounted last. */
  readLedger: {
    kind: 'read',
    permission: 'issue.list',
    input: z.strictObject({}),
    output: z.strictObject({ counts: countsSchema, asOf: z.int() }),
    problems: [],
  },
  /** One issue whole, for who handles it; the look is recorded. */
  open: {
    kind: 'read',
    permission: 'issue.work',
    input: z.strictObject({ issueId: idSchema }),
    output: openedSchema,
    problems: ['NOT_FOUND'],
  },
  /** Class and aspect; released for the board with those pictures that may be seen, or kept off it. */
  review: {
    kind: 'change',
    permission: 'issue.review',
    input: z.strictObject({
      ...target,
      aspect: aspectSchema,
      board: z.enum(['release', 'keepOff']),
      /** Places of the pictures that show no face and no plate. */
      pictures: z
        .array(z.int().check(z.minimum(0), z.maximum(PICTURES_MAX - 1)))
        .check(z.maxLength(PICTURES_MAX)),
    }),
    output: stateSchema,
    problems: STEP_PROBLEMS,
  },
  /** To one seat, on one of two tracks, by a day that the reporter is told. */
  assign: {
    kind: 'change',
    permission: 'issue.assign',
    input: z.strictObject({
      ...target,
      seatId: idSchema,
      track: z.enum(ISSUE_TRACKS),
      dueOn: daySchema,
      milestones: z.array(milestoneSchema).check(z.maxLength(MILESTONES_MAX)),
    }),
    output: stateSchema,
    problems: [...STEP_PROBLEMS, 'CONTENT_REJECTED'],
  },
  /** Begun, a milestone reached, or answered with what was done. */
  work: {
    kind: 'change',
    permission: 'issue.work',
    input: z.strictObject({
      ...target,
      act: z.enum(['start', 'milestone', 'answer']),
      /** What was done; an answer has words. */
      note: noteSchema,
      milestone: z.optional(z.int().check(z.minimum(0), z.maximum(MILESTONES_MAX - 1))),
    }),
    output: stateSchema,
    problems: [...STEP_PROBLEMS, 'CONTENT_REJECTED'],
  },
  /** The same thing was reported before: its reporter follows the other one from now on. */
  merge: {
    kind: 'change',
    permission: 'issue.merge',
    input: z.strictObject({ ...target, intoId: idSchema }),
    output: stateSchema,
    problems: STEP_PROBLEMS,
  },
  transfer: {
    kind: 'change',
    permission: 'issue.transfer',
    input: z.strictObject({
      ...target,
      to: z.string().check(z.minLength(2), z.maxLength(40)),
      reference: z.string().check(z.minLength(2), z.maxLength(40)),
      reason: reasonSchema,
    }),
    output: stateSchema,
    problems: [...STEP_PROBLEMS, 'CONTENT_REJECTED'],
  },
  decline: {
    kind: 'change',
    permission: 'issue.decline',
    input: z.strictObject({ ...target, reason: reasonSchema }),
    output: stateSchema,
    problems: [...STEP_PROBLEMS, 'CONTENT_REJECTED'],
  },
  /** Another day; the first one stays in the statistics. */
  extend: {
    kind: 'change',
    permission: 'issue.extend',
    input: z.strictObject({ ...target, dueOn: daySchema, reason: reasonSchema }),
    output: stateSchema,
    problems: [...STEP_PROBLEMS, 'CONTENT_REJECTED'],
  },
  /** 解决了: by the reporter, with one to five stars. */
  confirm: {
    kind: 'change',
    permission: 'issue.confirm',
    input: z.strictObject({ ...target, rating: z.int().check(z.minimum(1), z.maximum(5)), note: noteSchema }),
    output: stateSchema,
    problems: [...STEP_PROBLEMS, 'CONTENT_REJECTED'],
  },
  /** 没有: back to the desk with all that was said. */
  reopen: {
    kind: 'change',
    permission: 'issue.reopen',
    input: z.strictObject({ ...target, note: noteSchema }),
    output: stateSchema,
    problems: [...STEP_PROBLEMS, 'CONTENT_REJECTED'],
  },
  /** For a reporter without an account, after asking back by phone. */
  close: {
    kind: 'change',
    permission: 'issue.close',
    input: z.strictObject({ ...target, isSolved: z.boolean(), reason: reasonSchema }),
    output: stateSchema,
    problems: [...STEP_PROBLEMS, 'CONTENT_REJECTED'],
  },
  /** The number of a reporter without an account, to ask back. */
  revealPhone: {
    kind: 'reveal',
    permission: 'issue.close',
    input: z.strictObject({ issueId: idSchema, reason: reasonSchema }),
    output: z.strictObject({ phone: z.string() }),
    problems: ['NOT_FOUND'],
  },
  /** Off the board and out of sight, with a reason; it stays in every count. */
  hide: {
    kind: 'change',
    permission: 'issue.hide',
    input: z.strictObject({ ...target, reason: reasonSchema }),
    output: stateSchema,
    problems: ['NOT_FOUND', 'STALE_VERSION', 'WRONG_STATE', 'CONTENT_REJECTED'],
  },
});
