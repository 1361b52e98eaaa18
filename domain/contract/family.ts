import { defineContract } from './define';
import * as z from '../kernel/zod';
import { idSchema } from '../kernel/identifier';
import { plateSchema } from '../census/door';
import { helperSchema, householdFormSchema } from '../census/household-form';
import { memberDraftSchema } from '../census/member';
import { receiptSchema } from '../census/waiting-form';
import { campaignSchema } from './session';

/** 128 random bits in base32, made on the phone that sends the invitation; the cloud keeps a keyed digest of it alone. */
const tokenSchema = z.string().check(z.regex(/^[0-9a-z]{26}$/));

/** A form that is being filled: everything may still be missing. */
const answersSchema = z.strictObject({
  ...z.partial(householdFormSchema).shape,
  members: z.optional(
    z
      .array(
        z.strictObject({
          ...z.partial(memberDraftSchema).shape,
          key: memberDraftSchema.shape.key,
        }),
      )
      .check(z.maxLength(60)),
  ),
  helper: z.optional(z.partial(helperSchema)),
});

const draftSchema = z.strictObject({
  answers: answersSchema,
  /** Id of the question that stood on the screen; '' is the first. */
  question: z.string().check(z.maxLength(60)),
});

const consentSchema = z.strictObject({
  given: z.boolean(),
  noticeVersion: z.string().check(z.maxLength(20)),
});

/** How far the own filling has come. */
const ownSchema = z.strictObject({
  plate: plateSchema,
  doorId: idSchema,
  stage: z.enum(['filling', 'sent', 'locked', 'confirmed', 'returned']),
  /** Filled at the door on the household's word, and not for a family far away. */
  isAloud: z.optional(z.literal(true)),
  noticeVersion: z.string(),
  draftVersion: z.int(),
  draft: z.optional(draftSchema),
  spokenCode: z.optional(z.string()),
  receipt: z.optional(receiptSchema),
});

export const familyContract = defineContract({
  /**
   * A private invitation to fill for one door: for one account, once, to be opened within a day. With `aloud` it is the
   * issuer's own from the start: somebody of the street fills on a household's word, after reading the notice to it, and has
   * a quarter of an hour.
   */
  mintInvitation: {
    kind: 'change',
    permission: 'link.mint',
    input: z.strictObject({
      doorId: idSchema,
      token: tokenSchema,
      aloud: z.optional(z.strictObject({ consent: consentSchema })),
    }),
    output: z.strictObject({
      plate: plateSchema,
      expiresAt: z.int(),
      /** Of the issuer's own. */
      invitationId: z.optional(idSchema),
    }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'PURPOSE_CLOSED', 'CONSENT_REQUIRED'],
  },
  /**
   * What an invitation is to the caller: open, the own one, or a plain way to the door's blank form, with a ticket. It does
   * not say whether somebody else has it or its day is over.
   */
  openInvitation: {
    kind: 'read',
    permission: 'link.open',
    input: z.strictObject({ token: tokenSchema }),
    output: z.strictObject({
      verdict: z.enum(['open', 'mine', 'plain']),
      plate: plateSchema,
      doorId: idSchema,
      invitationId: z.optional(idSchema),
      ticket: z.optional(z.string()),
      /** Of the own one: the draft or the code, so that a page opens with one call. */
      own: z.optional(ownSchema),
      campaign: campaignSchema,
    }),
    problems: ['NOT_FOUND'],
  },
  /** Binds the invitation to the caller, who agrees that answers are kept on the way; anybody later gets the plain way. */
  acceptInvitation: {
    kind: 'change',
    permission: 'household.acceptInvite',
    input: z.strictObject({
      token: tokenSchema,
      consent: consentSchema,
    }),
    output: z.strictObject({
      verdict: z.enum(['mine', 'plain']),
      invitationId: z.optional(idSchema),
      ticket: z.optional(z.string()),
    }),
    problems: ['NOT_FOUND', 'CONSENT_REQUIRED', 'PURPOSE_CLOSED'],
  },
  /** How far the caller's own filling has come: the draft, or once it is sent the code to say at the door. */
  readInvitation: {
    kind: 'read',
    permission: 'draft.read',
    input: z.strictObject({ invitationId: idSchema }),
    output: ownSchema,
    problems: ['NOT_FOUND'],
  },
  /** Keeps the draft, sealed under the invitation. `baseVersion` is the one that the phone last saw. */
  saveDraft: {
    kind: 'change',
    permission: 'draft.save',
    input: z.strictObject({ invitationId: idSchema, baseVersion: z.int(), draft: draftSchema }),
    output: z.strictObject({ version: z.int() }),
    problems: ['NOT_FOUND', 'STALE_VERSION', 'WRONG_STATE', 'PURPOSE_CLOSED'],
  },
  /** Takes the draft out of the cloud; the invitation stays the caller's. */
  deleteDraft: {
    kind: 'change',
    permission: 'draft.delete',
    input: z.strictObject({ invitationId: idSchema }),
    output: z.strictObject({ version: z.int() }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
});
