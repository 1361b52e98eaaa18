import * as z from '../kernel/zod';
import { memberDraftSchema, RELATION_CODES } from './member';

export const USE_STATE_CODES = [1, 2, 3, 4, 5, 6, 9] as const;
export const FILL_ROLE_CODES = [1, 2, 3, 4, 5, 6, 7] as const;
export const CARE_KINDS = ['visitAlone', 'mobility', 'motherAndChild', 'veteran', 'contactByText'] as const;
export const VOLUNTEER_CODES = ['buildingHead', 'volunteer', 'later'] as const;

export type UseState = (typeof USE_STATE_CODES)[number];
export type FillRole = (typeof FILL_ROLE_CODES)[number];
export type CareKind = (typeof CARE_KINDS)[number];

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
  /** A guardian's own tick, needed when a member is under 14. */
  guardianConsent: z.optional(z.boolean()),
  reasons: z.record(z.string().check(z.regex(/^[a-zA-Z0-9.]{1,40}$/)), z.string().check(z.maxLength(100))),
});

export type HouseholdForm = z.output<typeof householdFormSchema>;

/** What the campaign asks for beyond the form: identity numbers not at all, their last four, or whole. */
export const ID_NUMBER_MODES = ['off', 'last4', 'full'] as const;
export type IdNumberMode = (typeof ID_NUMBER_MODES)[number];

/** How a form reached the street. */
export const CHANNELS = [
  'doorCode',
  'poster',
  'lift',
  'group',
  'search',
  'paper',
  'phone',
  'visit',
  'own',
] as const;
export type Channel = (typeof CHANNELS)[number];
