import * as z from '../kernel/zod';
import {
  RELATION_CODES,
  USE_STATE_CODES,
  FILL_ROLE_CODES,
  CARE_KINDS,
  VOLUNTEER_CODES,
  REFUSABLE_FIELDS,
} from './codes';
import { daySchema } from '../kernel/identifier';
import { memberDraftSchema } from './member';

/** Who fills for somebody else: the own name, and what that person is to the head. */
export const helperSchema = z.strictObject({
  name: z.string().check(z.maxLength(40)),
  relation: z.literal(RELATION_CODES),
});
export type Helper = z.output<typeof helperSchema>;

/** From whom and since when people rent. The landlord's number is sealed and opens for nobody but by a reveal. */
const tenancyDraftSchema = z.strictObject({
  landlordName: z.string().check(z.maxLength(40)),
  landlordPhone: z.optional(z.string().check(z.maxLength(24))),
  startOn: daySchema,
  endOn: z.optional(daySchema),
  hasContract: z.boolean(),
});
export type TenancyDraft = z.output<typeof tenancyDraftSchema>;

/**
 * The resident's form as it is sent (domain.md §5.1). The schema guards shapes and sizes; what a person can mend is said by
 * `checkForm` in form-rules.ts, field by field. `reasons` answers soft findings by their code.
 */
export const householdFormSchema = z.strictObject({
  useState: z.literal(USE_STATE_CODES),
  fillRole: z.literal(FILL_ROLE_CODES),
  headName: z.optional(z.string().check(z.maxLength(40))),
  /** `owner` names whose phone it is, seen from the head; absent means the filler's own. */
  phone: z.strictObject({
    number: z.string().check(z.maxLength(24)),
    owner: z.optional(z.literal(RELATION_CODES)),
  }),
  liveCount: z.int().check(z.minimum(0), z.maximum(60)),
  hukouOnlyCount: z.int().check(z.minimum(0), z.maximum(20)),
  members: z.array(memberDraftSchema).check(z.maxLength(60)),
  vehicles: z
    .array(z.strictObject({ plate: z.string().check(z.maxLength(12)), propertyMaySee: z.boolean() }))
    .check(z.maxLength(10)),
  care: z.array(z.enum(CARE_KINDS)).check(z.maxLength(CARE_KINDS.length)),
  suggestion: z.optional(z.string().check(z.maxLength(300))),
  volunteer: z.optional(z.enum(VOLUNTEER_CODES)),
  contactOk: z.boolean(),
  /** Of those who rent and say so. */
  tenancy: z.optional(tenancyDraftSchema),
  /** A guardian's own tick, needed when a member is under 14. */
  guardianConsent: z.optional(z.boolean()),
  /** Present where somebody else filled the form for the household. */
  helper: z.optional(helperSchema),
  /** Questions that were asked and not answered on purpose; such a field holds nothing. */
  refused: z.optional(z.array(z.enum(REFUSABLE_FIELDS)).check(z.maxLength(REFUSABLE_FIELDS.length))),
  reasons: z.record(z.string().check(z.regex(/^[a-zA-Z0-9.]{1,40}$/)), z.string().check(z.maxLength(100))),
});

export type HouseholdForm = z.output<typeof householdFormSchema>;
