import { defineContract } from './define';
import { PICTURES_MAX } from '../kernel/picture';
import * as z from '../kernel/zod';
import { cursorSchema, daySchema, idSchema } from '../kernel/identifier';
import { CONDITIONS, TITLE_LENGTH_MAX, TITLE_LENGTH_MIN, WORDS_LENGTH_MAX } from '../gift/gift';
import { GIFT_DESKS, GIFT_STATES } from '../gift/gift-state';
import { CHECKS } from '../content/content-state';

const stateSchema = z.enum(GIFT_STATES);
const reasonSchema = z.string().check(z.maxLength(100));
const which = { giftId: idSchema, version: z.int() };
const moved = z.strictObject({ state: stateSchema, version: z.int() });
const PROBLEMS = ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'] as const;

const thing = {
  id: idSchema,
  title: z.string(),
  words: z.string(),
  condition: z.enum(CONDITIONS),
  /** The community at whose desk it is brought and fetched; nothing nearer of who gives it. */
  community: z.string(),
  state: stateSchema,
  pictures: z.int(),
};

const publicGiftSchema = z.strictObject({ ...thing, shownOn: daySchema });
export type PublicGift = z.output<typeof publicGiftSchema>;

const ownGiftSchema = z.strictObject({
  ...thing,
  version: z.int(),
  madeOn: daySchema,
  isStored: z.boolean(),
  /** The day on which a reserved thing is free again. */
  until: z.optional(daySchema),
  /** The four digits that who reserved it says at the desk. */
  code: z.optional(z.string()),
  /** What the community said when it sent the words back. */
  reason: z.optional(z.string()),
});
export type OwnGift = z.output<typeof ownGiftSchema>;

const deskFacts = {
  ...thing,
  version: z.int(),
  desk: z.enum([...GIFT_DESKS, '']),
  on: daySchema,
  /** Of the own home: others decide it. */
  isOwn: z.boolean(),
};
const deskGiftSchema = z.strictObject(deskFacts);
export type DeskGift = z.output<typeof deskGiftSchema>;

const wholeGiftSchema = z.strictObject({
  ...deskFacts,
  /** What the machine said of the words. */
  check: z.enum(CHECKS),
  /** Of all its pictures, in their order. */
  addresses: z.array(z.string()),
  until: z.optional(daySchema),
  /** What who fetches it has to say. */
  code: z.optional(z.string()),
});

export const giftContract = defineContract({
  /** A thing to give away, of a home or of a volunteer. `again`: one that came back, in other words; its pictures stay. */
  offer: {
    kind: 'change',
    permission: 'gift.create',
    input: z.strictObject({
      title: z.string().check(z.trim(), z.minLength(TITLE_LENGTH_MIN), z.maxLength(TITLE_LENGTH_MAX)),
      words: z.string().check(z.trim(), z.maxLength(WORDS_LENGTH_MAX)),
      condition: z.enum(CONDITIONS),
      again: z.optional(z.strictObject(which)),
    }),
    output: z.strictObject({ giftId: idSchema }),
    problems: [...PROBLEMS, 'CONTENT_REJECTED'],
  },
  /** A picture that the phone has stored, kept without its notes, shown to nobody but the desk until a person has chosen it. */
  addPicture: {
    kind: 'change',
    permission: 'file.upload',
    input: z.strictObject({ giftId: idSchema, fileId: z.string().check(z.maxLength(300)) }),
    output: z.strictObject({ pictures: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** What can be had, the newest first. */
  listShelf: {
    kind: 'read',
    permission: 'gift.read',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ gifts: z.array(publicGiftSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** One thing with the pictures that somebody has seen. */
  readShown: {
    kind: 'read',
    permission: 'gift.read',
    input: z.strictObject({ giftId: idSchema }),
    output: z.strictObject({
      ...publicGiftSchema.shape,
      addresses: z.array(z.string()),
      /** For the caller alone: whether they gave it, or have it reserved. */
      mine: z.enum(['no', 'given', 'held']),
      /** Of what the caller has reserved: whether it lies at the desk, and the day on which it is free again. */
      held: z.optional(z.strictObject({ isStored: z.boolean(), until: daySchema })),
    }),
    problems: ['NOT_FOUND'],
  },
  /** What the caller gave, or has asked for, newest first. */
  listOwn: {
    kind: 'read',
    permission: 'gift.editOwn',
    input: z.strictObject({ view: z.enum(['given', 'taken']), cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ gifts: z.array(ownGiftSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** Who asks first has it, and fetches it at the desk. */
  request: {
    kind: 'change',
    permission: 'gift.request',
    input: z.strictObject({ giftId: idSchema }),
    output: moved,
    problems: ['NOT_FOUND', 'ALREADY_CLAIMED'],
  },
  /** By who reserved it: fetched at the desk, or not wanted any more and free again where it stood. */
  confirm: {
    kind: 'change',
    permission: 'gift.confirm',
    input: z.strictObject({ ...which, word: z.enum(['received', 'notWanted']) }),
    output: moved,
    problems: PROBLEMS,
  },
  /** Taken back by who gave it. */
  withdraw: {
    kind: 'change',
    permission: 'gift.editOwn',
    input: z.strictObject(which),
    output: moved,
    problems: PROBLEMS,
  },
  /** What waits for the community's desk, longest first. */
  listDesk: {
    kind: 'read',
    permission: 'gift.review',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ gifts: z.array(deskGiftSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** One thing whole, with pictures that nobody else sees yet; the look is recorded. */
  readDesk: {
    kind: 'read',
    permission: 'gift.review',
    input: z.strictObject({ giftId: idSchema }),
    output: wholeGiftSchema,
    problems: ['NOT_FOUND'],
  },
  /** On the shelf with those pictures that may be seen, or back to its giver. */
  review: {
    kind: 'change',
    permission: 'gift.review',
    input: z.strictObject({
      ...which,
      verdict: z.discriminatedUnion('is', [
        z.strictObject({
          is: z.literal('release'),
          /** Places of the pictures that show no face and no number. */
          pictures: z
            .array(z.int().check(z.minimum(0), z.maximum(PICTURES_MAX - 1)))
            .check(z.maxLength(PICTURES_MAX)),
        }),
        z.strictObject({ is: z.literal('return'), reason: reasonSchema }),
      ]),
    }),
    output: moved,
    problems: PROBLEMS,
  },
  /** A reserved thing was brought to the desk. */
  takeIn: {
    kind: 'change',
    permission: 'gift.review',
    input: z.strictObject(which),
    output: moved,
    problems: PROBLEMS,
  },
  /** The desk gave it to who reserved it; or, once it is over, back to its giver. */
  handOver: {
    kind: 'change',
    permission: 'gift.review',
    input: z.strictObject(which),
    output: moved,
    problems: PROBLEMS,
  },
  /** Ended by the community, with a reason. */
  takedown: {
    kind: 'change',
    permission: 'gift.review',
    input: z.strictObject({ ...which, reason: reasonSchema }),
    output: moved,
    problems: [...PROBLEMS, 'REASON_REQUIRED'],
  },
});
