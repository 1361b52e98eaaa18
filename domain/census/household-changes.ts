/** What one person changed of a household's answers, apart from what they left alone: all that a later version is compared with. */
import * as z from '../kernel/zod';
import { householdFormSchema, type HouseholdForm } from './household-form';
import { memberDraftSchema } from './member';

const { shape } = householdFormSchema;

/** Answers that may be taken back altogether. */
export const CLEARABLE = ['headName', 'suggestion', 'volunteer', 'tenancy'] as const;

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

const ANSWERS = Object.keys(
  householdChangesSchema.shape.answers.shape,
) as (keyof HouseholdChanges['answers'])[];

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** What was changed of the form that was shown. Both come from the same screen, so equal answers are written alike. */
export function changesBetween(shown: HouseholdForm, edited: HouseholdForm): HouseholdChanges {
  const differing = ANSWERS.filter((name) => !isSame(shown[name], edited[name]));
  const kept = new Set(edited.members.map(({ key }) => key));
  const before = new Map(shown.members.map((member) => [member.key, member]));
  return {
    answers: Object.fromEntries(
      differing.filter((name) => edited[name] !== undefined).map((name) => [name, edited[name]]),
    ),
    cleared: CLEARABLE.filter((name) => edited[name] === undefined && shown[name] !== undefined),
    members: edited.members.filter((member) => !isSame(member, before.get(member.key))),
    removed: shown.members.map(({ key }) => key).filter((key) => !kept.has(key)),
    ...(edited.guardianConsent === undefined ? {} : { guardianConsent: edited.guardianConsent }),
    reasons: edited.reasons,
  };
}
