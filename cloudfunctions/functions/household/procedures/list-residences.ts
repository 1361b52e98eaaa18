import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { householdContract, MemberResidence } from '@domain/contract/household';
import { cutForm } from '../../../policies/field-visibility';
import type { ReadContext } from '../../../kernel/context';
import { pathOf, plateOf } from '../../../records/door-place';
import { openAnswers } from '../../../records/sealed-answers';
import type { HouseholdDocument, ResidenceDocument } from '../../../repositories/documents';
import { findHousehold } from '../../../repositories/households';
import { residencesOf } from '../../../repositories/residences';

type Input = ProcedureParsed<(typeof householdContract)['listResidences']>;
type Output = ProcedureOutput<(typeof householdContract)['listResidences']>;

function membersSeen(
  { keyring, caller }: ReadContext,
  household: HouseholdDocument,
  links: readonly ResidenceDocument[],
): MemberResidence[] {
  const { members } = cutForm(openAnswers(keyring, household), caller.role);
  return members.map(({ key, name = '', relation, ageBand, livesHere, hukouHere }) => {
    const since = household.members.find((member) => member.key === key)?.since;
    const link = links.find(({ memberKey }) => memberKey === key);
    return {
      key,
      name,
      relation,
      ageBand,
      livesHere,
      hukouHere,
      ...(since === undefined ? {} : { since }),
      ...(link === undefined ? {} : { registered: { plate: link.plate, from: link.from } }),
    };
  });
}

export async function listResidences(context: ReadContext, { householdId }: Input): Promise<Output> {
  const household = await findHousehold(context.store, householdId);
  if (household === undefined) throw new Problem('NOT_FOUND');
  context.permit({ ...pathOf(household), householdId });
  const isLinked = household.members.some(({ registration }) => registration !== undefined);
  const links = isLinked ? await residencesOf(context.store, householdId) : [];
  if (context.caller.role !== 'RE') context.look({ subjects: [householdId], fields: ['members'] });
  return {
    plate: plateOf(household.address),
    version: household.version,
    members: membersSeen(context, household, links),
  };
}
