/** What was typed for a form that a worker has confirmed meanwhile, as a correction of the household that it has become. */
import type { ProblemReport } from '@domain/kernel/problem';
import { census } from '../../../../services/census';
import type { Draft } from '../../../../services/draft';
import { membersOf } from '../../../../services/household-answers';
import { homeSeatOf, refreshSession } from '../../../../services/session';

/** Neither of both: this account is not of that home. */
export async function correctionOf(
  draft: Draft,
): Promise<{ correction?: Draft; problem?: Pick<ProblemReport, 'code' | 'details'> }> {
  const { session } = await refreshSession();
  const { id: actAs = '', householdId } = homeSeatOf(session) ?? {};
  if (householdId === undefined) return {};
  const reply = await census.readMyHousehold({ householdId }, { actAs });
  if (!reply.ok) return { problem: reply.problem };
  const { doorId, household } = reply.data;
  if (doorId !== draft.doorId) return {};
  // Numbers were left out of what was read back; left out of a correction they would be taken back.
  const members = membersOf(draft.answers).map((member) => {
    const { idNumber } = household.form.members.find(({ key }) => key === member.key) ?? {};
    return idNumber === undefined ? member : { idNumber, ...member };
  });
  return {
    correction: {
      ...draft,
      answers: { ...draft.answers, members },
      place: { by: 'door', doorId },
      channel: 'own',
      consent: { given: true, noticeVersion: session.campaign?.noticeVersion ?? '' },
      actAs,
      baseVersion: household.version,
      opId: undefined,
    },
  };
}
