/**
 * A form that waits, for whoever handed it in and for nobody else: the same account in no seat. What was decided in silence stays
 * silent, so a form that joined a household its sender is not of goes on waiting here as well.
 */
import type { HouseholdForm } from '@domain/census/household-form';
import type { MemberDraft } from '@domain/census/member';
import { Problem } from '@domain/kernel/problem';
import type { ReadContext } from '../kernel/context';
import type { SubmissionDocument } from '../repositories/documents';
import { findSubmission, lastOfSender, newestOf, sentFormId } from '../repositories/submissions';
import { openSubmission } from './sealed-form';

type Asking = Pick<ReadContext, 'store' | 'caller' | 'keyring'>;

/** By the operation that handed it in, or the last one at a door; neither: the last one anywhere. */
export interface WhichForm {
  readonly opId?: string | undefined;
  readonly doorId?: string | undefined;
}

/** The newest of the caller's forms that is meant. Throws NOT_FOUND. */
export async function findOwnForm(
  { store, caller: { userId } }: Pick<Asking, 'store' | 'caller'>,
  { opId, doorId }: WhichForm,
): Promise<SubmissionDocument> {
  const named =
    opId === undefined
      ? (await lastOfSender(store, userId)).find((form) => doorId === undefined || form.doorId === doorId)
      : await findSubmission(store, sentFormId(userId, opId));
  if (named === undefined) throw new Problem('NOT_FOUND');
  return newestOf(store, named);
}

/** What the sender is told of where it stands. */
export function seenState({ state, isUnbound }: SubmissionDocument): SubmissionDocument['state'] {
  return isUnbound === true ? 'waiting' : state;
}

/** 楼长代填, 网格员代填: what a household said aloud is the household's, and the filler's no longer. */
const ON_A_HOUSEHOLDS_WORD: readonly number[] = [5, 6];

/**
 * The answers of a form that its sender may still change. Throws NOT_FOUND for anybody else's, STALE_VERSION for one that the sender
 * has changed on another phone, WRONG_STATE for one that was decided, or that was filled on a household's word.
 */
export function openOwnForm({ caller, keyring }: Asking, form: SubmissionDocument): HouseholdForm {
  const isOwn = form.submittedBy === caller.userId && caller.seat === null && form.isByStaff !== true;
  if (!isOwn) throw new Problem('NOT_FOUND');
  if (form.replacedBy !== undefined) throw new Problem('STALE_VERSION');
  const state = seenState(form);
  if (state !== 'waiting') throw new Problem('WRONG_STATE', { state });
  const answers = openSubmission(keyring, form);
  if (ON_A_HOUSEHOLDS_WORD.includes(answers.fillRole)) throw new Problem('WRONG_STATE', { state: 'aloud' });
  return answers;
}

/** Numbers of documents never come back: nobody needs to see one in order to leave it as it is. */
export function withoutNumbers(form: HouseholdForm): HouseholdForm {
  const members = form.members.map((member) => {
    const shown: MemberDraft = { ...member };
    delete shown.idNumber;
    delete shown.idLast4;
    return shown;
  });
  return { ...form, members };
}

/** A form that was changed, with the numbers that its sender was not shown and has not typed anew. */
export function withNumbersOf(former: HouseholdForm | undefined, form: HouseholdForm): HouseholdForm {
  if (former === undefined) return form;
  const members = form.members.map((member) => {
    const { idNumber, idLast4 } = former.members.find(({ key }) => key === member.key) ?? {};
    return {
      ...(idNumber === undefined ? {} : { idNumber }),
      ...(idLast4 === undefined ? {} : { idLast4 }),
      ...member,
    };
  });
  return { ...form, members };
}
