/** What the household says otherwise at the door than the one who filled for it: corrected, and kept both ways. */
import type { HouseholdForm } from '@domain/census/household-form';
import type { MemberDraft } from '@domain/census/member';
import type { ChangeContext } from '../../kernel/context';
import type { HouseholdDocument, SubmissionDocument } from '../../repositories/documents';
import { fileConflict } from '../../records/conflict-document';
import { differingFields } from '../../records/household-history';
import { withUnseenOf } from '../../records/unseen-answers';

export type Corrections = { readonly [Field in keyof HouseholdForm]?: HouseholdForm[Field] | undefined };

function withStoredNumbers(member: MemberDraft, filled: HouseholdForm): MemberDraft {
  const stored = filled.members.find(({ key }) => key === member.key);
  const { idNumber, idLast4 } = stored ?? {};
  const isUnseen = member.idNumber === undefined || member.idNumber.includes('*');
  return {
    ...member,
    ...(isUnseen && idNumber !== undefined ? { idNumber } : {}),
    ...(member.idLast4 === undefined && idLast4 !== undefined ? { idLast4 } : {}),
  };
}

/** The form as it was filled, with what was said at the door in its place; what the worker does not see stays as it is. */
export function correctedForm(
  { caller }: Pick<ChangeContext, 'caller'>,
  filled: HouseholdForm,
  corrections: Corrections = {},
): HouseholdForm {
  const said = Object.entries(corrections).filter(([, value]) => value !== undefined);
  const form = withUnseenOf({ ...filled, ...Object.fromEntries(said) }, filled, caller.role);
  return { ...form, members: form.members.map((member) => withStoredNumbers(member, filled)) };
}

/** One settled conflict a corrected field: the filler's answer beside the household's own, with its author and time. */
export function keepBoth(
  context: ChangeContext,
  household: HouseholdDocument,
  { form, filled, corrected }: { form: SubmissionDocument; filled: HouseholdForm; corrected: HouseholdForm },
): readonly (keyof HouseholdForm)[] {
  const fields = differingFields(filled, corrected);
  for (const field of fields) {
    fileConflict(context, household, {
      _id: context.idFor(`conflict.${field}`),
      field,
      value: filled[field] ?? null,
      keptBy: context.caller.userId,
      otherBy: form.submittedBy,
      state: 'settled',
      at: context.now,
      otherAt: form.at,
    });
  }
  return fields;
}
