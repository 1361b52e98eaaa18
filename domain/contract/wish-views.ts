/** A wish as everybody, its own people and the office see it. */
import * as z from '../kernel/zod';
import { daySchema, idSchema } from '../kernel/identifier';
import { plateSchema } from '../census/door';
import { DUE_DAYS_MAX, ESCORTS, LIMIT_YUAN_MAX, THANKS, WISH_KINDS } from '../wish/wish';
import { WISH_STATES } from '../wish/wish-state';

const stateSchema = z.enum(WISH_STATES);

/** What everybody may read: released words, kind and compound; nobody's name, building or condition. */
export const publicWishSchema = z.strictObject({
  id: idSchema,
  text: z.string(),
  kind: z.enum(WISH_KINDS),
  compoundId: idSchema,
  compound: z.string(),
  state: stateSchema,
  publishedOn: daySchema,
  dueOn: daySchema,
  limitYuan: z.optional(z.int()),
  /** More than one volunteer is asked for: a team shares. */
  needsTeam: z.boolean(),
  story: z.optional(z.string()),
});
export type PublicWish = z.output<typeof publicWishSchema>;

/** Words of thanks, to whom, and for what kind of wish; nothing of who said them. */
export const thanksSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  thanks: z.enum(THANKS),
  kind: z.enum(WISH_KINDS),
  on: daySchema,
});
export type ThanksLine = z.output<typeof thanksSchema>;

export const ownWishSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  text: z.string(),
  state: stateSchema,
  kind: z.optional(z.enum(WISH_KINDS)),
  compound: z.string(),
  madeOn: daySchema,
  dueOn: z.optional(daySchema),
  limitYuan: z.optional(z.int()),
  /** The four digits, for who made the wish and from its release to its end. */
  code: z.optional(z.string()),
  /** Whoever made the wish did so for themselves and confirms by a tap. */
  isMine: z.boolean(),
  /** What the community said when it sent the wish back. */
  reason: z.optional(z.string()),
  /** After the volunteer said that it is done, the other side said that nothing came. */
  isNotReceived: z.optional(z.boolean()),
  /** Three wrong codes: only the community can confirm it now. */
  isCodeLocked: z.optional(z.boolean()),
  /** Days on which a volunteer looked at whom to ring. */
  looks: z.array(daySchema),
  /** Rounds that ended without success, with the word that was given. */
  rounds: z.array(
    z.strictObject({ on: daySchema, how: z.enum(['givenBack', 'lapsed', 'takenBack']), reason: z.string() }),
  ),
  minutes: z.optional(z.int()),
  thanks: z.optional(z.enum(THANKS)),
  /** True until the contact is gone: the winner may still look. */
  hasContact: z.boolean(),
  story: z.enum(['none', 'waiting', 'asked', 'shown']),
  /** What the beneficiary is asked to agree to. */
  storyText: z.optional(z.string()),
});
export type OwnWish = z.output<typeof ownWishSchema>;

/** What the office looks at: what waits for it, what hangs on the board, what somebody has in hand. */
export const DESK_SHOWS = ['waiting', 'open', 'inHand'] as const;
export type DeskShow = (typeof DESK_SHOWS)[number];

export const deskWishSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  /** Why it waits; '' for one that was opened by its id and waits for nothing. */
  reason: z.enum(['review', 'done', 'notReceived', 'closing', '']),
  state: stateSchema,
  text: z.string(),
  compound: z.string(),
  on: daySchema,
  /** By when it is hoped for; absent before its release. */
  dueOn: z.optional(daySchema),
  /** When whoever has it did something last; absent while nobody has it. */
  actOn: z.optional(daySchema),
  isMoney: z.boolean(),
  /** Three wrong codes: it is closed by two of the office, or by the beneficiary's own tap. */
  isCodeLocked: z.boolean(),
  /** A colleague proposed to close it, and the caller may agree. */
  mayAgree: z.boolean(),
  /** Of the own home, or made by the caller: others decide it. */
  isOwn: z.boolean(),
});
export type DeskWish = z.output<typeof deskWishSchema>;

/** One wish on the desk with its private part; the number is masked. */
export const wholeWishSchema = z.strictObject({
  ...deskWishSchema.shape,
  plate: plateSchema,
  isHelped: z.boolean(),
  name: z.string(),
  phone: z.string(),
  note: z.string(),
  isAlone: z.boolean(),
  /** What the machine said of the words. */
  check: z.string(),
  /** The masked name of who has it in hand; '' while nobody has. */
  claimant: z.string(),
  /** What whoever has it says that it took: whoever closes it grants them. */
  minutes: z.optional(z.int()),
  rounds: z.int(),
  /** Why a colleague, or the caller, proposed to close it, as long as that waits for another one's yes. */
  closingReason: z.optional(z.string()),
});
export type WholeWish = z.output<typeof wholeWishSchema>;

/** kept: it waits for a person of the community · similar: the same home has one that says nearly the same. */
export const keptWishSchema = z.strictObject({
  outcome: z.enum(['kept', 'similar']),
  wishId: idSchema,
  /** Of a similar one that the caller may read. */
  text: z.optional(z.string()),
});

/** Whom to ring and where to go, for the winner; no door and no note where it goes over the community's desk. */
export const wishContactSchema = z.strictObject({
  name: z.string(),
  plate: plateSchema,
  note: z.string(),
  /** As it is shown; `dial` is what the phone rings, a relay's number where the street has one. */
  phone: z.string(),
  dial: z.string(),
  escort: z.enum(ESCORTS),
  until: z.optional(daySchema),
});

/** The private part: whom to ring, and what only the volunteer needs to know. */
export const privateInput = {
  name: z.string().check(z.maxLength(20)),
  phone: z.string().check(z.maxLength(24)),
  note: z.optional(z.string().check(z.maxLength(100))),
  /** Nobody else lives there: the first delivery is not made by a stranger alone. Never public. */
  isAlone: z.optional(z.boolean()),
};

/** What everybody may read of the street's wishes, as the last hour counted them. */
export const statsSchema = z.strictObject({
  collected: z.int(),
  published: z.int(),
  claimed: z.int(),
  met: z.int(),
  /** Days from release to confirmation; absent where none was met. */
  medianDays: z.optional(z.int()),
  /** With an open wish, those with most of them on top; for a volunteer, where they may claim. */
  compounds: z.array(z.strictObject({ compoundId: idSchema, compound: z.string() })),
  asOf: z.int(),
});

export const reasonSchema = z.string().check(z.maxLength(100));
export const daysSchema = z.int().check(z.minimum(1), z.maximum(DUE_DAYS_MAX));

/** What the office says of a wish that waits. */
export const verdictSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('release'),
    needSeen: z.boolean(),
    agreed: z.boolean(),
    kind: z.enum(WISH_KINDS),
    limitYuan: z.optional(z.int().check(z.minimum(1), z.maximum(LIMIT_YUAN_MAX))),
    dueDays: daysSchema,
    escort: z.enum(ESCORTS),
    notMoney: z.optional(z.boolean()),
  }),
  z.strictObject({ is: z.literal('return'), reason: reasonSchema }),
]);
