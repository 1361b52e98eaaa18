/** One call of submitForm, resolved: what both ways of filing it need to know. */
import type { VerifyWay } from '@domain/census/codes';
import type { Receipt } from '@domain/contract/census';
import type { ChangeContext, Happening } from '../kernel/context';
import type { ConsentDocument } from '../repositories/documents';
import { invitationIdOf, type FormInput, type FormPlace } from './form-place';

export interface Submission {
  readonly context: ChangeContext;
  readonly input: FormInput;
  readonly place: FormPlace;
  readonly formVersion: string;
  readonly receipt: Receipt;
  /** How a worker made sure of it, where that was said. */
  readonly verifyWay?: VerifyWay | undefined;
  /** The form itself asks for a person's look. */
  readonly wantsALook: boolean;
}

export function areaOf({ door }: FormPlace): Happening['place'] {
  const { buildingId, gridId, compoundId, communityId } = door.wall;
  return { buildingId, gridId, compoundId, communityId };
}

/** The row that proves consent; `subject` is the form or household it was given for. */
export function consentFor(
  { context, input, place }: Submission,
  subject: string,
  householdId: string,
): ConsentDocument {
  const isOwn = context.caller.role === 'VI' || context.caller.role === 'RE';
  const isForOthers = invitationIdOf(place) !== undefined;
  return {
    _id: context.idFor('consent'),
    subject,
    householdId,
    purpose: 'census',
    noticeVersion: input.consent.noticeVersion,
    channel: isForOthers ? 'helper' : isOwn ? 'self' : 'worker',
    guardian: input.form.guardianConsent === true,
    at: context.now,
  };
}
