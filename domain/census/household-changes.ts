/** What one person changed of a household's answers, apart from what they left alone: all that a later version is compared with. */
import * as z from '../kernel/zod';
import { CLEARABLE } from './codes';
import { householdFormSchema } from './household-form';
import { memberDraftSchema } from './member';

const { shape } = householdFormSchema;

export const householdChangesSchema = z.strictObject({
  answers: z.strictObject({
    useState: z.optional(shape.useState),
    fillRole: z.optional(shape.fillRole),
    headName: shape.headName,
    phone: z.optional(shape.phone),
    liveCount: z.optional(shape.liveCount),
    hukouOnlyCount: z.optional(shape.hukouOnlyCount),
    vehicles: z.optional(shape.vehicles),
    care: z.optional(shape.care),
    suggestion: shape.suggestion,
    volunteer: shape.volunteer,
    contactOk: z.optional(shape.contactOk),
    tenancy: shape.tenancy,
  }),
  cleared: z.array(z.enum(CLEARABLE)).check(z.maxLength(CLEARABLE.length)),
  /** People who are new or said otherwise, whole, by their key. */
  members: z.array(memberDraftSchema).check(z.maxLength(60)),
  /** Keys of people who are no longer of the household. */
  removed: z.array(memberDraftSchema.shape.key).check(z.maxLength(60)),
  guardianConsent: shape.guardianConsent,
  reasons: shape.reasons,
});
export type HouseholdChanges = z.output<typeof householdChangesSchema>;
