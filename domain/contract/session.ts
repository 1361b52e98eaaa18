import { defineContract } from './define';
import * as z from '../kernel/zod';
import { daySchema, idSchema } from '../kernel/identifier';
import { ID_NUMBER_MODES } from '../census/codes';
import { ROLES } from '../identity/role';

/** What every page may say about the campaign; public. `isOpen` false closes forms, not the rest. */
export const campaignSchema = z.strictObject({
  officeName: z.string(),
  streetName: z.string(),
  publicPhone: z.string(),
  protectionOfficer: z.string(),
  isOpen: z.boolean(),
  opensOn: daySchema,
  closesOn: daySchema,
  noticeVersion: z.string(),
  formVersion: z.string(),
  idNumberMode: z.enum(ID_NUMBER_MODES),
  allowTestNumbers: z.boolean(),
});
export type Campaign = z.output<typeof campaignSchema>;

/** One seat of the caller. `label` is the door's plate for a resident, the territory's name for staff. */
const seatSchema = z.strictObject({
  id: idSchema,
  role: z.enum(ROLES),
  label: z.string(),
  householdId: z.optional(idSchema),
  buildingId: z.optional(idSchema),
  endsOn: daySchema,
  /** Day on which the practice quiz was passed in this seat. */
  practicePassedOn: z.optional(daySchema),
});
export type Seat = z.output<typeof seatSchema>;

export const sessionContract = defineContract({
  /** The first call of a start: campaign, the caller's seats, how many messages are unread (a hundred at most). */
  whoami: {
    kind: 'read',
    permission: 'session.whoami',
    input: z.strictObject({}),
    output: z.strictObject({
      campaign: campaignSchema,
      seats: z.array(seatSchema),
      unread: z.int(),
      now: z.int(),
    }),
    problems: [],
  },
});
