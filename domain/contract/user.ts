import { defineContract } from './define';
import * as z from '../kernel/zod';
import { cursorSchema, daySchema, idSchema } from '../kernel/identifier';
import { plateSchema } from '../census/door';
import { APPOINTED_ROLES, DUTIES, SEAT_DAYS_MAX } from '../identity/seat';

const roleSchema = z.enum(APPOINTED_ROLES);
const dutySchema = z.enum(DUTIES);
const commentSchema = z.string().check(z.maxLength(60));

/** One seat of somebody who works; the name is masked. `lacks`: what its holder has still to do. */
const personSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  role: roleSchema,
  duty: z.optional(dutySchema),
  label: z.string(),
  name: z.string(),
  endsOn: daySchema,
  state: z.enum(['active', 'over', 'suspended']),
  lacks: z.optional(z.enum(['pledge', 'device'])),
  /** Nobody decides about the own seat. */
  isOwn: z.boolean(),
});
export type Person = z.output<typeof personSchema>;

/** A seat that was offered and is not taken yet. `asked`: it waits for another administrator of the street. */
const offerSchema = z.strictObject({
  id: idSchema,
  role: roleSchema,
  label: z.string(),
  name: z.string(),
  state: z.enum(['asked', 'open']),
  expiresAt: z.int(),
  isOwn: z.boolean(),
});
export type Offer = z.output<typeof offerSchema>;

/** A volunteer who had a unit; the name is masked, and '' where none is kept. */
const formerSchema = z.strictObject({ name: z.string(), since: z.optional(daySchema), until: daySchema });

/** A unit and the volunteer who has it, and the last ones who had it before, the last one first. */
const unitSchema = z.strictObject({
  id: idSchema,
  label: z.string(),
  doors: z.int(),
  left: z.int(),
  seatId: z.optional(idSchema),
  name: z.optional(z.string()),
  formers: z.optional(z.array(formerSchema)),
});
export type GivenUnit = z.output<typeof unitSchema>;

const movedSchema = z.strictObject({
  units: z.int(),
  tasks: z.int(),
  /** Units and tasks beyond one call's worth; the same act again takes them on. */
  left: z.int(),
});

export const userContract = defineContract({
  /** Seats of one role within reach, the one that lasts longest first, and on the first page what was offered. */
  listPeople: {
    kind: 'read',
    permission: 'user.list',
    input: z.strictObject({ role: roleSchema, cursor: z.optional(cursorSchema) }),
    output: z.strictObject({
      people: z.array(personSchema),
      offers: z.array(offerSchema),
      next: z.optional(cursorSchema),
    }),
    problems: [],
  },
  /**
   * Offers a seat to somebody: role, places, perhaps a duty, and for how long. A seat of community, street
   * or audit waits for another administrator of the street.
   */
  offerSeat: {
    kind: 'change',
    permission: 'user.invite',
    input: z.strictObject({
      role: roleSchema,
      duty: z.optional(dutySchema),
      name: z.string().check(z.maxLength(40)),
      areaIds: z.array(idSchema).check(z.maxLength(10)),
      /** How long it lasts; 90 days unless said. */
      days: z.optional(z.int().check(z.minimum(1), z.maximum(SEAT_DAYS_MAX))),
    }),
    output: z.strictObject({ offerId: idSchema, state: z.enum(['asked', 'open']) }),
    problems: ['NOT_FOUND'],
  },
  /** The second person's word about a seat of community, street or audit. */
  decideOffer: {
    kind: 'change',
    permission: 'user.assignAdmin',
    input: z.strictObject({ offerId: idSchema, verdict: z.enum(['approve', 'refuse']) }),
    output: z.strictObject({ state: z.enum(['open', 'void']) }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** The private link of an offered seat, for who offered it: single use, dead after 24 hours. */
  showOffer: {
    kind: 'reveal',
    permission: 'user.invite',
    input: z.strictObject({ offerId: idSchema }),
    output: z.strictObject({ token: z.string(), expiresAt: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'EXPIRED'],
  },
  /** Takes an offer back before somebody took it. */
  withdrawOffer: {
    kind: 'change',
    permission: 'user.invite',
    input: z.strictObject({ offerId: idSchema }),
    output: z.strictObject({ state: z.literal('void') }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /**
   * Stops a seat at once. What its holder had goes to `toSeatId`, else back to whoever has the grid. Again on a stopped seat: it
   * takes on what is left.
   */
  suspendSeat: {
    kind: 'change',
    permission: 'user.suspend',
    input: z.strictObject({
      seatId: idSchema,
      toSeatId: z.optional(idSchema),
      reason: z.optional(commentSchema),
    }),
    output: movedSchema,
    problems: ['NOT_FOUND', 'WRONG_STATE', 'CONTENT_REJECTED'],
  },
  /** Units and open tasks of one seat go to another one; both holders are told. */
  handOver: {
    kind: 'change',
    permission: 'user.handover',
    input: z.strictObject({ seatId: idSchema, toSeatId: idSchema, comment: z.optional(commentSchema) }),
    output: movedSchema,
    problems: ['NOT_FOUND', 'WRONG_STATE', 'CONTENT_REJECTED'],
  },
  /** Units of a building with the volunteer who has each, and those who had it. */
  listUnits: {
    kind: 'read',
    permission: 'task.assign',
    input: z.strictObject({ buildingId: idSchema }),
    output: z.strictObject({
      plate: plateSchema,
      units: z.array(unitSchema),
      volunteers: z.array(z.strictObject({ seatId: idSchema, name: z.string(), label: z.string() })),
    }),
    problems: ['NOT_FOUND'],
  },
  /** Gives units of one building to a volunteer, or takes them back where no seat is named; with a comment, and all are told. */
  assignUnits: {
    kind: 'change',
    permission: 'task.assign',
    input: z.strictObject({
      buildingId: idSchema,
      unitIds: z.array(idSchema).check(z.minLength(1), z.maxLength(20)),
      toSeatId: z.optional(idSchema),
      comment: z.optional(commentSchema),
    }),
    output: movedSchema,
    problems: ['NOT_FOUND', 'WRONG_STATE', 'CONTENT_REJECTED'],
  },
});
