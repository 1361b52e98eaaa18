import { defineContract } from './define';
import * as z from '../kernel/zod';
import { cursorSchema, daySchema, idSchema } from '../kernel/identifier';
import {
  ALONE_YUAN_MAX,
  GIVE_BACK_REASONS,
  TEXT_LENGTH_MAX,
  TEXT_LENGTH_MIN,
  THANKS,
  WISH_KINDS,
  WISH_SIDES,
} from '../wish/wish';
import { WISH_STATES } from '../wish/wish-state';
import {
  DESK_SHOWS,
  daysSchema,
  deskWishSchema,
  keptWishSchema,
  ownWishSchema,
  privateInput,
  publicWishSchema,
  reasonSchema,
  thanksSchema,
  verdictSchema,
  wholeWishSchema,
  wishContactSchema,
  statsSchema,
} from './wish-views';

const textSchema = z.string().check(z.trim(), z.minLength(TEXT_LENGTH_MIN), z.maxLength(TEXT_LENGTH_MAX));
const storySchema = z.string().check(z.trim(), z.minLength(TEXT_LENGTH_MIN), z.maxLength(300));
const stateSchema = z.enum(WISH_STATES);
const which = { wishId: idSchema, version: z.int() };
const thanks = z.optional(z.enum(THANKS));
const moved = z.strictObject({ state: stateSchema, version: z.int() });
const PROBLEMS = ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'] as const;

export const wishContract = defineContract({
  /** A resident's own wish. `from: registration` uses name and phone of the own household as it registered, where it says so. */
  create: {
    kind: 'change',
    permission: 'wish.create',
    input: z.strictObject({
      text: textSchema,
      contact: z.discriminatedUnion('from', [
        z.strictObject({ from: z.literal('registration') }),
        z.strictObject({ from: z.literal('typed'), name: privateInput.name, phone: privateInput.phone }),
      ]),
      note: privateInput.note,
      isAlone: privateInput.isAlone,
      isAnother: z.optional(z.boolean()),
    }),
    output: keptWishSchema,
    problems: ['NOT_FOUND', 'CONTENT_REJECTED'],
  },
  /** For somebody without a phone, by building head, worker or community; the helper says that the person agrees. */
  createFor: {
    kind: 'change',
    permission: 'wish.createFor',
    input: z.strictObject({
      doorId: idSchema,
      text: textSchema,
      ...privateInput,
      agrees: z.boolean(),
      isAnother: z.optional(z.boolean()),
    }),
    output: keptWishSchema,
    problems: ['NOT_FOUND', 'CONSENT_REQUIRED', 'CONTENT_REJECTED'],
  },
  /** A wish that came back, in other words. */
  resend: {
    kind: 'change',
    permission: 'wish.editOwn',
    input: z.strictObject({ ...which, text: textSchema }),
    output: moved,
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION', 'CONTENT_REJECTED'],
  },
  /** The board: unclaimed wishes, the oldest on top; or wishes that were met, the newest first. */
  listPublished: {
    kind: 'read',
    permission: 'wish.readPublished',
    input: z.strictObject({
      view: z.enum(['open', 'met']),
      kind: z.optional(z.enum(WISH_KINDS)),
      compoundId: z.optional(idSchema),
      /** Of a volunteer: the compounds where they would help, as long as something hangs there. */
      near: z.optional(z.boolean()),
      cursor: z.optional(cursorSchema),
    }),
    /** isNear: these are of those compounds alone. */
    output: z.strictObject({
      wishes: z.array(publicWishSchema),
      isNear: z.boolean(),
      next: z.optional(cursorSchema),
    }),
    problems: [],
  },
  /** Volunteers who were thanked and let their masked name stand for it, the newest first; nobody is ranked. */
  listThanks: {
    kind: 'read',
    permission: 'wish.readPublished',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ thanks: z.array(thanksSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  readPublished: {
    kind: 'read',
    permission: 'wish.readPublished',
    input: z.strictObject({ wishId: idSchema }),
    /** isOwn: the caller made it, and is not asked to help with it. */
    output: z.strictObject({ ...publicWishSchema.shape, isOwn: z.boolean() }),
    problems: ['NOT_FOUND'],
  },
  /** What the caller made, or has claimed as a volunteer, newest first. */
  listOwn: {
    kind: 'read',
    permission: 'wish.readOwn',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ wishes: z.array(ownWishSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** What waits for the community, longest first; or what hangs on the board, or is in hand, the oldest first. */
  listDesk: {
    kind: 'read',
    permission: 'wish.queue',
    input: z.strictObject({ show: z.optional(z.enum(DESK_SHOWS)), cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ wishes: z.array(deskWishSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** One wish whole, with its private part; the look is recorded. */
  readDesk: {
    kind: 'read',
    permission: 'wish.queue',
    input: z.strictObject({ wishId: idSchema }),
    output: wholeWishSchema,
    problems: ['NOT_FOUND'],
  },
  /** A person has asked the beneficiary: the need is real and they agree. `notMoney` overrules the rule on cash and loans. */
  review: {
    kind: 'change',
    permission: 'wish.review',
    input: z.strictObject({
      ...which,
      verdict: verdictSchema,
    }),
    output: moved,
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION', 'CONSENT_REQUIRED', 'CONTENT_REJECTED'],
  },
  /** One winner; to the others `details.next` names the wish that has waited longest, and `details.words` its first words. */
  claim: {
    kind: 'change',
    permission: 'wish.claim',
    input: z.strictObject({ wishId: idSchema }),
    output: moved,
    problems: ['NOT_FOUND', 'ALREADY_CLAIMED', 'WRONG_STATE'],
  },
  /** By the leader, for a wish that costs more than one person is asked for. The shares make up the limit. */
  claimTeam: {
    kind: 'change',
    permission: 'wish.claimTeam',
    input: z.strictObject({
      wishId: idSchema,
      teamId: idSchema,
      shares: z
        .array(
          z.strictObject({
            userId: idSchema,
            yuan: z.int().check(z.minimum(0), z.maximum(ALONE_YUAN_MAX)),
          }),
        )
        .check(z.minLength(1), z.maxLength(20)),
    }),
    output: moved,
    problems: ['NOT_FOUND', 'ALREADY_CLAIMED', 'WRONG_STATE'],
  },
  /** The claimant cannot, or the community takes the wish back from somebody who does not answer. */
  giveBack: {
    kind: 'change',
    permission: 'wish.release',
    input: z.strictObject({ ...which, reason: z.enum(GIVE_BACK_REASONS) }),
    output: moved,
    problems: PROBLEMS,
  },
  /** Whom to ring and where to go: for the winner alone, from the claim until seven days after the end. Each look is kept and shown. */
  contact: {
    kind: 'reveal',
    permission: 'wish.contact',
    input: z.strictObject({ wishId: idSchema, reason: reasonSchema }),
    output: wishContactSchema,
    problems: ['NOT_FOUND', 'EXPIRED'],
  },
  /** The number of either side for the office, to ring both: as long as the two may ring each other, and for nobody of the own home. */
  revealPhone: {
    kind: 'reveal',
    permission: 'wish.revealPhone',
    input: z.strictObject({ wishId: idSchema, side: z.enum(WISH_SIDES), reason: reasonSchema }),
    output: z.strictObject({ phone: z.string() }),
    problems: ['NOT_FOUND'],
  },
  /** A new due day; `notReceived` sends a wish that was reported as met back to its volunteer, on the beneficiary's word. */
  extend: {
    kind: 'change',
    permission: 'wish.extend',
    input: z.strictObject({ ...which, days: daysSchema, notReceived: z.optional(z.boolean()) }),
    output: moved,
    problems: PROBLEMS,
  },
  /** What is said beyond what may count of a wish is cut; the own wishes show what is left. */
  fulfil: {
    kind: 'change',
    permission: 'wish.fulfil',
    input: z.strictObject({ ...which, minutes: z.int().check(z.minimum(5), z.maximum(999)) }),
    output: moved,
    problems: PROBLEMS,
  },
  confirm: {
    kind: 'change',
    permission: 'wish.confirm',
    input: z.strictObject({
      ...which,
      word: z.enum(['received', 'notReceived']),
      thanks,
    }),
    output: moved,
    problems: PROBLEMS,
  },
  /** The four digits of the paper slip, said to the volunteer. A wrong one is counted; the third locks. */
  confirmByCode: {
    kind: 'change',
    permission: 'wish.confirmByCode',
    input: z.strictObject({
      wishId: idSchema,
      code: z.string().check(z.regex(/^\d{4}$/)),
      thanks,
    }),
    output: z.strictObject({
      outcome: z.enum(['confirmed', 'wrongCode', 'locked']),
      triesLeft: z.int(),
    }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** Without the beneficiary: one proposes with a reason, another one agrees with theirs within a day. */
  close: {
    kind: 'change',
    permission: 'wish.close',
    input: z.strictObject({ ...which, reason: reasonSchema }),
    output: moved,
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION', 'APPROVAL_REQUIRED'],
  },
  /** Taken back by who made it: everybody concerned is told, and the private part is erased at once. */
  withdraw: {
    kind: 'change',
    permission: 'wish.withdraw',
    input: z.strictObject(which),
    output: moved,
    problems: PROBLEMS,
  },
  /** Ended by the community, with a reason; nobody reads it or rings any more. */
  takedown: {
    kind: 'change',
    permission: 'wish.takedown',
    input: z.strictObject({ ...which, reason: reasonSchema }),
    output: moved,
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION', 'REASON_REQUIRED'],
  },
  /** How it went, by beneficiary or volunteer; it waits for a release, and is shown only with the beneficiary's yes. */
  createStory: {
    kind: 'change',
    permission: 'wish.createStory',
    input: z.strictObject({ wishId: idSchema, text: storySchema }),
    output: moved,
    problems: ['NOT_FOUND', 'WRONG_STATE', 'CONTENT_REJECTED'],
  },
  /** The beneficiary's yes, to the words that were read and no others, or no; a no takes down one that stands. */
  allowStory: {
    kind: 'change',
    permission: 'wish.allowStory',
    input: z.strictObject({ ...which, allows: z.boolean() }),
    output: moved,
    problems: PROBLEMS,
  },
  /** A consent on paper, of somebody without a phone. */
  recordStoryConsent: {
    kind: 'change',
    permission: 'wish.review',
    input: z.strictObject({ wishId: idSchema, signedOn: daySchema }),
    output: moved,
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** Figures of the street's wishes, recounted from their records. */
  readStats: {
    kind: 'read',
    permission: 'wish.stats',
    input: z.strictObject({}),
    output: statsSchema,
    problems: [],
  },
});
