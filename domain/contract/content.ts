import { defineContract } from './define';
import * as z from '../kernel/zod';
import { cursorSchema, daySchema, idSchema } from '../kernel/identifier';
import { ABUSES, CONTENT_KINDS, CONTENT_LENGTH_MAX } from '../content/content';
import { CHECKS, CONTENT_STATES } from '../content/content-state';

/** What a list says of a text: enough to choose one. */
const rowFacts = {
  id: idSchema,
  version: z.int(),
  kind: z.enum(CONTENT_KINDS),
  subjectId: idSchema,
  state: z.enum(CONTENT_STATES),
  check: z.enum(CHECKS),
  at: z.int(),
  isOwn: z.boolean(),
  /** What people said is wrong with it, each once. */
  abuses: z.array(z.enum(ABUSES)),
};

const queuedSchema = z.strictObject({ ...rowFacts, excerpt: z.string() });
export type QueuedContent = z.output<typeof queuedSchema>;

const readSchema = z.strictObject({
  ...rowFacts,
  text: z.string().check(z.maxLength(CONTENT_LENGTH_MAX)),
  /** Why it was returned or taken down; '' where it was not. */
  reason: z.string(),
  /** Whether the caller may let it out here. */
  mayRelease: z.boolean(),
  /** When and where, of an activity: everybody reads it beside the words. */
  activity: z.optional(
    z.strictObject({ startAt: z.int(), endAt: z.int(), place: z.string(), capacity: z.int() }),
  ),
  /** To whom a notice goes, and until when it hangs. */
  notice: z.optional(z.strictObject({ ground: z.string(), isImportant: z.boolean(), endsOn: daySchema })),
  /** The number of a guide's counter or of an office: no part of the words, and public with them. */
  officePhone: z.optional(z.string()),
  /** Of a story: the yes is there, or whom it is about gives it on the phone, or on paper for want of one. */
  consent: z.optional(z.enum(['given', 'tap', 'paper'])),
});
export type ReadContent = z.output<typeof readSchema>;

const SHOWN = [...CONTENT_STATES, 'reported'] as const;
const reasonSchema = z.string().check(z.maxLength(200));

export const contentContract = defineContract({
  /** Texts of the territory by where they stand: what waits longest first, what is settled newest first. The look is recorded. */
  queue: {
    kind: 'read',
    permission: 'content.queue',
    input: z.strictObject({ show: z.enum(SHOWN), cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ contents: z.array(queuedSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** One text whole, as others see it or would. The look is recorded. */
  readContent: {
    kind: 'read',
    permission: 'content.queue',
    input: z.strictObject({ contentId: idSchema }),
    output: readSchema,
    problems: ['NOT_FOUND'],
  },
  /**
   * Lets a checked text out, asks its author to change it, or keeps one that was reported. Only what the machine passed may be let
   * out by its author; what it did not pass takes a reason. A wish and an issue are let out on their own pages. What was reported
   * is not sent back: its author has nowhere to change it.
   */
  review: {
    kind: 'change',
    permission: 'content.review',
    input: z.strictObject({
      contentId: idSchema,
      version: z.int(),
      verdict: z.enum(['release', 'return', 'keep']),
      reason: z.optional(reasonSchema),
    }),
    output: z.strictObject({ state: z.enum(CONTENT_STATES) }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION', 'CONSENT_REQUIRED'],
  },
  /** Out of sight at once, with a reason for its author. */
  takedown: {
    kind: 'change',
    permission: 'content.takedown',
    input: z.strictObject({ contentId: idSchema, version: z.int(), reason: reasonSchema }),
    output: z.strictObject({ state: z.enum(CONTENT_STATES) }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
  /** Says that something is wrong with a text that everybody sees. A person counts once; nobody learns who it was. */
  reportAbuse: {
    kind: 'change',
    permission: 'content.reportAbuse',
    input: z.strictObject({ kind: z.enum(CONTENT_KINDS), subjectId: idSchema, abuse: z.enum(ABUSES) }),
    output: z.strictObject({}),
    problems: ['NOT_FOUND'],
  },
});
