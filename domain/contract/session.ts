import { defineContract } from './define';
import * as z from '../kernel/zod';
import { daySchema, idSchema } from '../kernel/identifier';
import { ID_NUMBER_MODES } from '../census/codes';
import { ROLES } from '../identity/role';
import { PLEDGE_VERSION } from '../identity/pledge';
import { APPOINTED_ROLES, DUTIES } from '../identity/seat';

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
  duty: z.optional(z.enum(DUTIES)),
  label: z.string(),
  householdId: z.optional(idSchema),
  buildingId: z.optional(idSchema),
  endsOn: daySchema,
  /** Day on which the practice quiz was passed in this seat. */
  practicePassedOn: z.optional(daySchema),
  /** What its holder has still to do before the seat can work. */
  lacks: z.optional(z.enum(['pledge', 'device'])),
  /** True where calls come from a bound phone and a fresh PIN. */
  asksPin: z.optional(z.boolean()),
});
export type Seat = z.output<typeof seatSchema>;

/** 130 bits in base32: a private link, or what names one phone. */
const tokenSchema = z.string().check(z.regex(/^[0-9a-z]{26}$/));
const pinSchema = z.string().check(z.regex(/^\d{6}$/));

const pinVerdictSchema = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('right'), ticket: z.string() }),
  z.strictObject({ verdict: z.literal('wrong'), left: z.int() }),
  z.strictObject({ verdict: z.literal('locked'), until: z.int() }),
]);
export type PinVerdict = z.output<typeof pinVerdictSchema>;

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
  /** What is offered by a private link, before it is taken. */
  readOffer: {
    kind: 'read',
    permission: 'session.acceptInvite',
    input: z.strictObject({ token: tokenSchema }),
    output: z.strictObject({
      role: z.enum(APPOINTED_ROLES),
      duty: z.optional(z.enum(DUTIES)),
      label: z.string(),
      endsOn: daySchema,
      expiresAt: z.int(),
    }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'EXPIRED'],
  },
  /** Takes the offered seat. The pledge is unsigned, no phone is bound. */
  takeOffer: {
    kind: 'change',
    permission: 'session.acceptInvite',
    input: z.strictObject({ token: tokenSchema }),
    output: z.strictObject({ seatId: idSchema }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'EXPIRED'],
  },
  /** Signs the confidentiality pledge for the acting seat. */
  signPledge: {
    kind: 'change',
    permission: 'pledge.sign',
    input: z.strictObject({ version: z.literal(PLEDGE_VERSION) }),
    output: z.strictObject({ signedOn: daySchema }),
    problems: ['WRONG_STATE'],
  },
  /** Binds this phone to the acting seat. The first one sets the PIN, a further one must know it. */
  bindDevice: {
    kind: 'reveal',
    permission: 'device.bind',
    input: z.strictObject({ device: tokenSchema, pin: pinSchema, label: z.string().check(z.maxLength(30)) }),
    output: pinVerdictSchema,
    problems: ['WRONG_STATE'],
  },
  /** Answers a right PIN with a ticket that dies fifteen minutes after its last use. Five wrong ones lock it for half an hour. */
  verifyPin: {
    kind: 'reveal',
    permission: 'session.verifyPin',
    input: z.strictObject({ device: tokenSchema, pin: pinSchema }),
    output: pinVerdictSchema,
    problems: ['WRONG_STATE'],
  },
  /** Phones bound to the acting seat; `device` is the asking phone's own key, so that it is told apart from the others. */
  listDevices: {
    kind: 'read',
    permission: 'device.list',
    input: z.strictObject({ device: z.optional(tokenSchema) }),
    output: z.strictObject({
      devices: z.array(
        z.strictObject({
          id: idSchema,
          label: z.string(),
          boundOn: daySchema,
          /** Day on which its PIN was last typed, which nobody gets around who works. */
          usedOn: daySchema,
          isThis: z.boolean(),
        }),
      ),
    }),
    problems: [],
  },
  /** Ends a phone's right to act in this seat, on the next change and within a minute for what is read. */
  revokeDevice: {
    kind: 'change',
    permission: 'device.revoke',
    input: z.strictObject({ deviceId: idSchema }),
    output: z.strictObject({ left: z.int() }),
    problems: ['NOT_FOUND'],
  },
});
