import { defineContract } from './define';
import * as z from '../kernel/zod';
import { daySchema, idSchema } from '../kernel/identifier';
import { CARD_STATES } from '../building/share-card';
import { plateSchema } from '../census/door';
import { campaignSchema } from './session';

/** What WeChat hands a phone that was opened out of a group: it names the group to a function, and to nobody else. */
const groupCodeSchema = z.string().check(z.minLength(1), z.maxLength(200));

/** A building in two figures, or in none where only a few doors are left; nothing of a door, nothing of a person. */
const cardShape = {
  buildingId: idSchema,
  plate: plateSchema,
  state: z.enum(CARD_STATES),
  counts: z.optional(z.strictObject({ handedIn: z.int(), due: z.int() })),
  asOf: z.int(),
};
const cardSchema = z.strictObject(cardShape);
export type BuildingCard = z.output<typeof cardSchema>;

const openedCardShape = {
  ...cardShape,
  compoundId: idSchema,
  campaign: campaignSchema,
  /** The caller's own door, as its seat calls it; absent for whoever is bound to none. */
  home: z.optional(z.string()),
};
const openedCardSchema = z.strictObject(openedCardShape);
export type OpenedCard = z.output<typeof openedCardSchema>;

const groupSchema = z.strictObject({
  id: idSchema,
  boundOn: daySchema,
  /** People who opened the card out of this group, each counted once; who they are is stored nowhere. */
  reach: z.int(),
});

export const buildingContract = defineContract({
  /** The building's card as it is now, for whoever may send it. */
  shareCard: {
    kind: 'read',
    permission: 'building.shareCard',
    input: z.strictObject({ buildingId: idSchema }),
    output: cardSchema,
    problems: ['NOT_FOUND'],
  },
  /** The same card for everybody who opens it, with the way to the building's doors and, for a resident, the own one. */
  readCard: {
    kind: 'read',
    permission: 'building.readCard',
    input: z.strictObject({ buildingId: idSchema }),
    output: openedCardSchema,
    problems: ['NOT_FOUND'],
  },
  /**
   * The card opened out of a group chat. Where the group is tied to the building one more opener is counted, by a digest
   * that names nobody. `isBound` says whether it is.
   */
  openFromGroup: {
    kind: 'change',
    permission: 'building.readCard',
    input: z.strictObject({ buildingId: idSchema, groupCode: groupCodeSchema }),
    output: z.strictObject({ ...openedCardShape, isBound: z.boolean() }),
    problems: ['NOT_FOUND', 'EXPIRED', 'DEPENDENCY_UNAVAILABLE'],
  },
  /** Ties the group chat that the card was opened out of to the building; once is enough. */
  bindGroup: {
    kind: 'change',
    permission: 'group.bind',
    input: z.strictObject({ buildingId: idSchema, groupCode: groupCodeSchema }),
    output: z.strictObject({ groupId: idSchema }),
    problems: ['NOT_FOUND', 'EXPIRED', 'DEPENDENCY_UNAVAILABLE'],
  },
  unbindGroup: {
    kind: 'change',
    permission: 'group.unbind',
    input: z.strictObject({ groupId: idSchema }),
    output: z.strictObject({ groupId: idSchema }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** The groups tied to a building, by day and reach. */
  readGroups: {
    kind: 'read',
    permission: 'group.read',
    input: z.strictObject({ buildingId: idSchema }),
    output: z.strictObject({ groups: z.array(groupSchema) }),
    problems: ['NOT_FOUND'],
  },
  /** Counts for one polite text to the group; WRONG_STATE within a day of the last one, and at night. */
  remindGroup: {
    kind: 'change',
    permission: 'building.remind',
    input: z.strictObject({ buildingId: idSchema }),
    output: cardSchema,
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /**
   * Reminds one unfilled door through the inbox of those who have one. The answer is the same whether or not anybody has, and
   * whether or not they said that they do not want to be asked. WRONG_STATE says since when, where the last one is less than a day ago.
   */
  remindDoor: {
    kind: 'change',
    permission: 'building.remind',
    input: z.strictObject({ doorId: idSchema }),
    output: z.strictObject({ remindedAt: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** Does somebody live there? `no` and `unsure` send a worker to look and change nothing else. */
  confirmDoor: {
    kind: 'change',
    permission: 'door.confirm',
    input: z.strictObject({ doorId: idSchema, livesHere: z.enum(['yes', 'no', 'unsure']) }),
    output: z.strictObject({ isAsked: z.boolean() }),
    problems: ['NOT_FOUND'],
  },
});
