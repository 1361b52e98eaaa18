/** Two records side by side, masked; the one outside the caller's territory is only said to be elsewhere. */
import type { DuplicatePair, DuplicateSideView } from '@domain/contract/duplicate';
import { HEAD } from '@domain/census/relation';
import type { MemberDraft } from '@domain/census/member';
import { cutForm } from '../../policies/field-visibility';
import type { ReadContext } from '../../kernel/context';
import { pathOf, plateOf } from '../../records/door-place';
import { openAnswers } from '../../records/sealed-answers';
import type { DuplicateDocument, DuplicateSide, HouseholdDocument } from '../../repositories/documents';

type Households = ReadonlyMap<string, HouseholdDocument>;

const ELSEWHERE: DuplicateSideView = { isElsewhere: true, canDrop: false };

/** A head with others cannot be taken out: they would have nobody who answers for them. */
export function canDrop({ members }: Pick<HouseholdDocument, 'members'>, memberKey: string): boolean {
  const member = members.find(({ key }) => key === memberKey);
  return member !== undefined && (member.relation !== HEAD || members.length === 1);
}

function personOf({ relation, gender, ageBand, livesHere, hukouHere, name = '' }: MemberDraft) {
  return { relation, gender, ageBand, livesHere, hukouHere, name };
}

function viewSide(
  context: ReadContext,
  { householdId, memberKey }: DuplicateSide,
  households: Households,
): DuplicateSideView {
  const household = households.get(householdId);
  if (household === undefined || !context.reaches(pathOf(household))) return ELSEWHERE;
  const form = cutForm(openAnswers(context.keyring, household), context.caller.role);
  const member = form.members.find(({ key }) => key === memberKey);
  return {
    isElsewhere: false,
    plate: plateOf(household.address),
    filledOn: household.filledOn,
    phone: form.phone.number,
    ...(member === undefined ? {} : personOf(member)),
    canDrop: canDrop(household, memberKey),
  };
}

export function viewPair(
  context: ReadContext,
  { _id, version, state, sides }: DuplicateDocument,
  households: Households,
): DuplicatePair {
  const [left, right] = sides;
  return {
    id: _id,
    version,
    state,
    left: viewSide(context, left, households),
    right: viewSide(context, right, households),
  };
}
